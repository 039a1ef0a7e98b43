"""What a PDF file holds, read in a process of its own: it may take no more time and memory than it is given.

A program: the file comes from standard input, JSON goes to standard output. Of kg it imports nothing, for it is started
for each file anew.
"""

import io
import json
import logging
import math
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

SECONDS: Final = 60
"""Of the processor."""
MEMORY: Final = 1 << 30
_PAGES: Final = 500
_CHARACTERS: Final = 4_000_000  # headers and footers included
_STREAM: Final = 20_000_000  # bytes of one, unpacked; text takes little, and pictures are not unpacked
_PARTS: Final = 500_000  # of the commands that draw a page
_UPRIGHT: Final = (0,)
_EVERY_WAY: Final = (0, 90, 180, 270)

Line = tuple[float, float, float, str]
"""Where it begins, from the left and from below; the size of its letters; its text."""


class _Unusable(Exception):
    """Says why the file gives no text."""


class _Lines:
    """The lines of a page in the order in which it draws them, put together from what the text extraction hands out."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self._pieces: list[Line] = []

    def take(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        """A piece of a line, with the matrices of the page and of the text."""
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = size * math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        first, *others = text.split("\n")
        self._pieces.append((x, y, height, first))
        for other in others:
            self.end()
            self._pieces.append((x, y, height, other))

    def end(self) -> None:
        """The line is whole."""
        text = "".join(piece[3] for piece in self._pieces)
        if text.strip():
            x, y, *_ = next(piece for piece in self._pieces if piece[3].strip())
            height = max(self._pieces, key=lambda piece: len(piece[3]))[2]
            self.found.append((_rounded(x), _rounded(y), _rounded(height), text))
        self._pieces = []


class _Warnings(logging.Handler):
    """Counts what the library passed over."""

    count = 0

    def emit(self, _: logging.LogRecord) -> None:
        self.count += 1


def _rounded(value: float) -> float:
    return round(value, 1) if math.isfinite(value) and abs(value) < 1e9 else 0.0


def _read(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader, apply_configuration

    logger, warnings = logging.getLogger("pypdf"), _Warnings()
    logger.addHandler(warnings)
    logger.propagate = False
    with apply_configuration(
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        brotli_maximum_output_length=_STREAM,
        stream_parsing_work_maximum_count=_PARTS,
    ):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _Unusable("is encrypted; save it without its password, as with `qpdf --decrypt`")
        if len(reader.pages) > _PAGES:
            raise _Unusable(f"has more than {_PAGES} pages; split it")
        pages, lost = _pages(reader)
        told = _metadata(reader)
    return {"pages": pages, "lost": lost, "warnings": warnings.count, **told}


def _pages(reader: Any) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and the numbers of pages that cannot be read."""
    pages: list[list[Line]] = []
    lost = []
    left = _CHARACTERS
    for number in range(len(reader.pages)):
        try:
            pages.append(_page(reader.pages[number]))
        except MemoryError:
            raise
        except Exception:  # of whatever kind: the library says that broken files cause any
            pages.append([])
            lost.append(number + 1)
        left -= sum(len(line[3]) for line in pages[-1])
        if left < 0:
            raise _Unusable(f"has more than {_CHARACTERS:,} characters; split it")
    return pages, lost


def _page(page: Any) -> list[Line]:
    for orientations in (_UPRIGHT, _EVERY_WAY):
        lines = _Lines()
        page.extract_text(orientations=orientations, visitor_text=lines.take)
        lines.end()
        if lines.found:
            return lines.found
    return []


def _metadata(reader: Any) -> dict[str, str]:
    try:
        told = reader.metadata
        return {"title": str(told.title or ""), "author": str(told.author or "")} if told else {}
    except Exception:  # as above; the text can be read without
        return {}


def _answer(data: bytes) -> dict[str, Any]:
    try:
        return _read(data)
    except _Unusable as reason:
        return {"reason": str(reason)}
    except MemoryError:
        return {"reason": f"takes more than {MEMORY >> 20:,} MB of memory to read; print it into a new PDF file"}
    except Exception as error:  # as above
        kind = type(error).__name__
        if kind in {"FileNotDecryptedError", "DependencyError", "WrongPasswordError"}:
            return {"reason": "is encrypted; save it without its password, as with `qpdf --decrypt`"}
        if kind == "LimitReachedError":
            return {"reason": "unpacks to more than a text can take; print it into a new PDF file"}
        return {"reason": "is damaged, cut off, or no PDF file; get it again, or print it into a new one"}


def _bound(what: int, most: int) -> None:
    """Where there is a lower bound already, that holds; not every system has one for memory."""
    _, hard = resource.getrlimit(what)
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Reads and writes."""
    _bound(resource.RLIMIT_AS, MEMORY)
    _bound(resource.RLIMIT_CPU, SECONDS)
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
