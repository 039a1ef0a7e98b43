"""`kg build` and `kg load`: articles in."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.console import Bars, complain, say
from kg.cli.outdated import tell_versions
from kg.cli.piped import Name, with_standard_input
from kg.cli.summary import built_lines, judged_lines, loaded_lines, refused_lines
from kg.errors import InvalidGraph, UnusableInput
from kg.settings import Settings

if TYPE_CHECKING:
    from kg import pipeline

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the graph and the pages go.")]
Replace = Annotated[
    bool, typer.Option("--replace", help="Let new bytes take the place of old ones under their source.")
]


def build(
    sources: options.Sources,
    out: Out,
    settings: Settings = options.AS_USUAL,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    judgements: options.Judgements = None,
    name: Name = None,
) -> None:
    """Make a graph of articles, and what can be looked at, in one go.

    Writes DIR/store, graph.ttl, graph.trig, graph.html and report.md: always the same for the same articles, in the
    place of what an earlier build wrote there. What people decided is taken from judgements.csv in the current folder,
    if it is there, unless another file is named.

    \b
    Example:
      kg build articles --out out
    """
    from kg import pipeline

    given = with_standard_input(sources, name)
    with told(verbose), Bars(quiet=quiet) as bars:
        built = pipeline.build(given, out, settings, bars, judgements)
    if not quiet:
        say([*loaded_lines(built.loaded, verbose=verbose), *built_lines(built)])
    tell(built.loaded.refused, verbose)
    if not built.sound:
        raise InvalidGraph(f"{built.report} `kg validate --store {built.outputs[0]}` says more.")
    end(built.loaded)


def load(
    sources: options.Sources,
    store: options.Store = options.DEFAULT_STORE,
    settings: Settings = options.AS_USUAL,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    judgements: options.Judgements = None,
    replace: Replace = False,
    name: Name = None,
) -> None:
    """Add articles to a store.

    Articles that it has already change nothing. Where other bytes come under a source that it has, both articles are
    kept, unless --replace says that the new takes the place of the old. An article of the same name that came from
    another file, and has nothing of the text, is never replaced. What people decided is taken from the
    judgements file that the store was made with, unless another is named.

    \b
    Examples:
      kg load articles more/one.txt 'archive/**/*.html' --store kg.store
      curl -s https://example.org/news.html | kg load - --name https://example.org/news.html
      kg load corrected/one.txt --replace
    """
    from kg import pipeline

    given = with_standard_input(sources, name)
    with told(verbose), Bars(quiet=quiet) as bars:
        loaded = pipeline.load(given, store, settings, bars, judgements, replace=replace)
    if not quiet:
        say(loaded_lines(loaded, verbose=verbose))
        say_judged(loaded)
    tell_versions(store, settings)
    tell(loaded.refused, verbose)
    end(loaded)


def say_judged(loaded: "pipeline.Loaded | pipeline.Rebuilt | pipeline.Synced") -> None:
    """What became of the judgements, and why they are the store's own copy, if they are."""
    say(judged_lines(loaded.replay, "`kg build` writes them into report.md"))
    if loaded.lost:
        complain(f"{loaded.lost}: the store's own copy is used, and --judgements names another")


@contextmanager
def told(verbose: bool) -> Iterator[None]:
    """Where no source can be used, each reason is told before the error."""
    from kg import pipeline

    try:
        yield
    except pipeline.NothingUsable as error:
        tell(error.refused, verbose)
        raise


def tell(refused: Iterable["pipeline.Refusal"], verbose: bool) -> None:
    """The reasons, on standard error."""
    for line in refused_lines(refused, verbose=verbose):
        complain(line)


def end(loaded: "pipeline.Loaded") -> None:
    """With the exit code of a load that had to leave something out, if it had."""
    if loaded.refused:
        raise typer.Exit(UnusableInput.exit_code)
