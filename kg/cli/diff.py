"""`kg diff`: what is not the same in two graphs."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import put, say
from kg.errors import KgError
from kg.export import Format

DIFFERENT = 10
"""The exit code of a comparison that found a difference; 1, which `diff` has for this, is that of a failure."""

Old = Annotated[Path, typer.Argument(metavar="OLD", help="A store, or a file that it was exported to earlier.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="Another.")]
Written = Annotated[Format | None, typer.Option("--format", help="RDF instead of words.", show_default="words")]
Details = Annotated[bool, typer.Option("--details", help="List what changed in its details alone, as well.")]
Sentences = Annotated[bool, typer.Option("--sentences", help="Show the sentences that came and went.")]


def diff(old: Old, new: New, format: Written = None, details: Details = False, sentences: Sentences = False) -> None:
    """Say which statements came, went or changed status between two graphs.

    OLD and NEW are stores, or files that `kg export` wrote (.ttl, .nt, .trig, .nq, .jsonld; packed as .gz too). The
    exit code is 10 where anything differs, and 0 where nothing does.

    \b
    Examples:
      kg diff before.nq.gz kg.store
      kg diff monday.store tuesday.store --sentences
    """
    from kg import diff as differences
    from kg.pipeline import moment
    from kg.rdf import difference_quads, prefixes

    before, after = moment(old), moment(new)
    if before.names != after.names:
        raise KgError(f"{old} has IRIs under {before.names.base}, {new} under {after.names.base}: name two of one base")
    found = differences.diff((before.corpus, before.documents), (after.corpus, after.documents))
    if format:
        put(format.serialize(difference_quads(found.differences, after.names), after.names, prefixes(after.names)))
    else:
        say(differences.text(found, details=details, sentences=sentences))
    if found.differences:
        raise typer.Exit(DIFFERENT)
