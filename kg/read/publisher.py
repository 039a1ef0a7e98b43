"""Who published an article, as its text says it."""

import re
from collections.abc import Iterator

from kg.model import Remark
from kg.read.blocks import Blocks
from kg.read.boilerplate import COPYRIGHT, REPRINT
from kg.read.byline import byline_of
from kg.read.calendar import Calendar
from kg.read.dateline import first_dateline
from kg.read.outlets import is_agency, is_outlet

_FIRST_BLOCKS = 8
_LONGEST_NAME = 60
_NAME = rf"(?P<name>(?:[Tt]he )?(?:[A-Z0-9]|(?:[a-z0-9-]{{1,40}}\.){{1,4}}[a-z])[^\n,;()]{{1,{_LONGEST_NAME}}}?)"
_NAME_ENDS = r"(?=\s(?:on|in|at|under|with|by|here|as|for)\b|\sand (?:is|was|has|it)\b|[,;:()]|[.!](?:\s|\)|$)|$)"
_FIRST = re.compile(
    r"(?:originally|first|previously|initially) (?:published|appeared|posted|ran|aired|released)"
    rf" (?:(?:on|in) .{{1,30}}? (?=by ))?(?:by|on|in|at) {_NAME}{_NAME_ENDS}"
)
_AGAIN = re.compile(
    rf"(?:republished|reprinted|reproduced|syndicated) (?:here )?(?:from|courtesy of) {_NAME}{_NAME_ENDS}"
)
_PERMISSION = re.compile(rf"(?:with|by) (?:the )?(?:kind )?permission (?:of|from) {_NAME}{_NAME_ENDS}")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?: ?©| ?\(c\))? ?(?:(?:19|20)\d\d(?:[-–]\d{2,4})?,? )?(?:by )?"
    rf"{_NAME}(?=[,;()]|\.(?:\s|$)|\s(?:19|20)\d\d|\s?[Aa]ll [Rr]ights|$)",
    re.IGNORECASE,
)
_SOURCE = re.compile(rf"^Source: {_NAME}\.?$")
_PARTS = re.compile(r"\s?[,|•]\s?|\s[-–—]\s|\s(?:for|of|at)\s")


def publisher(text: str, blocks: Blocks, remarks: tuple[Remark, ...]) -> str | None:
    """The name that the text gives: of the first publisher, else in the dateline, the byline, the copyright notice."""
    return next(_names(text, blocks, remarks), None)


def _names(text: str, blocks: Blocks, remarks: tuple[Remark, ...]) -> Iterator[str]:
    for pattern in (_FIRST, _AGAIN, _PERMISSION):
        yield from _in_notices(pattern, REPRINT, text, remarks)
    dateline = first_dateline(text, blocks, remarks, Calendar(text))
    if dateline and dateline.agency:
        yield dateline.agency
    lines = [block.of(text) for block in blocks]
    for line in lines[:_FIRST_BLOCKS]:
        yield from _in_byline(line)
    yield from (match["name"] for line in lines[-3:] if (match := _SOURCE.match(line)) and is_outlet(match["name"]))
    yield from _in_notices(_COPYRIGHT, COPYRIGHT, text, remarks)


def _in_notices(pattern: re.Pattern[str], reason: str, text: str, remarks: tuple[Remark, ...]) -> Iterator[str]:
    for remark in remarks:
        notice = " ".join(remark.span.of(text).split())
        if remark.reason == reason and (match := pattern.search(notice)):
            yield match["name"]


def _in_byline(line: str) -> Iterator[str]:
    """The outlet in a byline, or an agency that has a line of its own."""
    if is_agency(line):
        yield line
    parts = _PARTS.split(byline_of(line) or "")
    yield from (part for part in reversed(parts) if is_outlet(part))
