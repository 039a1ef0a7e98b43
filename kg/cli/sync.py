"""`kg sync`: a store that holds what a folder holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.articles import say_judged, tell, told
from kg.cli.console import Bars, say
from kg.cli.outdated import tell_versions
from kg.cli.summary import counted, listed
from kg.errors import KgError, UnusableInput
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.pipeline import Synced

Folders = Annotated[
    list[str],
    typer.Argument(metavar="FOLDER...", help="Where the articles are: folders, which are searched, or files."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Only say what would come and go.")]
MostRemoved = Annotated[
    int,
    typer.Option("--max-removed", metavar="PERCENT", min=0, max=100, help="Change nothing if more articles would go."),
]


def sync(
    folders: Folders,
    store: options.Store = options.DEFAULT_STORE,
    dry_run: DryRun = False,
    max_removed: MostRemoved = 50,
    settings: Settings = options.AS_USUAL,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    judgements: options.Judgements = None,
) -> None:
    """Make a store hold what a folder holds now.

    Articles that were added to the folder are loaded, those that were changed take the place of the older ones, and
    those that are gone leave the store. What came into the store from elsewhere, or with `kg import`, stays; so does
    the article of a file that is there and cannot be used.

    \b
    Examples:
      kg sync articles --dry-run
      kg sync articles --store kg.store
    """
    from kg import pipeline

    with told(verbose), Bars(quiet=quiet) as bars:
        if dry_run:
            synced = pipeline.planned(folders, store, settings, bars, most_removed=max_removed)
        else:
            synced = pipeline.sync(folders, store, settings, bars, judgements, most_removed=max_removed)
    if not quiet:
        say(_lines(synced, dry_run=dry_run, verbose=verbose))
        say_judged(synced)
    tell_versions(store, settings)
    _end(synced, verbose=verbose)


def _lines(synced: "Synced", *, dry_run: bool, verbose: bool) -> Iterator[str]:
    found = synced.comparison
    kinds = {
        "replaced": found.replaced,
        "renamed": found.renamed,
        "removed": found.removed,
        "unchanged": found.unchanged,
    }
    others = "".join(
        f", {len(names):,} {what}" for what, names in {**kinds, "refused": synced.refused}.items() if names
    )
    yield f"{'Would read' if dry_run else 'Read'} {counted(len(found.loaded), 'new article', 'new articles')}{others}."
    renamed = [f"{old} → {new}" for old, new in found.renamed]
    named = {"New": found.loaded, "Replaced": found.replaced, "Renamed": renamed, "Removed": found.removed}
    yield from (f"  {what}: {listed(names, verbose=verbose)}" for what, names in named.items() if names)
    if synced.left:
        left = listed(synced.left, verbose=verbose)
        yield f"Left, for they came from elsewhere: {left}. (`kg remove` takes them out.)"


def _end(synced: "Synced", *, verbose: bool) -> None:
    tell(synced.refused, verbose)
    if synced.stopped:
        raise KgError(synced.stopped)
    if synced.refused:
        raise typer.Exit(UnusableInput.exit_code)
