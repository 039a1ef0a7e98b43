"""Writes a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError


def write(path: Path, data: bytes) -> None:
    """Replaces the file in one step: a reader sees the old bytes or the new, after a crash too. Raises `KgError`."""
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file beside the path, which takes its place at the end, or goes if there was an error. Raises `KgError`.

    What is no file, such as a pipe or /dev/null, is written to as it is: nothing may take its place.
    """
    is_special = path.exists() and not path.is_file()
    try:
        with path.open("wb") if is_special else _beside(path) as file:
            yield file
    except OSError as error:
        raise KgError(
            f"cannot write {path} ({error.strerror or error}): name a file in a folder that you can write to"
        ) from error


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    except BaseException:  # Ctrl-C as well; raised again
        with suppress(OSError):
            beside.unlink()
        raise
