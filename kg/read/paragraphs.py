"""Lines as they are printed → paragraphs: what is cut by the end of a line or of a page is put together again."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from kg.read.leading import Leading
from kg.read.lexicon import lexicon
from kg.read.sheets import Line, Sheet

_END: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET: Final = re.compile(r"[•‣▪●○◦*]\s")
_CUT: Final = re.compile(r"(?P<first>\w+)[-\u2010\u00ad]$")
_NEXT: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_LARGER: Final = 1.1  # letters that are so much larger, or smaller, are another kind of text
_INDENT: Final = (0.5, 5.0)  # times the size of letters
_FULL: Final = 0.85  # of the longest lines: another word may not have fitted
_MARGIN: Final = 0.9  # of the lines of a size are shorter than its longest ones

_SPELT: Final = str.maketrans({0xFB00 + at: way for at, way in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))})


def paragraphs(pages: Sequence[Sheet]) -> tuple[str, ...]:
    """The text of the pages, one line for each paragraph, without empty ones."""
    leading = Leading(pages)
    lines = [Line(line.x, line.y, line.size, _cleaned(line.text)) for page in pages for line in page]
    lines = [line for line in lines if line.text]
    longest = _longest(lines)
    groups: list[list[str]] = [[lines[0].text]] if lines else []
    for before, line in pairwise(lines):
        if _begins(line, before, leading) or _is_after_short(line, before, longest[round(before.size)]):
            groups.append([])
        groups[-1].append(line.text)
    words = Counter(word.casefold() for group in groups for text in group for word in _WORD.findall(text))
    return tuple(_joined(group, words) for group in groups)


def _cleaned(text: str) -> str:
    return " ".join(text.translate(_SPELT).split())


def _longest(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters the long lines have, by the size of the letters."""
    lengths: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        lengths[round(line.size)].append(len(line.text))
    return {size: sorted(found)[int(_MARGIN * (len(found) - 1))] for size, found in lengths.items()}


def _begins(line: Line, before: Line, leading: Leading) -> bool:
    """Whether a line begins a paragraph, as far as its place and its letters tell."""
    if not before.size / _LARGER <= line.size <= before.size * _LARGER or _BULLET.match(line.text):
        return True
    ended = bool(_END.search(before.text))
    if before.y < line.y:  # the next column or page
        return ended
    least, most = (times * line.size for times in _INDENT)
    return leading.is_gap(before.y - line.y, line.size) or (ended and least < line.x - before.x < most)


def _is_after_short(line: Line, before: Line, longest: int) -> bool:
    """Whether a sentence ended before, in a line that had room for the next word."""
    first = len(line.text.split()[0])
    return bool(_END.search(before.text)) and len(before.text) + 1 + first < _FULL * longest


def _joined(lines: Iterable[str], words: Counter[str]) -> str:
    whole = ""
    for line in lines:
        whole = _put_together(whole, line, words) if whole else line
    return whole


def _put_together(left: str, right: str, words: Counter[str]) -> str:
    """A word that is cut at its hyphen loses it, unless the text, or the language, writes it so within a line."""
    cut, following = _CUT.search(left), _NEXT.match(right)
    if not cut or not following:
        return f"{left} {right}"
    first, second = cut["first"], following[0]
    stays = (
        not second[0].islower()
        or first[-1].isdigit()
        or first.casefold() in lexicon()["hyphenated"]
        or words[f"{first}-{second}".casefold()] > words[f"{first}{second}".casefold()]
    )
    return (left if stays and not left.endswith("\u00ad") else left[:-1]) + right
