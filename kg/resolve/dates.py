"""Dates that may lack a year, a month or a day."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from kg.model import Literal

PartialDate = frozenset[tuple[str, str]]
"""What is known of a date: its year, month and day as far as they are given. Nothing is known of `UNDATED`."""

UNDATED: PartialDate = frozenset()
_DATE = re.compile(r"(?:(?P<year>\d{4})|-)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def partial(value: Literal) -> PartialDate:
    """Of a `date`, `gYearMonth`, `gYear`, `gMonthDay` or `gMonth`; any other text is compatible with itself only.

    >>> sorted(partial(Literal("--11-21", "gMonthDay")))
    [('day', '21'), ('month', '11')]
    """
    found = _DATE.fullmatch(value.text)
    return frozenset((k, v) for k, v in found.groupdict().items() if v) if found else frozenset({("text", value.text)})


def compatible(left: PartialDate, right: PartialDate) -> bool:
    """Whether they can be one date, as far as they are known."""
    known = dict(left)
    return all(known.get(part, value) == value for part, value in right)


def identifying(dates: Iterable[PartialDate]) -> dict[PartialDate, PartialDate]:
    """For each date of a group the one that identifies its statement.

    That is the finest date it is part of, if there is exactly one such; otherwise it stands for itself.
    """
    known = set(dates)
    finest = [day for day in known if not any(day < other for other in known)]
    fits = {day: [key for key in finest if day <= key] for day in known}
    return {day: keys[0] if len(keys) == 1 else day for day, keys in fits.items()}


def interval(value: Literal) -> tuple[str, str] | None:
    """The first and the last day it can be, as ISO dates; None without a year, or if there is no such day."""
    parts = {part: int(number) for part, number in partial(value) if number.isdecimal()}
    if "year" not in parts:
        return None
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    try:
        last = day or monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1).isoformat(), date(year, month or 12, last).isoformat()
    except ValueError:
        return None
