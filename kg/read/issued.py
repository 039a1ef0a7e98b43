"""When an article was published, as far as its text says so; dates of what it reports on are left alone."""

from collections.abc import Iterator

from kg.model import Literal, Remark
from kg.read.blocks import Blocks, is_sentence
from kg.read.boilerplate import REPRINT
from kg.read.byline import labelled_dates
from kg.read.calendar import Calendar, Date
from kg.read.dateline import first_dateline
from kg.read.year import with_year

_GRAINS = ("date", "gYearMonth", "gYear", "gMonthDay")
_HEAD_SENTENCES = 2
_TAIL_BLOCKS = 3


def issued(text: str, blocks: Blocks, remarks: tuple[Remark, ...]) -> Literal | None:
    """The date of the report: the finest that the text gives.

    Of equally fine ones, the date of its date line, else of the first publication, the dateline, the last update.
    """
    calendar = Calendar(text)
    found = [_dated(date, text) for date in _dates(text, blocks, remarks, calendar)]
    return min(found, key=lambda value: _GRAINS.index(value.datatype), default=None)


def _dates(text: str, blocks: Blocks, remarks: tuple[Remark, ...], calendar: Calendar) -> Iterator[Date]:
    labelled = [pair for line in _edges(text, blocks) for pair in labelled_dates(line, calendar)]
    yield from (date for label, date in labelled if label == "published")
    bare = [date for label, date in labelled if not label]
    # A text that is divided by dates is a chronicle: none of them is its own.
    if len({date.value for date in bare}) == 1:
        yield bare[0]
    for remark in remarks:
        if remark.reason == REPRINT:
            yield from calendar.dates_in(remark.span.of(text))
    dateline = first_dateline(text, blocks, remarks, calendar)
    if dateline and dateline.date:
        yield dateline.date
    yield from (date for label, date in labelled if label == "updated")


def _edges(text: str, blocks: Blocks) -> list[str]:
    """The lines before the body is well under way, and the last ones."""
    lines = [block.of(text) for block in blocks]
    sentences = 0
    for at, line in enumerate(lines):
        sentences += is_sentence(line)
        if sentences == _HEAD_SENTENCES:
            return lines[:at] + lines[max(at, len(lines) - _TAIL_BLOCKS) :]
    return lines


def _dated(date: Date, text: str) -> Literal:
    return with_year(date, text) if date.value.datatype == "gMonthDay" else date.value
