"""Measures side by side: machines are noisy, and noise that lasts hits both sides of a pair."""

import gc
import multiprocessing
import os
import platform
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

_Result = TypeVar("_Result")


class Pair(NamedTuple):
    """Medians in seconds, and the medians of the ratios of ours to the other in each round, also of CPU time.

    CPU time is that of all threads of this process, and of no other process.
    """

    other: float
    ours: float
    ratio: float
    cpu: float


class Stopwatch:
    """Seconds by what was done: `value = watch("read", lambda: read(source))`."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, what: str, action: Callable[[], _Result]) -> _Result:
        start = time.perf_counter()
        result = action()
        self.seconds[what] = time.perf_counter() - start
        return result


def paired(rounds: int, other: Callable[[], object], ours: Callable[[], object]) -> Pair:
    """Runs each once to warm up, then one after the other, `rounds` times."""
    runs = [(_seconds(other), _seconds(ours)) for _ in range(rounds + 1)][1:]
    ratios = [(b.wall / a.wall, b.cpu / a.cpu) for a, b in runs]
    walls, cpus = zip(*ratios, strict=True)
    return Pair(median(a.wall for a, _ in runs), median(b.wall for _, b in runs), median(walls), median(cpus))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown: the first column is text, the others are numbers."""
    ruler = ["---", *["---:"] * (len(columns) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (columns, ruler, *rows))


def alone(task: Callable[..., _Result], *given: object) -> _Result:
    """In a process of its own, which has nothing in memory but what the task needs."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(task, *given).result()


def peak_memory() -> int:
    """The most that this process had, in megabytes."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # not Linux; a process that another started may have the other's memory counted as its own
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def machine() -> str:
    """What the figures were measured on."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


class _Run(NamedTuple):
    wall: float
    cpu: float


def _seconds(action: Callable[[], object]) -> _Run:
    gc.collect()
    start, cpu = time.perf_counter(), time.process_time()
    action()
    return _Run(time.perf_counter() - start, time.process_time() - cpu)
