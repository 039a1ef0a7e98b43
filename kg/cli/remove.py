"""`kg remove`: articles out."""

from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import say

_NAMED = 12
Articles = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Articles by source, the end of one, id or title.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Only say which articles would go.")]


def remove(
    sources: Articles,
    store: options.Store = options.DEFAULT_STORE,
    dry_run: DryRun = False,
    quiet: options.Quiet = False,
) -> None:
    """Take articles out of a store, with all that only they say.

    What is left is what the other articles alone would have made. Where one of the names is unknown, or may be several
    articles, nothing is removed.

    \b
    Examples:
      kg remove article.txt --dry-run
      kg remove article.txt 'An earlier version'
    """
    from kg import pipeline

    found = pipeline.remove(store, sources, dry_run=dry_run)
    if not quiet:
        counted = f"{len(found):,} {'article' if len(found) == 1 else 'articles'}"
        say([f"{'Would remove' if dry_run else 'Removed'} {counted}:"])
        say(f"  {', '.join(document.sources)} (doc:{document.id})" for document in found[:_NAMED])
        if found[_NAMED:]:
            say([f"  and {len(found) - _NAMED:,} more"])
