"""A store made anew: it grows beside the old one, which is read until the new one takes its place in one step."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.failures import explained
from kg.store.folder import FORMAT, Folder
from kg.store.kept import Kept
from kg.store.lock import locked
from kg.store.store import DATA, Store
from kg.store.writable import WritableStore


@dataclass(frozen=True, slots=True)
class Renewal:
    """`old`: what is read, in whatever format, to read from; `new`: an empty store to write into."""

    folder: Folder
    old: Store
    new: WritableStore

    def replace(self, judgements: Kept | None = None) -> None:
        """Publishes what is in `new` as the next state, with these judgements or else those of `old`.

        Background knowledge stays.
        """
        self._publish(lambda state: self._fill(state, judgements))

    def take_place(self) -> None:
        """The same, with the judgements and background of `new`."""
        self._publish(self.new.fill)

    def _publish(self, fill: Callable[[Path], None]) -> None:
        home = self.folder.path
        with explained(home):
            self.folder.snapshots.publish(fill)
            # Where it ends here, the old format is still there as a whole.
            self.folder.mark(self.old.names)
            _forget_format_1(home)

    def _fill(self, state: Path, judgements: Kept | None) -> None:
        self.new.fill(state)
        self.old.hand_on_given(state)
        if judgements and (judgements.data or Kept.of(state, self.folder.path).data):
            judgements.write(state, self.folder.path)

    @property
    def number(self) -> int:
        """Of the state that is read."""
        return self.folder.snapshots.number


@contextmanager
def renewing(path: Path) -> Iterator[Renewal]:
    """For one writer alone. A `StoreError` if there is no store, nothing in it, or if it is one of a newer kg."""
    folder, fresh = Folder(path), path / "rebuild"
    with locked(path, exclusive=True):
        with explained(path):
            version, names = folder.made()
            if version > FORMAT:
                folder.names()
            folder.snapshots.clear()
            shutil.rmtree(fresh, ignore_errors=True)
            state = folder.state
            if state is None:
                raise StoreError(f"nothing was loaded into {path} yet: run `kg load SOURCE --store {path}`")
            old = Store(folder, names, state, ox.Store.read_only(str(state / DATA)))
        try:
            with old.until_closed(), WritableStore.opened(fresh, names) as new:
                yield Renewal(folder, old, new)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            folder.snapshots.clear()


def _forget_format_1(home: Path) -> None:
    """Takes away what the first format had straight in the store's folder."""
    shutil.rmtree(home / DATA, ignore_errors=True)
    for name in ("judgements.csv", "judgements.from", "stale"):
        (home / name).unlink(missing_ok=True)
