"""Datelines: place, date and agency before the first sentence ("OSLO, May 3 (NTB) - …")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Remark, Span
from kg.read.blocks import Blocks
from kg.read.calendar import Calendar, Date
from kg.read.outlets import is_outlet

_FIRST_BLOCKS = 8
_LONGEST = 120
_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}][\w'’.-]{{0,25}}"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_WHERE = re.compile(rf"(?:{_PLACE}(?:, ?{_PLACE}){{0,2}})?[\s,.:]{{0,4}}-{{0,2}}\s?$")
_AGENCY = re.compile(rf"[\s,.]{{0,4}}-{{0,2}}[\s(]{{0,2}}[(/](?P<name>[{_UPPER}a-z][\w&.’' -]{{1,40}})[)/]")
_DASH = re.compile(r"[.\s]{0,3}(?:-{1,2}|[–—:])(?=\s|[\"“A-Z]|$)")
_SET_OFF = re.compile(r"[,.]\s?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline gives; the place stays in the text."""

    date: Date | None
    agency: str | None


def dateline_of(line: str, calendar: Calendar) -> Dateline | None:
    """The dateline that the line begins with: place, date and a dash; or an agency, beside a date or before a dash."""
    head = line[:_LONGEST]
    date = next((date for date in calendar.dates_in(head)[:1] if _WHERE.fullmatch(head[: date.span.begin])), None)
    if date is None:
        agency = _AGENCY.search(head)
        placed = agency and _WHERE.fullmatch(head[: agency.start()]) and _DASH.match(head, agency.end())
        return Dateline(None, agency["name"]) if agency and placed and is_outlet(agency["name"]) else None
    agency = _AGENCY.match(head, date.span.end)
    if agency and is_outlet(agency["name"]):
        return Dateline(date, agency["name"])
    # "On May 3 - a Tuesday -" begins a sentence; a place is set off from its date.
    is_whole = _SET_OFF.search(head[: date.span.begin]) and _DASH.match(head, date.span.end)
    return Dateline(date, None) if is_whole else None


def first_dateline(text: str, blocks: Blocks, remarks: tuple[Remark, ...], calendar: Calendar) -> Dateline | None:
    """The dateline among the first blocks that are no furniture, if there is one."""
    return next(_datelines(text, blocks[:_FIRST_BLOCKS], {remark.span for remark in remarks}, calendar), None)


def _datelines(text: str, blocks: Blocks, furniture: set[Span], calendar: Calendar) -> Iterator[Dateline]:
    for block in blocks:
        line = dateline_of(block.of(text), calendar) if block not in furniture else None
        if line:
            yield line
