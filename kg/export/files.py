"""Writes a file whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError


def write(path: Path, data: bytes) -> None:
    """Replaces the file in one step: a reader sees the old bytes or the new, after a crash too. Raises `KgError`."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise KgError(
            f"cannot write {path} ({error.strerror}): name a file in a folder that you can write to"
        ) from error
