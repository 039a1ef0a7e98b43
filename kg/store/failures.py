"""Says in one line why a folder cannot be used, and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import DiskFull, StoreError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the operating system and RocksDB say of a folder into a `StoreError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL or "No space left" in str(error):  # RocksDB's have no number
            raise DiskFull(path) from error
        raise StoreError(_explanation(path, error)) from error


def _explanation(path: Path, error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return f"no store at {path}: run `kg load SOURCE --store {path}` first"
        case FileExistsError() | NotADirectoryError():
            return f"{path} is a file, a store is a folder: name another"
        case BlockingIOError():
            return f"another process is writing into {path}: try again when that has ended"
        case _:
            return f"cannot use the store at {path} ({error.strerror or error}): name another folder"
