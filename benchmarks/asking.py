"""The questions of `queries/` over graphs of growing size: `kg query` against bare Oxigraph and against rdflib."""

import gc
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

import pyoxigraph as ox
from rdflib import Graph, Variable

from benchmarks.graphs import stores
from benchmarks.timing import alone, table
from kg.export import Format
from kg.pipeline import Wanted, exported
from kg.query import Query, ResultTable, named_queries, run
from kg.rdf import prefixes
from kg.store import Store
from kg.store.folder import Folder

_LIMIT = 30
"""Seconds that rdflib has for a question; what it has not answered by then is given up."""
_COLUMNS = ["rows", "bare, ms", "kg, ms", "kg to bare", "rdflib, ms", "kg is times faster", "same rows"]
_Rows = list[tuple[str, ...]]
_Result = TypeVar("_Result")


def report(rounds: int, folder: Path) -> Iterator[str]:
    """A table for each size, a row for each question."""
    for place in alone(stores, folder).values():
        yield from alone(_measured, place, rounds)


def _measured(place: Path, rounds: int) -> list[str]:
    with TemporaryDirectory() as folder, Store.reading(place) as store:
        triples = Path(folder) / "graph.nt"
        with triples.open("wb") as file:
            exported(store, Wanted(Format.NTRIPLES, with_text=True), file)
        count = sum(1 for _ in store.quads())
        bare = ox.Store.read_only(str(Folder(place).snapshots.current) + "/oxigraph")
        known = prefixes(store.names)
        ours = [_pair(query, store, bare, known, rounds) for query in named_queries()]
        theirs = alone(_rdflib, triples, known)
    rows = (_row(query, one, other) for query, one, other in zip(named_queries(), ours, theirs, strict=True))
    return [table([f"{count:,} quads", *_COLUMNS], rows), "\n"]


def _pair(
    query: Query, store: Store, bare: ox.Store, known: Mapping[str, str], rounds: int
) -> tuple[_Rows, float, float, float]:
    """The rows; seconds of both, and how the one is to the other."""
    runs = []
    for _ in range(rounds + 1):
        _, alone = _timed(lambda: _bare(query, bare, known))
        found, own = _timed(lambda: run(query, store, known))
        runs.append((alone, own))
    assert isinstance(found, ResultTable)
    others, mine = zip(*runs[1:], strict=True)  # the first is to warm up
    return _words(found.rows), median(others), median(mine), median(own / other for other, own in runs[1:])


def _bare(query: Query, store: ox.Store, known: Mapping[str, str]) -> object:
    found = store.query(query.text, prefixes=dict(known), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return list(map(tuple, found))


def _words(rows: Iterable[Iterable[object]]) -> _Rows:
    return sorted(tuple("" if term is None else str(getattr(term, "value", term)) for term in row) for row in rows)


def _rdflib(triples: Path, known: Mapping[str, str]) -> list[tuple[_Rows, float] | None]:
    """Over the same triples in memory, where it is faster than with graphs; None for what takes too long."""
    graph = Graph().parse(triples, format="nt")
    gc.freeze()
    return [_limited(lambda: _answer(query, graph, known)) for query in named_queries()]  # noqa: B023 (called at once)


def _answer(query: Query, graph: Graph, known: Mapping[str, str]) -> tuple[_Rows, float]:
    found, seconds = _timed(lambda: list(graph.query(query.text, initNs=known).bindings))
    return _words([row.get(Variable(column)) for column in query.columns] for row in found), seconds


def _limited(action: Callable[[], _Result]) -> _Result | None:
    """In a process that is ended when its time is over."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, action))
    process.start()
    found: _Result | None = ours.recv() if ours.poll(_LIMIT) else None
    process.kill()
    process.join()
    return found


def _send(to: Connection, action: Callable[[], object]) -> None:
    to.send(action())


def _row(query: Query, ours: tuple[_Rows, float, float, float], theirs: tuple[_Rows, float] | None) -> tuple[str, ...]:
    rows, bare, own, ratio = ours
    found, seconds = theirs or (None, _LIMIT)
    more = "" if theirs else "> "
    same = "" if found is None else "yes" if found == rows else "no"
    times = (f"{1000 * bare:,.1f}", f"{1000 * own:,.1f}", f"{ratio:.2f}")
    faster = f"{more}{seconds / own:,.{0 if seconds > own else 1}f}"
    return (query.name, f"{len(rows):,}", *times, f"{more}{1000 * seconds:,.0f}", faster, same)


def _timed(action: Callable[[], _Result]) -> tuple[_Result, float]:
    """CPU time: what else the machine does shows less."""
    start = time.process_time()
    result = action()
    return result, time.process_time() - start
