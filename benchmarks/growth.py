"""What the next article costs as a store grows: time by stage and memory, in one load of 19,000 stories of Reuters."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from benchmarks.corpora import reuters
from benchmarks.timing import alone, peak_memory, table
from kg.extract import Extractor
from kg.ids import Names
from kg.model import DocumentGraph
from kg.pipeline import change
from kg.pipeline.intake import Intake
from kg.pipeline.progress import Unseen
from kg.read import find, read
from kg.settings import Settings
from kg.store import WritableStore

_SIZES = (1_000, 5_000, 19_000)
_STEP = 1_000
_SINGLE = 20
_STAGES = ("read and extract", "derive", "write")
_COLUMNS = ["stories", *(f"{stage}, ms" for stage in _STAGES), "together, ms", "last thousand, ms"]
_SETTINGS = Settings()

Times = dict[str, float]
"""Seconds, by what was done."""


class _Clocks:
    """CPU time and time by the clock, of what is done through it."""

    def __init__(self) -> None:
        self.cpu: Times = dict.fromkeys((*_STAGES, "together"), 0.0)
        self.wall: Times = dict(self.cpu)

    def __call__(self, what: str, action: Callable[[], object]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        action()
        self.cpu[what] = self.cpu.get(what, 0) + time.process_time() - cpu
        self.wall[what] = self.wall.get(what, 0) + time.perf_counter() - wall

    def within(self, what: str, items: Iterator[DocumentGraph]) -> Iterator[DocumentGraph]:
        """The items; how long each takes to come is measured."""
        found: list[DocumentGraph] = []
        while True:
            self(what, lambda: found.extend(islice(items, 1)))
            if not found:
                return
            yield found.pop()


class _TimedStore(WritableStore):
    """Measures what it writes."""

    clocks: _Clocks

    def change(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = (), documents: Iterable[str] = ()) -> None:
        self.clocks("write", lambda: super(_TimedStore, self).change(added, removed, documents))


def report(_: int) -> Iterator[str]:
    """The load by CPU time and by the clock, then memory and single articles. One round: it takes half an hour."""
    if not (data := os.environ.get("KG_EVAL_DATA")):
        yield "Nothing measured: KG_EVAL_DATA names no folder with stories.\n"
        return
    with TemporaryDirectory() as folder:
        more, less = (Path(folder) / name for name in ("reuters", "single"))
        reuters(Path(data), less, max(_SIZES), max(_SIZES) + _SINGLE)
        reuters(Path(data), more, 0, max(_SIZES))
        cpu, wall, single = alone(_measure, more, less, Path(folder) / "store")
    yield "CPU time for each story:\n\n" + table(_COLUMNS, cpu) + "\n"
    yield "Time by the clock:\n\n" + table(_COLUMNS, wall) + "\n"
    yield table(["stories", "memory at most, MB", "one more, CPU ms", "one more, ms", "one less, ms"], single) + "\n"


def _measure(stories: Path, single: Path, place: Path) -> tuple[list[list[str]], ...]:
    extractor = Extractor(_SETTINGS)
    further = [extractor.extract(read(source, _SETTINGS)) for source in find([str(single)])]
    intake = Intake(_SETTINGS, Unseen())
    graphs = intake.extract(intake.read(list(find([str(stories)]))), set())
    cpu, wall, ones = list[list[str]](), list[list[str]](), list[list[str]]()
    with _TimedStore.opened(place, Names()) as store:
        store.clocks = load = _Clocks()
        for done in range(_STEP, max(_SIZES) + 1, _STEP):
            before = dict(load.cpu), dict(load.wall)
            came = load.within("read and extract", islice(graphs, _STEP))
            load("together", lambda: change(store, came))  # noqa: B023  (called at once)
            if done in _SIZES:
                cpu.append(_row(done, load.cpu, before[0]))
                wall.append(_row(done, load.wall, before[1]))
                ones.append([f"{done:,}", str(peak_memory()), *_singly(store, further)])
                store.clocks = load
    return cpu, wall, ones


def _row(done: int, times: Times, before: Times) -> list[str]:
    own = {**times, "derive": times["together"] - times["read and extract"] - times["write"]}
    lately = (times["together"] - before["together"]) / _STEP
    return [
        f"{done:,}",
        *(f"{1000 * own[stage] / done:.1f}" for stage in (*_STAGES, "together")),
        f"{1000 * lately:.1f}",
    ]


def _singly(store: _TimedStore, further: Iterable[DocumentGraph]) -> list[str]:
    """Articles that are extracted already, into the store and out of it again."""
    runs = []
    for graph in further:
        store.clocks = _Clocks()
        clocks = _Clocks()
        clocks("more", lambda: change(store, [graph]))  # noqa: B023  (called at once)
        clocks("less", lambda: change(store, removed=[graph.document.id]))  # noqa: B023
        runs.append((clocks.cpu["more"], clocks.wall["more"], clocks.wall["less"]))
    return [f"{1000 * median(column):.0f}" for column in zip(*runs, strict=True)]
