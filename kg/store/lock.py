"""Who may use a folder: any number of readers, or one writer."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.store.failures import explained


@contextmanager
def locked(path: Path, *, exclusive: bool) -> Iterator[None]:
    """Holds the lock of a folder, which ends with the process at the latest, however that ends.

    RocksDB keeps two writers apart, but lets a reader in beside a writer and then promises nothing of what it reads.
    """
    with explained(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with explained(path):
            fcntl.flock(descriptor, fcntl.LOCK_NB | (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH))
        yield
    finally:
        os.close(descriptor)
