"""From which files the articles of a store came, as seen from its folder: what no graph tells."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Self

from kg.errors import StoreError

_SCHEMA = """CREATE TABLE IF NOT EXISTS place (source TEXT, document TEXT, path BLOB,
    PRIMARY KEY (source, document, path)) WITHOUT ROWID"""


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

    def seen(self, path: Path) -> bytes:
        """Where a file is, from the store's folder on; its links are followed."""
        return os.fsencode(os.path.relpath(os.path.realpath(path), os.path.realpath(self._file.parent)))

    def add(self, found: Iterable[tuple[str, str, Path]]) -> None:
        """By source and id of the document; what is there already changes nothing."""
        rows = ((source, id, self.seen(path)) for source, id, path in found)
        with _explained(self._file):
            self._connection.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?)", rows)

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
        raise StoreError(f"{file} cannot be used ({error}): remove it, and run the command again") from error
