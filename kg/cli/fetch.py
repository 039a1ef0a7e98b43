"""`kg fetch`: pages and feeds of the web, as files."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import complain, say
from kg.cli.summary import counted
from kg.errors import KgError, NothingLoaded, UnusableInput

Addresses = Annotated[list[str], typer.Argument(metavar="URL...", help="Pages, or RSS and Atom feeds of them.")]
Into = Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder for the files.")]
Most = Annotated[int, typer.Option("--max", min=1, help="Pages that are taken from a feed, its first ones.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="For one page, with all that leads to it.")]
Delay = Annotated[float, typer.Option("--delay", min=0, help="Seconds between two requests to one host.")]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Also ask this machine and networks that are not public.")
]


def fetch(
    addresses: Addresses,
    into: Into,
    most: Most = 20,
    seconds: Seconds = 30,
    delay: Delay = 1,
    private: Private = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Save web pages, and those that feeds list, as files for kg load.

    This is the only command that uses a network. What a host forbids programs in its robots.txt is left. The same
    address gives the same file, which is replaced where the page was changed.

    \b
    Example:
      kg fetch https://example.org/news.rss --into articles
      kg load articles
    """
    from kg import fetch as fetching

    limits = fetching.Limits(seconds=seconds, delay=delay, pages=most, private=private)
    try:
        found = fetching.fetch(addresses, into, limits)
    except OSError as error:
        raise KgError(f"cannot write into {into} ({error.strerror}): name another folder") from error
    if not quiet:
        new = sum(saved.new for saved in found.saved)
        others = "".join(
            f", {number:,} {what}"
            for number, what in ((len(found.saved) - new, "as before"), (len(found.refused), "refused"))
            if number
        )
        say([f"Saved {counted(new, 'page', 'pages')} in {into}{others}."])
        say(f"  {saved.file}" for saved in found.saved if verbose)
        if found.left:
            say([f"Feeds list {found.left:,} more: --max takes them."])
    for address, reason in found.refused:
        complain(f"{address}: {reason}")
    if not found.saved:
        raise NothingLoaded("no page could be saved: correct the addresses, or give others")
    if found.refused:
        raise typer.Exit(UnusableInput.exit_code)
