"""`kg view`: a store, or what is wanted of it, as a page."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.console import Bars, complain
from kg.cli.files import deliver
from kg.cli.narrowing import EVERYTHING, Asked, Without
from kg.cli.outdated import tell_versions
from kg.export import Selection
from kg.query import load_query
from kg.store import Store

if TYPE_CHECKING:
    from kg.pipeline import Look

Top = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="The most entities that are drawn.")]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="The heading of the page.")]
Opened = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def view(
    output: options.Output = "graph.html",
    store: options.Store = options.DEFAULT_STORE,
    selection: Selection = EVERYTHING,
    query: Asked = "",
    without: Without = [],  # noqa: B006 - typer copies it
    top: Top = None,
    title: Title = "",
    opened: Opened = False,
) -> None:
    """Draw the graph, or what is wanted of it, on an HTML page: one file that needs no network.

    Of a query that gives triples, the statements that they name are drawn. What was left out is told, here and on the
    page.

    \b
    Examples:
      kg view
      kg view --around 'Ann Lee' --hops 2 --since 2018-11 -o lee.html --open
      kg view --query 'CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b }' --title Defeats
    """
    from kg.pipeline import viewed

    if opened and output == "-":
        raise typer.BadParameter(
            "standard output cannot be opened in the browser: name a file, with -o", param_hint="--open"
        )
    asked = load_query(query) if query else None
    tell_versions(store)
    with Store.reading(store) as reading, Bars(quiet=False) as bars:
        html, notes = viewed(reading, selection, without=without, query=asked, progress=bars, **_look(title, top))
    deliver(html.encode(), output)
    for note in notes:
        complain(note)
    if opened and not webbrowser.open(Path(output).resolve().as_uri()):
        complain(f"no browser could be started: open {output} yourself")


def _look(title: str, top: int | None) -> "Look":
    look: Look = {}
    if title:
        look["title"] = title
    if top is not None:
        look["top"] = top
    return look
