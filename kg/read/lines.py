"""The lines of a file of any size, of which none is read into memory that is too long."""

from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 20


def lines(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Each with its end, in order; nothing in the place of one with more bytes than that."""
    while line := file.readline(longest + 1):
        if len(line) > longest and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(_CHUNK)
            yield None
        else:
            yield line
