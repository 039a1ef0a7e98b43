"""Hostile text as Markdown (CommonMark with tables) that shows it and does nothing else."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kg.pages.words import printable

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~&#!$]")
_LIST_ITEM: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))(.)")


def escaped(text: str) -> str:
    r"""One line of plain text.

    >>> escaped("1. a|b *c*\n<b>")
    '1\\. a\\|b \\*c\\* \\<b\\>'
    """
    return _LIST_ITEM.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", printable(text).strip()))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain texts."""
    lines = [header, *rows]
    first, *rest = (f"| {' | '.join(map(escaped, line))} |" for line in lines)
    return "\n".join([first, "|" + " --- |" * len(header), *rest])
