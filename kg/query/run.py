"""Runs a query over a store."""

from collections.abc import Mapping
from typing import Protocol

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.check import refuse_unsafe, unreadable, uses
from kg.query.library import Query
from kg.query.table import ResultTable, at_most

Answer = ResultTable | tuple[ox.Triple, ...]


class Queryable(Protocol):
    """What can be asked: `kg.store.Store` is one."""

    def query(
        self, text: str, *, prefixes: Mapping[str, str], union: bool
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples: ...


def run(query: Query, store: Queryable, prefixes: Mapping[str, str], most: int | None = None) -> Answer:
    """SELECT and ASK give a table, CONSTRUCT and DESCRIBE sorted triples. Raises `QueryError`.

    The union of all graphs is asked, unless the query says FROM. With `most`, more rows or triples than that are a
    `TooMany`. `prefixes` hold where the query declares no others.
    Rows come in the order that the query asks for; without ORDER BY they are sorted.
    """
    refuse_unsafe(query, prefixes)
    union = not uses(query.text, "from", prefixes)
    try:
        found = store.query(query.text, prefixes=prefixes, union=union)
        if isinstance(found, ox.QueryTriples):
            return tuple(sorted(set(at_most(most, found)), key=str))
        table = ResultTable.of(found, most)
    except SyntaxError as error:
        raise unreadable(query, str(error), prefixes) from error
    except RuntimeError as error:
        raise QueryError(f"{query.name} cannot be run: {error}") from error
    return table if len(table.rows) < 2 or uses(query.text, "order", prefixes) else table.sorted()
