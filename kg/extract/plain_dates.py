"""Dates in the forms that news mostly writes ("June 9", "9 June 2018", "last month"), read without a general parser.

What is read is what `dateparser` reads (a test compares the two), in a hundredth of its time; the rest is left to it.
"""

import calendar
import datetime
import re
from functools import cache

from kg import lexicon

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_TOLD = re.compile(r"(?P<which>last|next) (?P<unit>year|month)", re.IGNORECASE)


def plain_date(text: str, base: datetime.date, *, future: bool) -> tuple[datetime.date, str] | None:
    """A day and its grain (day, month, year); without a year the last one up to `base`, or the next one after it.

    `text` has single spaces. Nothing for other forms, and for days that not every year has.
    """
    if told := _TOLD.fullmatch(text):
        return _beside(base, 1 if told["which"].lower() == "next" else -1, told["unit"].lower())
    found = next((match for form in _forms() if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month, year = _months()[found["month"].lower()], int(parts["year"] or base.year)
    day = int(parts.get("day") or min(base.day, _length(year, month)))
    if not 0 < day <= _length(year, month) or (month == 2 and day == 29):
        return None
    dated = datetime.date(year, month, day)
    if parts["year"] is None:
        dated = dated.replace(year=year + (future and base >= dated) - (not future and base < dated))
    return dated, "day" if parts.get("day") else "month"


def _beside(base: datetime.date, step: int, unit: str) -> tuple[datetime.date, str]:
    months = base.year * 12 + base.month - 1 + step * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(base.day, _length(year, month + 1))), unit


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@cache
def _months() -> dict[str, int]:
    return {form: number for number, forms in enumerate(lexicon.table("reading")["months"], 1) for form in forms}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """June 9, 2018; June 2018; 9 June 2018: with or without the year; a day of the week only before a whole date."""
    month = rf"(?P<month>{'|'.join(_months())})\.?"
    weekday = rf"(?:(?:{'|'.join(lexicon.table('reading')['weekdays'])}),? )"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"{month}(?: {_DAY})?(?:,? {_YEAR})?",
            rf"{_DAY} {month}(?:,? {_YEAR})?",
            rf"{weekday}{month} {_DAY},? {_YEAR}",
        )
    )
