"""A file → its lines, however long they are and whatever they hold."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import UnusableInput

LONGEST: Final = 16_000_000
"""Bytes of a line: no text that kg takes, with what is said of it, needs more."""
SUFFIXES: Final = (".jsonl", ".ndjson", "")
_SIGNATURE = b"\xef\xbb\xbf"

Numbered = tuple[int, bytes | UnusableInput]
"""A line with its number, from 1 on, or why it cannot be had."""


def lines(path: Path, longest: int = LONGEST) -> Iterator[Numbered]:
    """All but the empty ones. Raises `UnusableInput` where the file cannot be read."""
    try:
        _check(path)
        with path.open("rb") as file:
            yield from (found for found in _numbered(file, longest) if found[1])
    except FileNotFoundError:
        raise UnusableInput("no such file or folder; check the path") from None
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror}); check the path and its permissions") from None


def _check(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnusableInput("is no file in which extractions could be; name one, or a folder that has some")
    if path.suffix.lower() not in SUFFIXES:
        raise UnusableInput(f"is not {' or '.join(filter(None, SUFFIXES))}; `kg load` reads articles")


def _numbered(file: BinaryIO, longest: int) -> Iterator[Numbered]:
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, (line.removeprefix(_SIGNATURE) if number == 1 else line).strip()
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(longest)
            yield number, UnusableInput(f"is longer than {longest:,} bytes; split it")
