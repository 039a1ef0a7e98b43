"""From which files the articles of a store came, as seen from its folder: what no graph tells."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from kg.errors import DiskFull, StoreError

_SCHEMA = """CREATE TABLE IF NOT EXISTS place (source TEXT, document TEXT, path BLOB,
    PRIMARY KEY (source, document, path)) WITHOUT ROWID"""


class Place(NamedTuple):
    """The id of a document, the source that it has been under, and the file, as seen from the store's folder."""

    source: str
    document: str
    path: bytes


class Places:
    """Rows in a file of SQLite, for the one writer of the store.

    Paths are relative, so that store and articles may move together, and bytes, as the system has them.
    """

    def __init__(self, file: Path, connection: sqlite3.Connection) -> None:
        self._file = file
        self._connection = connection

    @classmethod
    @contextmanager
    def opened(cls, file: Path) -> Iterator[Self]:
        """Makes the file if there is none. What is written is kept if the block ends without an error."""
        with closing(sqlite3.connect(file)) as connection:
            with _explained(file):
                connection.execute(_SCHEMA)
            yield cls(file, connection)
            with _explained(file):
                connection.commit()

    @classmethod
    @contextmanager
    def reading(cls, file: Path) -> Iterator[Self]:
        """Writes nothing; where there is no file, there are no rows."""
        name = f"{file.resolve().as_uri()}?mode=ro" if file.exists() else ":memory:"
        with closing(sqlite3.connect(name, uri=True)) as connection:
            if not file.exists():
                connection.execute(_SCHEMA)
            yield cls(file, connection)

    def seen(self, path: Path) -> bytes:
        """Where a file is, from the store's folder on; its links are followed."""
        return os.fsencode(os.path.relpath(os.path.realpath(path), os.path.realpath(self._file.parent)))

    def below(self, root: Path, path: Path) -> bytes:
        """Where a file of a folder, or the folder itself, is; links inside the folder are not followed."""
        inside = os.path.join(os.path.realpath(root), path.relative_to(root))  # noqa: PTH118 - no link is resolved
        return os.fsencode(os.path.relpath(inside, os.path.realpath(self._file.parent)))

    def add(self, found: Iterable[tuple[str, str, Path]]) -> None:
        """By source and id of the document; what is there already changes nothing."""
        self.put(Place(source, id, self.seen(path)) for source, id, path in found)

    def put(self, rows: Iterable[Place]) -> None:
        with _explained(self._file):
            self._connection.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?)", rows)

    def take(self, rows: Iterable[Place]) -> None:
        with _explained(self._file):
            self._connection.executemany("DELETE FROM place WHERE source = ? AND document = ? AND path = ?", rows)

    def keep(self) -> None:
        """What was written so far stays, whatever happens then."""
        with _explained(self._file):
            self._connection.commit()

    def all(self) -> Iterator[Place]:
        with _explained(self._file):
            yield from map(Place._make, self._connection.execute("SELECT source, document, path FROM place"))

    def of(self, source: str, document: str) -> frozenset[bytes]:
        """Of all files that were this document under this source."""
        asked = "SELECT path FROM place WHERE source = ? AND document = ?"
        with _explained(self._file):
            return frozenset(path for (path,) in self._connection.execute(asked, (source, document)))

    def remove(self, source: str, documents: Iterable[str]) -> None:
        """What documents that have lost the source came from."""
        rows = ((source, id) for id in documents)
        with _explained(self._file):
            self._connection.executemany("DELETE FROM place WHERE source = ? AND document = ?", rows)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise DiskFull(file) from error
        raise StoreError(f"{file} cannot be used ({error}): remove it, and run the command again") from error
