"""`kg import`: extractions made elsewhere in."""

import json
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.articles import Replace, end, say_judged, tell, told
from kg.cli.console import Bars, say
from kg.cli.outdated import tell_versions
from kg.cli.summary import imported_lines
from kg.settings import Settings

Files = Annotated[
    list[str], typer.Argument(metavar="FILES...", help="JSON Lines, a document on each; or folders of such files.")
]


def _say_schema(wanted: bool) -> None:
    if wanted:
        from kg.imports import json_schema

        say([json.dumps(json_schema(), indent=2)])
        raise typer.Exit


def import_(
    files: Files,
    store: options.Store = options.DEFAULT_STORE,
    settings: Settings = options.AS_USUAL,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    judgements: options.Judgements = None,
    replace: Replace = False,
    schema: Annotated[  # noqa: ARG001 - its callback prints it
        bool, typer.Option("--schema", callback=_say_schema, is_eager=True, help="Show the JSON Schema of a line.")
    ] = False,
) -> None:
    """Add to a store what another extractor found in articles.

    Each line of the files is a document: its text, entities, and relations with their evidence. What is not in the
    text is refused, and the rest is loaded; docs/extractions.md says more.

    \b
    Examples:
      kg import found.jsonl --store kg.store
      kg import --schema
    """
    from kg.pipeline.importing import import_extractions

    with told(verbose), Bars(quiet=quiet) as bars:
        imported = import_extractions(files, store, settings, bars, judgements, replace=replace)
    if not quiet:
        say(imported_lines(imported, verbose=verbose))
        say_judged(imported.loaded)
    tell_versions(store)
    tell(imported.loaded.refused, verbose)
    end(imported.loaded)
