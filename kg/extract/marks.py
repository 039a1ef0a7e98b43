"""Quotation marks: which one opens, which one closes, and what stands between them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.words import Token
from kg.model import Span

_MARK = re.compile("[\"“”„\n]|''|``|‘‘|’’")
_ONLY_CLOSES = frozenset({"\n", "”", "’’"})
_ONLY_OPENS = frozenset({"“", "``", "‘‘"})
_OPENS_OR_BREAKS = _ONLY_OPENS | {"\n"}
_STOPS = frozenset(",.!?")
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker given by the layout: the last word of the name, the colon or dash beside it, and the whole name."""

    name: Token
    mark: Token
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span of somebody's words, without the marks around it.

    `closed`: it ends with a mark, not with its paragraph. `marked`: it stands between quotation marks.
    """

    span: Span
    closed: bool
    label: Label | None = None
    marked: bool = True


def _misprinted(text: str, mark: re.Match[str]) -> bool:
    """A closing mark that opens a paragraph."""
    first = mark.start() == 0 or text[mark.start() - 1] == "\n"
    return first and mark.group() != "\n" and mark.end() < len(text) and not text[mark.end()].isspace()


def _closes_earlier(text: str, mark: re.Match[str], last: Quotation) -> bool:
    """Whether it stands as only closing marks do, behind a word or at a line's end, after a quotation left open."""
    if last.closed or mark.group() in _OPENS_OR_BREAKS or mark.start() - last.span.end > _LONGEST:
        return False
    after = text[mark.end() : mark.end() + 1]
    if after in {"", "\n"} or not (text[mark.start() - 1].isspace() or after.isalnum()):
        return True
    return _is_detached(text, mark)


def _is_detached(text: str, mark: re.Match[str]) -> bool:
    """'…, "she said.': a closing mark that is printed with the word behind, the last one of its paragraph."""
    before = text[max(0, mark.start() - 2) : mark.start()].rstrip(" ")[-1:]
    return before in _STOPS and text[mark.end()].isalnum() and _last_of_paragraph(text, mark)


def _last_of_paragraph(text: str, mark: re.Match[str]) -> bool:
    following = _MARK.search(text, mark.end())
    return following is None or following.group() == "\n"


@lru_cache(maxsize=1)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Pair the quotation marks of each paragraph; one that stays open ends with its paragraph.

    But a mark that closes what no mark of its paragraph opened ends what an earlier paragraph left open. Curly marks
    inside straight ones are of a quotation within the quotation.
    """
    found: list[Quotation] = []
    begin, opened, inner = None, "", False
    for mark in _MARK.finditer(text):
        if begin is None and found and _closes_earlier(text, mark, found[-1]):
            found[-1] = Quotation(Span(found[-1].span.begin, mark.start()), closed=True)
        elif begin is None:
            begin = None if mark.group() in _ONLY_CLOSES and not _misprinted(text, mark) else mark.end()
            opened = mark.group()
        elif mark.group() in _ONLY_OPENS:
            inner = opened not in _ONLY_OPENS
        elif inner and mark.group() in _ONLY_CLOSES and mark.group() != "\n":
            inner = False
        else:
            found.append(Quotation(Span(begin, mark.start()), closed=mark.group() != "\n"))
            begin, inner = None, False
    if begin is not None:
        found.append(Quotation(Span(begin, len(text)), closed=False))
    return tuple(found)
