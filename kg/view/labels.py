"""Labels of the drawing, broken into short lines, and how much room they take."""

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Final

from kg.pages.words import printable
from kg.view.boxes import Size

LINE_HEIGHT: Final = 1.25
# The widest of the common sans-serif fonts needs no more than this, on average, in units of the font's size.
_CHARACTER: Final = 0.58
_MOST_LINES: Final = 3
NODE_WIDTH: Final = 18
EDGE_WIDTH: Final = 22
"""In characters."""


def wrap(text: str, width: int) -> str:
    """At most three lines of about `width` characters; "…" stands for what does not fit."""
    lines = textwrap.wrap(printable(text), width, max_lines=_MOST_LINES, placeholder=" …")
    return "\n".join(lines) or "?"


def stack(labels: Sequence[str], width: int) -> str:
    """Several labels of one line, each cut to `width` characters, and how many more there are."""
    lines = [_cut(printable(label), width) for label in labels]
    most = _MOST_LINES if len(lines) == _MOST_LINES else _MOST_LINES - 1
    more = [f"+ {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join([*lines[:most], *more])


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def measure(label: str, font: float) -> Size:
    """The room a label takes; East Asian characters are as wide as high."""
    lines = label.split("\n")
    return Size(max(map(_width, lines)) * font, len(lines) * font * LINE_HEIGHT)


def _width(line: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else _CHARACTER for c in line)
