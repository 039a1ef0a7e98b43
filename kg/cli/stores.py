"""`kg rebuild`: a store as a whole."""

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.articles import say_judged, tell
from kg.cli.console import Bars, say
from kg.cli.summary import rebuilt_line
from kg.errors import UnusableInput
from kg.settings import Settings

Force = Annotated[bool, typer.Option("--force", help="Read all anew, even if nothing should change.")]


def rebuild(
    store: options.Store = options.DEFAULT_STORE,
    settings: Settings = options.AS_USUAL,
    force: Force = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    judgements: options.Judgements = None,
) -> None:
    """Read all articles of a store anew, from the texts that it has, and make the graph of that.

    For a store that an earlier version of kg read, or other settings. Judgements stay, and so do extractions made
    elsewhere and what articles say of themselves, such as title and date. The old graph can be read until the new one
    takes its place.

    \b
    Examples:
      kg rebuild
      kg rebuild --store news.store --threshold 0.6
    """
    from kg import pipeline

    with Bars(quiet=quiet) as bars:
        rebuilt = pipeline.rebuild(store, settings, bars, judgements, force=force)
    if rebuilt is None:
        if not quiet:
            say([f"{store} is up to date, and nothing was done: --force reads it anew all the same."])
        return
    if not quiet:
        say([rebuilt_line(rebuilt)])
        say_judged(rebuilt)
    tell(rebuilt.refused, verbose)
    if rebuilt.refused:
        raise typer.Exit(UnusableInput.exit_code)
