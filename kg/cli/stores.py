"""`kg rebuild`, `kg backup` and `kg restore`: a store as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.articles import say_judged, tell
from kg.cli.console import Bars, say
from kg.cli.outdated import tell_versions
from kg.cli.summary import counted, rebuilt_line
from kg.errors import UnusableInput
from kg.settings import Settings

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, a ZIP file.")]
Replace = Annotated[bool, typer.Option("--replace", help="Let it take the place of the store that is there.")]
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


def backup(file: File, store: options.Store = options.DEFAULT_STORE, quiet: options.Quiet = False) -> None:
    """Write all of a store into one file, for keeping.

    The file is a ZIP file of texts that can be read without kg: N-Quads, judgements, checksums, and a README. It is the
    store at one moment, though a load may run, and the same bytes each time.

    \b
    Example:
      kg backup news.zip --store kg.store
    """
    from kg import pipeline

    about = pipeline.backup(store, file)
    if not quiet:
        say([f"{file} has {counted(about.documents, 'article', 'articles')} in {about.quads:,} quads."])


def restore(
    file: File, store: options.Store = options.DEFAULT_STORE, replace: Replace = False, quiet: options.Quiet = False
) -> None:
    """Make a store of a backup.

    The backup is checked. Where a store is already, it stays unless --replace is given; it is then read until the
    restored one takes its place.

    \b
    Example:
      kg restore news.zip --store kg.store
    """
    from kg import pipeline

    about = pipeline.restore(file, store, replace=replace)
    if not quiet:
        say([f"{store} has {counted(about.documents, 'article', 'articles')} in {about.quads:,} quads."])
    tell_versions(store)
