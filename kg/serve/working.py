"""What runs in a worker: one task after the other over an open store, within limits that the system holds."""

import os
import resource
import signal
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from kg.errors import KgError

Task = Callable[[Any, Any], Any]
"""What to do with what `Source.reading` gave and with an argument. Pickled by its name, as its result is by value."""
_IDLE = 5.0  # in seconds; so long an old state is kept on the disk


class Fault(KgError):
    """A task failed, and nobody expected it."""


class Source(Protocol):
    """What is served. It is pickled on its way to the workers."""

    def state(self) -> str:
        """What is read now has this name; cheap to ask."""
        ...

    def reading(self) -> AbstractContextManager[Any]:
        """What tasks are given, as it is now."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """What a task gave, or why it could not, and the state that it saw."""

    state: str
    value: Any = None
    error: KgError | None = None
    trace: str = ""
    """For the log, which a worker cannot write."""


def work(connection: Connection, source: Source, memory: int) -> None:
    """Answers pairs of a task and its argument until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then closes the connection
    opened = _Opened(source)
    _limit(memory)
    while True:
        try:
            while not connection.poll(_IDLE):
                opened.renew()
            task, argument = connection.recv()
            connection.send_bytes(b"begun")
        except (EOFError, ConnectionError):
            os._exit(0)
        try:
            connection.send(opened.done(task, argument))
        except MemoryError:
            os._exit(1)


class _Opened:
    """The source in its present state."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._stack = ExitStack()
        self._state = ""
        self._value: Any = None
        self.renew()

    def renew(self) -> KgError | None:
        """Moves on to what was published last."""
        try:
            state = self._source.state()
            if state != self._state:
                self._state, self._value = "", None
                self._stack.close()
                self._value = self._stack.enter_context(self._source.reading())
                self._state = state
        except KgError as error:
            return error
        return None

    def done(self, task: Task, argument: Any) -> Done:
        if error := self.renew():
            return Done(self._state, error=error)
        try:
            return Done(self._state, task(self._value, argument))
        except KgError as error:
            return Done(self._state, error=error)
        except MemoryError:
            raise
        except Exception:
            fault = Fault("a fault of kg: its log tells more")
            return Done(self._state, error=fault, trace=traceback.format_exc())


def _limit(memory: int) -> None:
    """No file is written, no memory image left, and so many bytes more are to be had at most."""
    status = Path("/proc/self/status")
    begun = int(status.read_text("ascii").partition("VmData:")[2].split()[0]) << 10 if status.exists() else 1 << 30
    for what, most in ((resource.RLIMIT_DATA, begun + memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (most, most))
