"""What `kg query` and `kg ask` print: tables for people and programs, triples as RDF."""

import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import pyoxigraph as ox
import typer

from kg.cli.console import complain, put
from kg.errors import QueryError
from kg.export import Format
from kg.query import Answer, Query, ResultFormat, ResultTable, hints, query_names, run
from kg.query.run import Queryable
from kg.rdf import prefixes
from kg.store import Store

_WIDTH = 120
_TOGETHER = "nothing in the store fits the whole query: leave out a line at a time to see which one finds nothing"


class Form(StrEnum):
    """How an answer is written: the formats of tables, then those of triples."""

    TABLE = ResultFormat.TABLE
    CSV = ResultFormat.CSV
    TSV = ResultFormat.TSV
    JSON = ResultFormat.JSON
    XML = ResultFormat.XML
    MARKDOWN = ResultFormat.MARKDOWN
    TURTLE = Format.TURTLE
    NTRIPLES = Format.NTRIPLES
    TRIG = Format.TRIG
    NQUADS = Format.NQUADS
    JSONLD = Format.JSONLD


Shown = Annotated[
    Form | None,
    typer.Option("--format", help="How it is written; table or turtle if it is not said.", show_default=False),
]


def answer(query: Query, queried: Queryable, store: Store, form: Form | None, limit: int | None = None) -> None:
    """Prints what a query finds in `queried`; `store` has the names. What is left out is told on stderr.

    So is what may be the reason why nothing is found, but for the questions that come with kg: they name a lot that is
    not in every store. Raises `QueryError`.
    """
    known = prefixes(store.names)
    with _interruptible():
        found = run(query, queried, known)
        told = _reasons(query, queried, known, found) if _is_empty(found) and query.name not in query_names() else ()
    for hint in told:
        complain(hint)
    put(_written(_cut(found, limit), form, store))


def _is_empty(found: Answer) -> bool:
    return not (found.boolean or found.rows) if isinstance(found, ResultTable) else not found


def _reasons(query: Query, queried: Queryable, prefixes: Mapping[str, str], found: Answer) -> tuple[str, ...]:
    """At least one, but for ASK: there "no" says it."""
    told = hints(query, queried, prefixes)
    return told or (() if isinstance(found, ResultTable) and found.boolean is not None else (_TOGETHER,))


def _cut(found: Answer, limit: int | None) -> Answer:
    size = len(found.rows if isinstance(found, ResultTable) else found)
    if limit is None or size <= limit:
        return found
    complain(f"{limit} of {size} rows are shown: leave --limit out to see all")
    return replace(found, rows=found.rows[:limit]) if isinstance(found, ResultTable) else found[:limit]


def _written(found: Answer, form: Form | None, store: Store) -> bytes:
    known = prefixes(store.names)
    if isinstance(found, ResultTable):
        return _table(found, form or Form.TABLE, known)
    quads = (ox.Quad(*triple) for triple in found)
    return _triples_format(form or Form.TURTLE).serialize(quads, store.names, known)


def print_table(found: ResultTable, form: Form, known: Mapping[str, str]) -> None:
    """Raises `QueryError` for a format of triples."""
    put(_table(found, form, known))


def _table(found: ResultTable, form: Form, known: Mapping[str, str]) -> bytes:
    data = _table_format(form).write(found, known, _width())
    return data if data.endswith(b"\n") else data + b"\n"


def _table_format(form: Form) -> ResultFormat:
    if form not in {*ResultFormat}:
        raise QueryError(f"SELECT and ASK give tables, not {form}: use {', '.join(ResultFormat)}")
    return ResultFormat(form)


def _triples_format(form: Form) -> Format:
    if form not in {*Format}:
        raise QueryError(f"CONSTRUCT and DESCRIBE give triples, not {form}: use {', '.join(Format)}")
    return Format(form)


def _width() -> int:
    """Of the terminal; of what is no terminal always the same."""
    return shutil.get_terminal_size((_WIDTH, 0)).columns if sys.stdout.isatty() else _WIDTH


@contextmanager
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C end the process at once: Oxigraph does not look up from a query to see what Python was told."""
    usual = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
