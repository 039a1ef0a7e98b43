"""A source, opened: what format it is in, and its bytes."""

import io
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from kg.errors import UnusableInput
from kg.read.formats import HEAD, Reader, Table, form
from kg.read.patterns import is_pattern
from kg.read.sources import Source


class _Again(io.RawIOBase):
    """A stream from which a piece was read, and which gives it once more."""

    def __init__(self, piece: bytes, rest: BinaryIO) -> None:
        self._piece = piece
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the only buffer that `io` hands out
        piece = self._piece or self._rest.read(len(buffer))
        taken = piece[: len(buffer)]
        self._piece = self._piece[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)


@contextmanager
def opened(source: Source) -> Iterator[tuple[Reader | Table, BinaryIO]]:
    """Its format, and its bytes from the first on. Raises `UnusableInput` where it cannot be read, also later on."""
    try:
        with _bytes(source) as file:
            head = file.read(HEAD)
            yield form(source.name if source.piped else source.path.name, head, guess=source.piped), _from(head, file)
    except FileNotFoundError:
        if is_pattern(str(source.path)):
            raise UnusableInput("no file fits this pattern; check it") from None
        raise UnusableInput("no such file or folder; check the path") from None
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror}); check the path and its permissions") from None


def _from(head: bytes, file: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Again(head, file)))


@contextmanager
def _bytes(source: Source) -> Iterator[BinaryIO]:
    if source.piped:
        if sys.stdin is None or sys.stdin.closed:
            raise UnusableInput("is closed; give kg something to read, as `kg load - < FILE` does")
        yield sys.stdin.buffer
        return
    _check_kind(source)
    with source.path.open("rb") as file:
        yield file


def _check_kind(source: Source) -> None:
    mode = source.path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnusableInput("is a folder in which no file can be read; check its contents and permissions")
    if not stat.S_ISREG(mode):
        raise UnusableInput("is no regular file; save its contents as a text file first")
