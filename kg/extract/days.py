"""From the words of a date to the date, with the grain that the words have: "last March" → a month of a year."""

import datetime
import re
from functools import cache, lru_cache

from dateparser.date import DateDataParser

from kg import lexicon
from kg.extract.plain_dates import plain_date
from kg.model import Literal

_YEAR = r"(?:1[5-9]|20)\d\d"
_ONLY_YEAR = re.compile(_YEAR)
_SEASON = re.compile(rf"{_YEAR}\s?[-–/]\s?\d\d")  # "the League 2020-21"
_NUMERIC = re.compile(rf"(\d\d?)[/.](\d\d?)[/.]({_YEAR})")
_OPENING = re.compile(r"^(?:(?:the|early|late|mid|in|on|around|about|noon|midnight)\b[\s-]*)+", re.IGNORECASE)
_DAYS = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b(?![-–\d])")
_PART_OF_DAY = re.compile(r"\s*\b(?:early|late|morning|afternoon|evening|night|noon|midnight)\b\s*", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    rf"(?:spring|summer|autumn|fall|winter|(?:\w+ )?(?:quarter|half)|end|beginning|start|middle)\W+(?:of\W+)?({_YEAR})",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:century|centuries|decades?|weeks?|weekend|quarter|season|hours?|minutes?|old|every|each|\d{4}s)\b", re.I
)
_THIS = re.compile(r"(?:(?:earlier|later)\s+)?this\s+(month|year)", re.IGNORECASE)
_APART = re.compile(
    r"(?:(the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?"
    r"(?:(next|following|previous|preceding)\s+)?(day|month|year)s?(?:\s+(later|after|earlier|before|previously))?",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_LEAP_YEAR = 2024
_WEEK = 7


class Days:
    """Resolves the words of dates against the day of the report, which may be unknown."""

    def __init__(self, issued: datetime.date | None) -> None:
        self._issued = issued
        words = lexicon.table("reading")
        months = {form: number for number, forms in enumerate(words["months"], 1) for form in forms}
        self._months = months
        self._weekdays: list[str] = words["weekdays"]
        self._month = re.compile(rf"(last|next|this)\s+({'|'.join(months)})\b\.?", re.IGNORECASE)
        self._weekday = re.compile(rf"(?:(last|next|this)\s+)?({'|'.join(self._weekdays)})", re.IGNORECASE)
        named = "|".join((*months, *self._weekdays))
        self._point = re.compile(rf"\b(?:{named}|ago|last|next|{_YEAR})\b|{_NUMERIC.pattern}", re.IGNORECASE)

    def resolve(self, words: str, *, future: bool = False) -> Literal | None:
        """A date with the grain of the words; nothing for spans of time, and for what only the day of issue tells."""
        text = " ".join(words.split())
        if part := _PART_OF_YEAR.search(text):
            return Literal(part[1], "gYear")
        text = _DAYS.sub("", _OPENING.sub("", text))
        if _SEASON.fullmatch(text):
            return None
        if _ONLY_YEAR.fullmatch(text):
            return Literal(text, "gYear")
        if _OPEN.search(text):
            return None
        if self._issued is not None and (near := self._near(text, self._issued, future=future)) is not None:
            return near
        return self._absolute(text, future=future)

    def _near(self, text: str, issued: datetime.date, *, future: bool) -> Literal | None:
        """What is told from the day of the report: "yesterday", "earlier this month", "last March", "on Tuesday"."""
        day = _PART_OF_DAY.sub(" ", text).strip().lower()
        if day in _NEAR:
            return _day(issued + datetime.timedelta(days=_NEAR[day]))
        if day == "this":
            return _day(issued)
        if found := _THIS.fullmatch(text):
            return Literal(f"{issued:%Y-%m}", "gYearMonth") if found[1].lower() == "month" else _year(issued.year)
        if found := self._month.fullmatch(text):
            return _month_near(found[1].lower(), self._months[found[2].lower()], issued)
        if found := self._weekday.fullmatch(day):
            return self._weekday_near((found[1] or "").lower(), found[2].lower(), issued, future=future)
        return None

    def _weekday_near(self, which: str, name: str, issued: datetime.date, *, future: bool) -> Literal:
        """The day of the report itself counts, unless it is "last" or "next"."""
        ahead = (self._weekdays.index(name) - issued.weekday()) % _WEEK
        if which == "next" or (which != "last" and future):
            days = ahead or (_WEEK if which == "next" else 0)
        else:
            days = ahead - _WEEK if ahead or which == "last" else 0
        return _day(issued + datetime.timedelta(days=days))

    def _absolute(self, text: str, *, future: bool) -> Literal | None:
        if not self._point.search(text):
            return None
        if (numeric := _NUMERIC.search(text)) and _is_ambiguous(int(numeric[1]), int(numeric[2])):
            return Literal(numeric[3], "gYear")
        dated = re.search(_YEAR, text) is not None
        if self._issued is None and not dated and re.search(r"\b(?:ago|last|next|this)\b|day\b", text, re.IGNORECASE):
            return None
        base = self._base(future=future)
        found = plain_date(text, base, future=future) or _parsed(text, base, "future" if future else "past")
        return _graded(*found, known=self._issued is not None or dated) if found is not None else None

    def _base(self, *, future: bool) -> datetime.date:
        """The day to look from; the parser takes that day itself, without a year, for a year ahead."""
        base = self._issued or datetime.date(_LEAP_YEAR, 12, 31)
        return base - datetime.timedelta(days=1) if future and base.day > 1 else base


def apart(words: str, anchor: Literal) -> Literal | None:
    """A date told from another one: "two days later", "the following year"; nothing if the anchor is too coarse."""
    found = _APART.fullmatch(" ".join(words.split()))
    if found is None or not (found[2] or found[4]) or anchor.datatype not in {"date", "gYearMonth", "gYear"}:
        return None
    count = _NUMBERS.get((found[1] or "").lower()) or (int(found[1]) if (found[1] or "").isdecimal() else 1)
    back = {(found[2] or "").lower(), (found[4] or "").lower()} & {
        "previous",
        "preceding",
        "earlier",
        "before",
        "previously",
    }
    return _moved(anchor, found[3].lower(), -count if back else count)


def _moved(anchor: Literal, unit: str, count: int) -> Literal | None:
    if unit == "year":
        return _year(int(anchor.text[:4]) + count)
    if unit == "month" and anchor.datatype != "gYear":
        months = int(anchor.text[:4]) * 12 + int(anchor.text[5:7]) - 1 + count
        return Literal(f"{months // 12:04}-{months % 12 + 1:02}", "gYearMonth")
    if unit == "day" and anchor.datatype == "date":
        return _day(datetime.date.fromisoformat(anchor.text) + datetime.timedelta(days=count))
    return None


def _month_near(which: str, month: int, issued: datetime.date) -> Literal:
    later = {"last": month >= issued.month, "next": month > issued.month, "this": True}[which]
    year = issued.year - (which == "last" and later) + (which == "next" and not later)
    return Literal(f"{year:04}-{month:02}", "gYearMonth")


def _graded(day: datetime.date, period: str, *, known: bool) -> Literal | None:
    if period == "year":
        return _year(day.year) if known else None
    if period == "month":
        return Literal(f"{day:%Y-%m}", "gYearMonth") if known else Literal(f"--{day:%m}", "gMonth")
    if period != "day":
        return None
    return _day(day) if known else Literal(f"--{day:%m-%d}", "gMonthDay")


def _is_ambiguous(first: int, second: int) -> bool:
    """Day and month may change places: 5/11 is in May or in November."""
    return first != second and max(first, second) <= 12


def _day(day: datetime.date) -> Literal:
    return Literal(day.isoformat(), "date")


def _year(year: int) -> Literal:
    return Literal(f"{year:04}", "gYear")


@lru_cache(maxsize=1024)
def _parsed(text: str, base: datetime.date, prefer: str) -> tuple[datetime.date, str] | None:
    found = _parser(base, prefer).get_date_data(text)
    return None if found.date_obj is None else (found.date_obj.date(), found.period)


@cache
def _parser(base: datetime.date, prefer: str) -> DateDataParser:
    settings = {"RELATIVE_BASE": datetime.datetime.combine(base, datetime.time()), "PREFER_DATES_FROM": prefer}
    return DateDataParser(languages=["en"], settings=settings)
