"""`kg query`: questions to a store."""

import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Annotated

import pyoxigraph as ox
import typer

from kg.cli import options
from kg.cli.console import complain, put, say
from kg.errors import QueryError
from kg.export import Format
from kg.query import Answer, Query, ResultFormat, ResultTable, load_query, named_queries, run
from kg.query.library import parse_query
from kg.rdf import prefixes
from kg.store import Store

_WIDTH = 120

Question = Annotated[
    str, typer.Argument(metavar="QUERY", help="SPARQL, a file of it, - for standard input, or a name.")
]
Shown = Annotated[ResultFormat, typer.Option("--format", help="How tables are written.")]
Background = Annotated[bool, typer.Option("--background", help="Ask what `kg background` keeps as well, by graph.")]
Listed = Annotated[bool, typer.Option("--list", help="List the named queries.")]


def query(
    question: Question = "",
    store: options.Store = options.DEFAULT_STORE,
    format: Shown = ResultFormat.TABLE,
    listed: Listed = False,
    background: Background = False,
) -> None:
    """Ask a store in SPARQL, or with a query that comes with kg.

    The prefixes kg, ent, st, claim, doc, rel and others need no declaration. All graphs are asked together, unless the
    query says FROM or GRAPH. CONSTRUCT and DESCRIBE give Turtle. With --background, GRAPH finds background knowledge
    too, and all else asks only the graph that was made of the articles.

    \b
    Examples:
      kg query --list
      kg query who-defeated-whom
      kg query 'SELECT ?a ?b WHERE { ?a kg:defeated ?b }' --format csv
      echo 'ASK { ?a kg:sues ?b }' | kg query -
    """
    if listed:
        say(_catalogue())
        return
    asked = _asked(question)
    with Store.reading(store) as opened:
        known = prefixes(opened.names)
        if not background and any(graph in asked.text for one in opened.background() for graph in one.graphs):
            complain("the query names a graph of background knowledge, which only --background asks")
        with ExitStack() as stack:
            queried = stack.enter_context(opened.with_background()) if background else opened
            stack.enter_context(_interruptible())
            answer = run(asked, queried, known)
        put(_written(answer, format, opened))


def _asked(question: str) -> Query:
    if not question:
        raise typer.BadParameter("give a query, or --list", param_hint="QUERY")
    return _standard_input() if question == "-" else load_query(question)


def _standard_input() -> Query:
    try:
        return parse_query("standard input", sys.stdin.buffer.read().decode())
    except UnicodeDecodeError as error:
        raise QueryError("standard input is not UTF-8 text: give it SPARQL") from error


def _written(answer: Answer, format: ResultFormat, store: Store) -> bytes:
    known = prefixes(store.names)
    if not isinstance(answer, ResultTable):
        if format is not ResultFormat.TABLE:
            raise QueryError(f"CONSTRUCT and DESCRIBE give Turtle, not {format}: leave --format out")
        return Format.TURTLE.serialize((ox.Quad(*triple) for triple in answer), store.names, known)
    data = format.write(answer, known, _width())
    return data if data.endswith(b"\n") else data + b"\n"


def _width() -> int:
    """Of the terminal; of what is no terminal always the same."""
    return shutil.get_terminal_size((_WIDTH, 0)).columns if sys.stdout.isatty() else _WIDTH


def _catalogue() -> list[str]:
    queries = named_queries()
    width = max(len(query.name) for query in queries)
    return [f"{query.name:<{width}}  {query.description.partition('. ')[0].rstrip('.')}." for query in queries]


@contextmanager
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C end the process at once: Oxigraph does not look up from a query to see what Python was told."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
