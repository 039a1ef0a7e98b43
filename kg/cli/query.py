"""`kg query`: questions to a store."""

import sys
from contextlib import ExitStack
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.answers import Shown, answer
from kg.cli.console import complain, say
from kg.errors import QueryError
from kg.query import Query, load_query, named_queries
from kg.query.library import parse_query
from kg.store import Store

Question = Annotated[
    str, typer.Argument(metavar="QUERY", help="SPARQL, a file of it, - for standard input, or a name.")
]
Background = Annotated[bool, typer.Option("--background", help="Ask what `kg background` keeps as well, by graph.")]
Listed = Annotated[bool, typer.Option("--list", help="List the named queries.")]


def query(
    question: Question = "",
    store: options.Store = options.DEFAULT_STORE,
    format: Shown = None,
    listed: Listed = False,
    background: Background = False,
) -> None:
    """Ask a store in SPARQL, or with a query that comes with kg.

    The prefixes kg, ent, st, claim, doc, rel and others need no declaration. All graphs are asked together, unless the
    query says FROM or GRAPH. CONSTRUCT and DESCRIBE give RDF. With --background, GRAPH finds background knowledge
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
        if not background and any(graph in asked.text for one in opened.background() for graph in one.graphs):
            complain("the query names a graph of background knowledge, which only --background asks")
        with ExitStack() as stack:
            queried = stack.enter_context(opened.with_background()) if background else opened
            answer(asked, queried, opened, format)


def _asked(question: str) -> Query:
    if not question:
        raise typer.BadParameter("give a query, or --list", param_hint="QUERY")
    return _standard_input() if question == "-" else load_query(question)


def _standard_input() -> Query:
    try:
        return parse_query("standard input", sys.stdin.buffer.read().decode())
    except UnicodeDecodeError as error:
        raise QueryError("standard input is not UTF-8 text: give it SPARQL") from error


def _catalogue() -> list[str]:
    queries = named_queries()
    width = max(len(query.name) for query in queries)
    return [f"{query.name:<{width}}  {query.description.partition('. ')[0].rstrip('.')}." for query in queries]
