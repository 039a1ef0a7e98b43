"""Tasks in worker processes that are killed when they take too long, and replaced."""

import asyncio
import hashlib
import pickle
from collections.abc import Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Self

from kg.serve.failures import ended, late, too_slow
from kg.serve.lanes import Lane, Lanes
from kg.serve.limits import Limits
from kg.serve.worker import Worker, preload
from kg.serve.working import Done, Source, Task


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
        for _ in range(self.limits.workers):
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
            worker = await self._idle.get()
            with self._kept_or_replaced(worker, lane):
                done = await self._done(worker, lane, key, task, argument)
        if done.error:
            raise done.error
        return done

    async def _done(self, worker: Worker, lane: Lane, key: Hashable, task: Task, argument: Any) -> Done:
        if lane.slow:
            worker.step_back()
        under_way = asyncio.get_running_loop().run_in_executor(self._asking, worker.ask, task, argument)
        if not (await asyncio.wait({under_way}, timeout=self.limits.quick))[0]:
            if not self._lanes.turn_slow(lane, key):
                raise too_slow()
            worker.step_back()
            if not (await asyncio.wait({under_way}, timeout=self.limits.seconds - self.limits.quick))[0]:
                raise late(self.limits.seconds)
        done = under_way.result()
        if done is None:
            raise ended(self.limits.memory)
        return done

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
                worker.kill()
                replacing = asyncio.create_task(self._start())
                self._replacing.add(replacing)
                replacing.add_done_callback(self._replacing.discard)

    async def _start(self) -> None:
        loop = asyncio.get_running_loop()
        worker = await loop.run_in_executor(self._starting, Worker, self.source, self.limits.memory)
        self._idle.put_nowait(worker)
