"""One worker process, as the server sees it."""

import os
import time
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

from kg.serve.working import Done, Source, Task, work

_POLITE = 15
_CONTEXT = get_context("forkserver")  # the server has threads, and a copy of it may find locks that nobody opens


def preload(*modules: str) -> None:
    """Imports them once for all workers that begin later."""
    _CONTEXT.set_forkserver_preload(list(modules))


class Gone(Exception):
    """The process ended, and not by the task."""


class Worker:
    """`ask` blocks; `kill` ends that."""

    def __init__(self, source: Source, memory: int) -> None:
        self._connection, other = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=work, args=(other, source, memory), daemon=True)
        self._process.start()
        other.close()

    @property
    def busy(self) -> float:
        """Seconds of CPU time until now; a machine with much to do makes no query slow."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # Linux: the clock of another process
        except OSError:
            return time.monotonic()

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def ask(self, task: Task, argument: Any) -> Done | None:
        """What came of it; nothing if that ended the process. `Gone` if it had ended before."""
        try:
            self._connection.send((task, argument))
            self._connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise Gone from error
        try:
            done = self._connection.recv()
        except (EOFError, OSError):
            return None
        return done if isinstance(done, Done) else None

    def step_back(self) -> None:
        """Others go first from now on; there is no way back."""
        with suppress(OSError):  # it may have ended
            os.setpriority(os.PRIO_PROCESS, self.pid, _POLITE)

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()
