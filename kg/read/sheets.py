"""The pages of a PDF file as lines of text with their places, and what the file says of itself."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import UnusableInput
from kg.read import pdf_child

_PROGRAM: Final = "import runpy, sys; sys.path[:] = {path!r}; runpy.run_path({file!r}, run_name='__main__')"


@dataclass(frozen=True, slots=True)
class Line:
    """Where it begins, in points from the left and from below; the size of its letters; its text."""

    x: float
    y: float
    size: float
    text: str


Sheet = tuple[Line, ...]
"""One page, in the order in which it is drawn."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """`lost`: numbers of pages that could not be read; `warnings`: of how much in the file something is wrong."""

    pages: tuple[Sheet, ...]
    title: str
    author: str
    lost: tuple[int, ...]
    warnings: int


def sheets(data: bytes) -> Sheets:
    """What a file holds. Raises `UnusableInput`."""
    found = _run(data)
    if "reason" in found:
        raise UnusableInput(found["reason"])
    return Sheets(
        pages=tuple(tuple(Line(*line) for line in page) for page in found["pages"]),
        title=found.get("title", ""),
        author=found.get("author", ""),
        lost=tuple(found["lost"]),
        warnings=found["warnings"],
    )


def _run(data: bytes) -> dict[str, Any]:
    """What the child tells: a hostile file may take it down, and it alone."""
    program = _PROGRAM.format(path=sys.path, file=str(Path(pdf_child.__file__)))
    done = subprocess.run(  # noqa: S603 - our own program, with no word of the file in it
        [sys.executable, "-I", "-S", "-c", program], input=data, capture_output=True, check=False
    )
    try:
        found = json.loads(done.stdout)
    except ValueError:
        most = f"{pdf_child.SECONDS} seconds or {pdf_child.MEMORY >> 20:,} MB"
        raise UnusableInput(f"takes more than {most} to read; print it into a new PDF file") from None
    return found if isinstance(found, dict) else {}
