"""How much a request may take, and how much all of them together."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and numbers; the defaults suit one machine that does other things as well.

    A query that has taken `quick` seconds of CPU time is slow from then on. Where others wait, slow ones hold at most
    half of the workers.
    """

    workers: int = 2 * (os.cpu_count() or 1) + 2
    spare: int = 4
    """Workers that take the place of those that are ended, without a pause."""
    seconds: float = 30
    quick: float = 0.05
    memory: int = 512 << 20
    """Of a worker, more than it takes when it begins."""
    rows: int = 100_000
    """Or triples."""
    result: int = 16 << 20
    sending: int = 256 << 20
    """All results together that clients have not read yet."""
    waiting: int = 400
    patience: float = 10
    """So long a request waits for a worker."""
    query: int = 256 << 10
    body: int = 1 << 20
    reading: float = 10
    """So long a client may take to send a request, and to read a piece of the answer."""
    connections: int = 1000

    @property
    def slow(self) -> int:
        """So many workers may have slow queries."""
        return max(1, self.workers // 2)
