"""Turtle of graphs of growing size: `kg export`, from the store to the file, against rdflib's serializer.

rdflib has the triples in memory before its time counts: putting them there takes it about as long again. Each runs in a
process of its own, for what it needs of memory.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rdflib import Graph

from benchmarks.graphs import stores
from benchmarks.timing import alone, peak_memory, table
from kg.export import Format
from kg.ids import Names
from kg.pipeline import Wanted, exported
from kg.rdf import prefixes
from kg.store import Store

_COLUMNS = ["triples", "kg, CPU s", "rdflib, CPU s", "CPU: times faster", "by the clock", "kg, MB", "rdflib, MB"]


_MOST_ROUNDS = 100_000


class _Cost(NamedTuple):
    """Seconds, and megabytes at most."""

    cpu: float
    wall: float
    memory: int


def report(rounds: int, folder: Path) -> Iterator[str]:
    """A row for each size; what takes minutes is measured once."""
    rows = (_row(place, rounds if size <= _MOST_ROUNDS else 1) for size, place in alone(stores, folder).items())
    yield table(_COLUMNS, rows) + "\n"


def _row(place: Path, rounds: int) -> tuple[str, ...]:
    with TemporaryDirectory() as name:
        triples = Path(name) / "graph.nt"
        alone(_export, place, Format.NTRIPLES, triples)
        count = sum(1 for _ in triples.open("rb"))
        runs = [
            (alone(_rdflib, triples, Path(name) / "rdflib.ttl"), alone(_ours, place, Path(name) / "kg.ttl"))
            for _ in range(rounds)
        ]
    others, own = zip(*runs, strict=True)
    return (
        f"{count:,}",
        *(f"{median(cost.cpu for cost in side):.2f}" for side in (own, others)),
        f"{median(other.cpu / ours.cpu for other, ours in runs):.1f}",
        f"{median(other.wall / ours.wall for other, ours in runs):.1f}",
        *(f"{median(cost.memory for cost in side):,.0f}" for side in (own, others)),
    )


def _ours(place: Path, file: Path) -> _Cost:
    return _cost(lambda: _export(place, Format.TURTLE, file))


def _export(place: Path, form: Format, file: Path) -> None:
    with Store.reading(place) as store, file.open("wb") as out:
        exported(store, Wanted(form), out)


def _rdflib(triples: Path, file: Path) -> _Cost:
    graph = Graph().parse(triples, format="nt")
    for name, iri in prefixes(Names()).items():
        graph.bind(name, iri)
    return _cost(lambda: graph.serialize(file, format="turtle"))


def _cost(action: Callable[[], object]) -> _Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return _Cost(time.process_time() - cpu, time.perf_counter() - wall, peak_memory())
