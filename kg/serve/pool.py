"""Tasks in worker processes that are killed when they take too long, and replaced."""

import asyncio
import hashlib
import logging
import pickle
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, Self

from kg.serve.failures import Refused, ended, late, too_slow
from kg.serve.lanes import Lane, Lanes
from kg.serve.limits import Limits
from kg.serve.worker import Gone, Worker, preload
from kg.serve.working import Done, Source, Task

_LOOK = 0.5


class Pool:
    """`async with Pool(source, limits) as pool`, then `await pool.run(task, argument)` from any handler."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.limits = limits
        self.source = source
        self._lanes = Lanes(limits)
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._asking = ThreadPoolExecutor(limits.workers)
        self._starting = ThreadPoolExecutor(1)
        self._replacing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        preload(type(self.source).__module__)
        for _ in range(self.limits.workers + self.limits.spare):
            await self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*self._replacing)
        while not self._idle.empty():
            self._idle.get_nowait().kill()
        self._asking.shutdown()
        self._starting.shutdown()

    async def run(self, task: Task, argument: Any) -> Done:
        """What the task made of the source and the argument. Raises `Refused`, and whatever `KgError` the task raises.

        Both are pickled on their way. If nobody waits for it any more, the worker is killed.
        """
        key = hashlib.blake2b(pickle.dumps((task, argument))).digest()
        async with self._lanes.place(key) as lane:
            try:
                done = await self._tried(lane, task, argument)
            except Refused:
                self._lanes.remember(key)
                raise
        if done.trace:
            logging.getLogger("uvicorn.error").error(done.trace)
        if done.error:
            raise done.error
        return done

    async def _tried(self, lane: Lane, task: Task, argument: Any) -> Done:
        """By the first worker that is there when it is asked; others may have been ended from outside."""
        while True:
            worker = await self._idle.get()
            with suppress(Gone), self._kept_or_replaced(worker, lane):
                return await self._done(worker, lane, task, argument)

    async def _done(self, worker: Worker, lane: Lane, task: Task, argument: Any) -> Done:
        if lane.slow:
            worker.step_back()
        busy, begun = worker.busy, time.monotonic()
        under_way = asyncio.get_running_loop().run_in_executor(self._asking, worker.ask, task, argument)
        while not (await asyncio.wait({under_way}, timeout=_LOOK if lane.slow else self.limits.quick))[0]:
            if time.monotonic() - begun > self.limits.seconds:
                raise late(self.limits.seconds)
            if worker.busy - busy > self.limits.quick:
                self._turn_slow(worker, lane)
        done = under_way.result()
        if done is None:
            raise ended(self.limits.memory)
        return done

    def _turn_slow(self, worker: Worker, lane: Lane) -> None:
        """Or out, where there are enough slow ones and others wait."""
        if not lane.slow and self._lanes.turn_slow(lane):
            worker.step_back()
        if not lane.slow and self._lanes.pressed:
            raise too_slow()

    @contextmanager
    def _kept_or_replaced(self, worker: Worker, lane: Lane) -> Iterator[None]:
        """Replaced where the block fails, and where it has stepped back, for which there is no way forward again."""
        keep = False
        try:
            yield
            keep = not lane.slow
        finally:
            if keep:
                self._idle.put_nowait(worker)
            else:
                self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        replacing = asyncio.create_task(self._start(worker))
        self._replacing.add(replacing)
        replacing.add_done_callback(self._replacing.discard)

    async def _start(self, former: Worker | None = None) -> None:
        loop = asyncio.get_running_loop()
        self._idle.put_nowait(await loop.run_in_executor(self._starting, self._started, former))

    def _started(self, former: Worker | None) -> Worker:
        if former:
            former.kill()
        return Worker(self.source, self.limits.memory)
