"""The states of a store: one that everybody reads, and one that a writer works on until it takes the other's place.

A state is a folder. Oxigraph's files never change once they are written, so a copy of them is a link and costs nothing.
Whatever happens to a writer, what `current` names is whole: the next writer begins with that again.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.store.lock import locked

_NAME = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True)
class Snapshots:
    """The states in the folder of a store; only who has the store's lock may begin, publish or clear away."""

    home: Path

    @property
    def current(self) -> Path | None:
        """The state that is read, if one was published. A `StoreError` if what says so is damaged."""
        try:
            name = self._pointer.read_text("ascii").strip()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            name = ""
        if not _NAME.fullmatch(name):
            raise StoreError(f"{self._pointer} is damaged: load into a new folder")
        return self._states / name

    @property
    def number(self) -> int:
        """How many states were published before; it tells whether something was made from the one that is read."""
        return int(current.name) if (current := self.current) else 0

    @contextmanager
    def reading(self) -> Iterator[Path | None]:
        """The state that is read, which stays until the block ends, though others be published."""
        with ExitStack() as stack:
            yield self._held(stack)

    def _held(self, stack: ExitStack) -> Path | None:
        """A writer may publish another one and take this one away, until it is locked."""
        while state := self.current:
            try:
                stack.enter_context(locked(state, exclusive=False))
            except StoreError as error:
                if state == self.current:
                    raise StoreError(f"{state} cannot be read: load into a new folder") from error
            if state.is_dir():
                return state
        return None

    @property
    def scratch(self) -> Path:
        """What a writer works on."""
        return self.home / "scratch"

    def clear(self) -> None:
        """Takes away what a writer left behind, and the states that nobody reads."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        for state in self._states.iterdir() if self._states.is_dir() else ():
            if state != self.current:
                with suppress(StoreError), locked(state, exclusive=True):
                    shutil.rmtree(state, ignore_errors=True)

    def publish(self, fill: Callable[[Path], None]) -> None:
        """Makes what `fill` writes into a new folder the state that is read."""
        new = self._states / "new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        fill(new)
        state = self._states / f"{self.number + 1:08}"
        shutil.rmtree(state, ignore_errors=True)  # a writer ended before it was named
        new.rename(state)
        beside = self._pointer.with_suffix(".new")
        beside.write_text(f"{state.name}\n", encoding="ascii")
        beside.replace(self._pointer)
        _synced(self.home)

    @property
    def _states(self) -> Path:
        return self.home / "states"

    @property
    def _pointer(self) -> Path:
        return self.home / "current"


def _synced(folder: Path) -> None:
    """The new name is on the disk when this returns."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
