"""Who may use a worker now, and who waits: slow queries never hold all of them."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager, suppress

from kg.serve.failures import busy
from kg.serve.limits import Limits

_REMEMBERED = 1000


class Lane:
    """A place that is held; `slow` once it counts among the slow ones."""

    def __init__(self, *, slow: bool) -> None:
        self.slow = slow


class Lanes:
    """As many places as there are workers. What had to be ended is slow from the beginning when it comes again."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._held: set[Lane] = set()
        self._waiting: deque[tuple[asyncio.Future[None], Lane]] = deque()
        self._known: OrderedDict[Hashable, None] = OrderedDict()

    @asynccontextmanager
    async def place(self, key: Hashable) -> AsyncIterator[Lane]:
        """Waits for one; a 503 if too many wait already, or if it takes too long."""
        lane = Lane(slow=key in self._known)
        await self._entered(lane)
        try:
            yield lane
        finally:
            self._held.discard(lane)
            self._admit()

    def turn_slow(self, lane: Lane) -> bool:
        """Whether it counts among the slow ones from now on; it does not where there are enough of them."""
        lane.slow = lane.slow or self._slow < self._limits.slow
        return lane.slow

    def remember(self, key: Hashable) -> None:
        """It had to be ended, and is slow from the beginning when it comes again."""
        self._known[key] = None
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    @property
    def pressed(self) -> bool:
        """Whether anybody who may be quick waits for a place."""
        return any(not lane.slow for _, lane in self._waiting)

    @property
    def _slow(self) -> int:
        return sum(lane.slow for lane in self._held)

    async def _entered(self, lane: Lane) -> None:
        if len(self._waiting) >= self._limits.waiting:
            raise busy()
        entry = (asyncio.get_running_loop().create_future(), lane)
        self._waiting.append(entry)
        self._admit()
        try:
            async with asyncio.timeout(self._limits.patience):
                await entry[0]
        except BaseException as error:
            self._held.discard(lane)
            with suppress(ValueError):
                self._waiting.remove(entry)
            self._admit()
            if isinstance(error, TimeoutError):
                raise busy() from error
            raise

    def _admit(self) -> None:
        """In the order in which they came, but for slow ones that have no place."""
        for entry in list(self._waiting):
            admitted, lane = entry
            if len(self._held) >= self._limits.workers:
                return
            if not lane.slow or self._slow < self._limits.slow:
                self._waiting.remove(entry)
                self._held.add(lane)
                if not admitted.done():
                    admitted.set_result(None)
