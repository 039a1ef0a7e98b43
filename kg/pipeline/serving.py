"""What `kg serve` serves: a store, asked by the processes of `kg.serve`."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from starlette.routing import Route

from kg.errors import QueryError
from kg.pipeline.media import GRAPHS, NAMES, TABLES, written
from kg.pipeline.searched import Searched
from kg.pipeline.service import describe
from kg.pipeline.showing import FORMATS, show
from kg.query import Answer, ResultTable, TooMany, run
from kg.query.library import parse_query
from kg.rdf import prefixes
from kg.serve import Asked, Browse, Operation, Reply, Site
from kg.store import Store
from kg.store.folder import Folder

_RELATIVE: Final = "IRI parsing failed"


@dataclass(frozen=True, slots=True)
class Served:
    """The store in a folder, with whatever is published there."""

    path: Path

    def state(self) -> str:
        """Its number, and when it was made: another store in this folder may come to the same number."""
        current = Folder(self.path).snapshots.current
        return f"{int(current.name)}-{current.stat().st_mtime_ns:x}" if current else ""

    def reading(self) -> AbstractContextManager[Store]:
        return Store.reading(self.path)


def site(path: Path, **chosen: Any) -> Site:
    """What is served of a store; `chosen` are the user's fields of `Site`. A `StoreError` if it is none."""
    with Store.reading(path):
        return Site(Served(path), answer, describe, tuple(TABLES), tuple(GRAPHS), NAMES, **chosen)


def pages(path: Path) -> list[Route]:
    """Where people and crawlers browse what a store has."""
    return Browse(show, Searched(Served(path)), FORMATS).routes()


def answer(store: Store, asked: Asked) -> Reply:
    """A whole result, or why there is none."""
    known = prefixes(store.names)
    try:
        found = _found(store, asked, known)
    except TooMany as error:
        return Reply.plain(500, str(error))
    except QueryError as error:
        return Reply.plain(400, str(error))
    except ValueError as error:
        return Reply.plain(400, f"a graph of the dataset is not named by an IRI ({error}): correct it")
    media_type = asked.table if isinstance(found, ResultTable) else asked.graph
    if not media_type:
        other = TABLES if isinstance(found, ResultTable) else GRAPHS
        return Reply.plain(406, f"the answer can be written as {', '.join(other)}: accept one of these")
    if isinstance(found, ResultTable):
        body = TABLES[media_type].write(found, known)
    else:
        body = written(found, media_type, store, known)
    if len(body) > asked.result:
        return Reply.plain(
            500, f"the answer has more than {asked.result:,} bytes: ask for less, or use LIMIT and OFFSET"
        )
    return Reply(200, media_type, body)


def _found(store: Store, asked: Asked, known: Mapping[str, str]) -> Answer:
    """Relative IRIs are under the base of the store, where the query has none."""
    graphs, text = _Graphs(store, asked.operation), asked.operation.query
    try:
        return run(parse_query("the query", text), graphs, known, asked.rows)
    except QueryError as error:
        if _RELATIVE not in str(error):
            raise
        try:
            return run(parse_query("the query", f"BASE <{store.names.base}> {text}"), graphs, known, asked.rows)
        except TooMany:
            raise
        except QueryError:
            raise error from None  # the other one's columns are not those of the user's text


@dataclass(frozen=True, slots=True)
class _Graphs:
    """The store, and the graphs of it that the request names."""

    store: Store
    operation: Operation

    def query(
        self, text: str, *, prefixes: Mapping[str, str], union: bool
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        named = self.operation.default_graphs, self.operation.named_graphs
        return self.store.query(text, prefixes=prefixes, union=union, dataset=named if any(named) else None)
