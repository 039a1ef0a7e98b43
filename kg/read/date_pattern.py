"""How dates are written in English news, as one regular expression."""

import re
from functools import cache

from kg.read.lexicon import any_of, lexicon

_YEAR = r"(?:1[6-9]|20)\d\d"
_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])"
_DAY = rf"{_NUMBER}(?:st|nd|rd|th)?"
_GAP = r"[ \t\xa0]{1,3}"
_COMMA = rf"(?:,{_GAP}|,|{_GAP})"
# Not within a longer figure; a time of day may follow directly.
_NO_MORE = r"(?![\w%]|[,.:]\d|[/-]\d(?!\d?:\d\d))"


@cache
def date_pattern() -> re.Pattern[str]:
    """Exactly one of the groups `full`, `month`, `day` matches and tells the grain: to the day, no day, no year.

    `figures`: the part of a full date whose day and month are told apart by their order only.
    """
    names = any_of(word for name in lexicon()["weekdays"] for word in (name, name[:3]))
    weekday = rf"(?:(?P<weekday>{names})\b\.?,?{_GAP})?"
    grains = rf"(?P<full>{_full()})|(?P<month>{_month()}{_COMMA}{_YEAR}\b)|(?P<day>{_month_and_day()})"
    return re.compile(rf"(?<![\w/.-]){weekday}(?:{grains}){_NO_MORE}", re.IGNORECASE)


def _full() -> str:
    month = _month()
    return "|".join(
        (
            rf"{_YEAR}-[01]?\d-[0-3]?\d\b",
            rf"{_YEAR}/[01]?\d/[0-3]?\d\b",
            rf"(?P<figures>{_NUMBER}(?P<mark>[/.-]){_NUMBER}(?P=mark){_YEAR})\b",
            rf"{_DAY}(?:{_GAP}(?:of{_GAP})?|-){month}(?:{_COMMA}|-){_YEAR}\b",
            rf"{month}{_GAP}{_DAY}{_COMMA}{_YEAR}\b",
        )
    )


def _month_and_day() -> str:
    return rf"{_DAY}{_GAP}(?:of{_GAP})?{_month()}|{_month()}{_GAP}{_DAY}\b"


def _month() -> str:
    return any_of(name for names in lexicon()["months"] for name in names) + r"\b\.?"
