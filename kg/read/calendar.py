"""Dates in the lines of one text, with the grain that the text gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, lru_cache

from dateparser.date import DateDataParser

from kg.model import Literal, Span
from kg.read.date_pattern import date_pattern
from kg.read.lexicon import any_of, lexicon

_FORMATS = {"full": ("date", "%Y-%m-%d"), "month": ("gYearMonth", "%Y-%m"), "day": ("gMonthDay", "--%m-%d")}
# Dates without a year are read in a leap year; no clock is asked.
_BASE = datetime(2000, 12, 31)


@dataclass(frozen=True, slots=True)
class Date:
    """A date at a span of its line; `weekday` (Monday is 0) where the text names it."""

    span: Span
    value: Literal
    weekday: int | None = None


class Calendar:
    """Reads dates in the lines of one text, which tells days from months where figures leave that open."""

    def __init__(self, text: str) -> None:
        self._text = text

    def dates_in(self, line: str) -> list[Date]:
        """The dates of a line, in order. One in figures that stays ambiguous has the grain of a year."""
        found = ((match, self._value(match)) for match in date_pattern().finditer(line))
        return [Date(Span(*match.span()), value, _weekday(match)) for match, value in found if value]

    def _value(self, match: re.Match[str]) -> Literal | None:
        return self._from_figures(match["figures"]) if match["figures"] else _from_words(match)

    def _from_figures(self, figures: str) -> Literal | None:
        readings = {iso for order in ("DMY", "MDY") if (iso := _formatted(figures, order, "%Y-%m-%d"))}
        if len(readings) > 1:
            named = {iso for iso in readings if iso[4:] in self._named_days}
            readings = {str(_formatted(figures, order, "%Y-%m-%d")) for order in self._orders} or named
        if len(readings) == 1:
            return Literal(readings.pop(), "date")
        return Literal(figures[-4:], "gYear") if _formatted(figures, "DMY", "%Y") else None

    @cached_property
    def _orders(self) -> frozenset[str]:
        """The orders of day and month that the text shows elsewhere: by a day above 12, or by where its clock is."""
        return frozenset(self._shown_orders())

    def _shown_orders(self) -> Iterator[str]:
        if _month_first_clock().search(self._text):
            yield "MDY"
        for match in date_pattern().finditer(self._text):
            first, second, *_ = map(int, re.findall(r"\d+", match["figures"] or "0/0"))
            if first > 12 or second > 12:
                yield "DMY" if first > 12 else "MDY"

    @cached_property
    def _named_days(self) -> frozenset[str]:
        """Day and month (`-09-07`) of all dates of the text that name their month."""
        matches = (
            match for match in date_pattern().finditer(self._text) if not match["figures"] and not match["month"]
        )
        return frozenset(value.text[-6:] for match in matches if (value := _from_words(match)))


def _from_words(match: re.Match[str]) -> Literal | None:
    grain = next(name for name in _FORMATS if match[name])
    datatype, form = _FORMATS[grain]
    text = _formatted(match[grain], "DMY", form)
    return Literal(text, datatype) if text else None


def _weekday(match: re.Match[str]) -> int | None:
    name = match["weekday"]
    return [day[:3] for day in lexicon()["weekdays"]].index(name[:3].lower()) if name else None


@cache
def _month_first_clock() -> re.Pattern[str]:
    return re.compile(rf"\d\s?(?:[ap]\.?m\.?)?\s{any_of(lexicon()['month_first_zones'])}\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _formatted(words: str, order: str, form: str) -> str | None:
    """A date in the given form; nothing if there is no such day."""
    when: datetime | None = _parser(order).get_date_data(words).date_obj
    return when.strftime(form) if when else None


@cache
def _parser(order: str) -> DateDataParser:
    settings = {"RELATIVE_BASE": _BASE, "PREFER_DATES_FROM": "past", "DATE_ORDER": order}
    return DateDataParser(languages=["en"], settings=settings)
