"""One function over many items in several processes; the results come in the order of the items."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_POLITE = 5
"""What uses the results is alone at the end: what it can do before then is time won."""


def ordered(
    function: Callable[[_Item], _Result],
    items: Iterable[_Item],
    number: int,
    weigh: Callable[[_Item], int],
    ahead: int,
    modules: Sequence[str] = (),
) -> Iterator[tuple[_Item, _Result | None]]:
    """Each item with what the function makes of it; None where it ended the process that called it.

    Function, items and results are pickled on their way. While a result is used, others are made: of items that weigh
    `ahead` together. `modules` are imported once, for all processes; they end with this one, however it ends.
    """
    under_way = _UnderWay(function, number, modules)
    weight = 0
    try:
        for item in items:
            under_way.put(item)
            weight += weigh(item)
            while weight > ahead:
                weight -= weigh(under_way.first)
                yield under_way.take()
        while under_way:
            yield under_way.take()
    finally:
        under_way.end()


class _UnderWay(Generic[_Item, _Result]):
    """Items that were handed out, in a row."""

    def __init__(self, function: Callable[[_Item], _Result], number: int, modules: Sequence[str]) -> None:
        self._function = function
        self._number = number
        # Not forked from here: a copy of a process with several threads may find locks that nobody opens any more.
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(list(modules))
        self._row: deque[tuple[_Item, Future[_Result]]] = deque()
        self._pool = self._begun(number)

    def __len__(self) -> int:
        return len(self._row)

    @property
    def first(self) -> _Item:
        return self._row[0][0]

    def put(self, item: _Item) -> None:
        self._row.append((item, self._submitted(item)))

    def take(self) -> tuple[_Item, _Result | None]:
        """The first with its result, which is waited for."""
        item, future = self._row.popleft()
        try:
            return item, future.result()
        except BrokenProcessPool:
            return item, self._again(item)

    def end(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _begun(self, number: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(number, self._context, _begin)

    def _submitted(self, item: _Item) -> Future[_Result]:
        try:
            return self._pool.submit(self._function, item)
        except BrokenProcessPool as error:
            broken: Future[_Result] = Future()
            broken.set_exception(error)  # to be heard of when it is its turn
            return broken

    def _again(self, item: _Item) -> _Result | None:
        """With one process gone all are, and nobody knows which item it was: the first is tried alone."""
        try:
            with self._begun(1) as alone:
                return alone.submit(self._function, item).result()
        except BrokenProcessPool:
            return None
        finally:
            self.end()
            self._pool = self._begun(self._number)
            self._row = deque((item, done if _is_made(done) else self._submitted(item)) for item, done in self._row)


def _is_made(future: Future[_Result]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)


def _begin() -> None:
    """Ctrl-C ends a process without a word; so does the end of the one that it works for, which goes first."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_POLITE)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
