"""`kg compare`: articles side by side."""

from typing import TYPE_CHECKING, Annotated

import pyoxigraph as ox
import typer

from kg.cli import options
from kg.cli.console import put, say
from kg.ids import Names
from kg.query import ResultFormat, ResultTable
from kg.rdf import prefixes
from kg.store import Store

if TYPE_CHECKING:
    from kg.compare import Comparison

_COLUMNS = ("what", "words", "source", "status", "statement")
Articles = Annotated[
    list[str], typer.Argument(metavar="SOURCE SOURCE...", help="Articles by source, the end of one, id or title.")
]
Shown = Annotated[
    ResultFormat | None, typer.Option("--format", help="A row for each article that says it.", show_default="words")
]
Everything = Annotated[bool, typer.Option("--all", help="What we may have misread, too.")]


def compare(
    sources: Articles,
    store: options.Store = options.DEFAULT_STORE,
    everything: Everything = False,
    format: Shown = None,
) -> None:
    """Say what each of several articles alone says, and what they say together.

    What one says and another denies comes first. Each statement stands with the status that it has by the article's own
    claims; who is named in only some of the articles is listed at the end.

    \b
    Example:
      kg compare first.txt second.txt
    """
    from kg import compare as comparing
    from kg.pipeline import contents

    if len(sources) < 2:
        raise typer.BadParameter("name two articles or more", param_hint="SOURCE")
    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
        names, known = opened.names, prefixes(opened.names)
    found = comparing.compare(corpus, documents, sources, everything=everything)
    if format:
        put(format.write(_table(found, names), known))
    else:
        say(comparing.text(found))


def _table(found: "Comparison", names: Names) -> ResultTable:
    """Statements, then the names that only some of the articles have."""
    rows: list[tuple[ox.NamedNode | ox.Literal | None, ...]] = []
    for s in found.statements:
        told = ("disagreement" if s.opposed else "statement", s.words)
        iri = ox.NamedNode(names.statement(s.id))
        where = zip(found.sources, s.statuses, strict=True)
        rows += [(*map(ox.Literal, (*told, source, status)), iri) for source, status in where if status]
    for name, mentioned in found.entities:
        there = (source for source, mentions in zip(found.sources, mentioned, strict=True) if mentions)
        rows += [(*map(ox.Literal, ("name", name, source)), None, None) for source in there]
    return ResultTable(_COLUMNS, tuple(rows))
