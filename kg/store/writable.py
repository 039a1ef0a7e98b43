"""The store as a writer changes it."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import IO, Self

import pyoxigraph as ox

from kg.ids import Names
from kg.store.background import Background
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.kept import Kept, hand_on
from kg.store.lock import locked
from kg.store.snapshots import Snapshots
from kg.store.store import DATA, Store
from kg.store.versions import Versions

# Oxigraph writes new files in each bulk call: one call for each document is 37 times slower than this.
_BATCH = 100
_LARGE = 160 << 20  # in bytes; nearly a million quads. Of fewer it costs more than all of their reading wins.
# As many at once as take little memory; Oxigraph's own reader of files takes a gigabyte for a million.
_QUADS = 100_000


class WritableStore(Store):
    """Quads in a folder, to be changed: `with WritableStore.opened(path, names)`.

    It is a copy that costs nothing, of what was published last. Others read what was changed once it is published.
    """

    def __init__(self, folder: Folder, names: Names, state: Path, data: ox.Store) -> None:
        super().__init__(folder, names, state, data)
        self._changed = False
        self._compact_at = max(_LARGE, 2 * self._bytes())

    @classmethod
    @contextmanager
    def opened(cls, path: Path, names: Names) -> Iterator[Self]:
        """For one writer alone; makes the store if the folder is missing or empty. A `StoreError` if it cannot be."""
        folder = Folder(path)
        with explained(path):
            path.mkdir(parents=True, exist_ok=True)
        with locked(path, exclusive=True):
            with explained(path):
                folder.claim(names)
                store = cls(folder, names, *_copied(folder.snapshots))
            try:
                with store.until_closed():
                    yield store
            finally:
                folder.snapshots.clear()

    @property
    def published(self) -> int:
        """How many states were published before, the one that this began with and those that it published included."""
        return self._folder.snapshots.number

    @property
    def changed(self) -> bool:
        """Whether there is something to publish."""
        return self._changed or not self.published

    def publish(self) -> None:
        """All that was changed, at once, is what others read from now on. A `StoreError` if it cannot be written."""
        if self.changed:
            with explained(self._folder.path):
                self._folder.snapshots.publish(self.fill)
            self._changed = False

    @property
    def grown(self) -> bool:
        """Whether it is time to `compact`: it is large, and twice what it was when it was opened or compacted."""
        return self._bytes() >= self._compact_at

    def compact(self) -> None:
        """Rewrites Oxigraph's files as few: a term is looked up in each of those that there are."""
        self._changed = True
        with explained(self._folder.path):
            self._data.optimize()
        self._compact_at = max(_LARGE, 2 * self._bytes())

    def forget(self) -> None:
        """Lets go of what Oxigraph keeps of what was read: up to 32 MB for each of its indexes.

        No iterator that the store gave may be left. To open it again takes a twentieth of a second.
        """
        self._close()
        with explained(self._folder.path):
            self._data = ox.Store(str(self._state / DATA))

    def _bytes(self) -> int:
        total = 0
        for file in (self._state / DATA).glob("*.sst"):
            with suppress(FileNotFoundError):  # Oxigraph puts files together whenever it likes
                total += file.stat().st_size
        return total

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Where the block fails, nothing is left of what was changed since the last state was published."""
        try:
            yield
        except BaseException:  # Ctrl-C as well; raised again
            self._close()
            self._state, self._data = _copied(self._folder.snapshots)
            self._changed = False
            raise

    def fill(self, state: Path) -> None:
        """Makes an empty folder a state that holds the same."""
        self._data.backup(str(state / DATA))
        hand_on(self._state, state)

    def keep_judgements(self, data: bytes, file: Path | None) -> None:
        """Keeps a copy of the judgements in `file`, if any."""
        kept, new = Kept.of(self._state, self._folder.path), Kept(data, file)
        if data or kept.data:
            new.write(self._state, self._folder.path)
            self._changed |= Kept.of(self._state, self._folder.path) != kept

    def keep_versions(self, versions: Versions) -> None:
        """They are those of what is published next."""
        if versions != self.versions:
            versions.write(self._state)
            self._changed = True

    def add_background(self, graph: str, name: str, quads: Iterable[ox.Quad]) -> Background:
        """In the place of what there is under this graph."""
        self._changed = True
        with explained(self._folder.path):
            return Background.write(self._state, graph, name, quads)

    def remove_background(self, found: Background) -> None:
        self._changed = True
        found.remove(self._state)

    def put_beside(self, name: str, data: IO[bytes]) -> None:
        """Keeps one of those that `beside` gave."""
        self._changed = True
        with (self._state / name).open("wb") as file:
            shutil.copyfileobj(data, file)

    def load(self, quads: IO[bytes]) -> None:
        """Adds what a file of N-Quads holds, in bounded memory. Raises `SyntaxError`."""
        read = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
        while batch := list(islice(read, _QUADS)):
            self.change(batch)

    def add(self, documents: Iterable[Iterable[ox.Quad]]) -> None:
        """Adds the quads of documents; those that are there already change nothing."""
        documents = iter(documents)
        while batch := list(islice(documents, _BATCH)):
            self.change(chain.from_iterable(batch))

    def change(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = (), documents: Iterable[str] = ()) -> None:
        """Puts quads in and takes quads out, and whole documents by their ids."""
        self._changed = True
        with explained(self._folder.path):
            for id in documents:
                self._data.remove_graph(ox.NamedNode(self.names.document(id)))
            for quad in removed:
                self._data.remove(quad)
            self._data.bulk_extend(added)

    def clear_default_graph(self) -> None:
        self._changed = True
        self._data.clear_graph(ox.DefaultGraph())

    def replace_default_graph(self, quads: Iterable[ox.Quad]) -> None:
        """Puts what was derived from all documents in the place of what was derived before."""
        self.clear_default_graph()
        self.change(quads)


def _copied(snapshots: Snapshots) -> tuple[Path, ox.Store]:
    """A copy of the state that is read, for a writer."""
    snapshots.clear()
    scratch = snapshots.scratch
    scratch.mkdir()
    if current := snapshots.current:
        ox.Store.read_only(str(current / DATA)).backup(str(scratch / DATA))
        hand_on(current, scratch)
    else:
        Versions().write(scratch)
    return scratch, ox.Store(str(scratch / DATA))
