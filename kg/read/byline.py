"""Bylines ("By Ann Lee, Example News") and lines that give only a date, a time and labels."""

import re
from functools import cache

from kg.read.calendar import Calendar, Date
from kg.read.lexicon import lexicon

_BYLINE = re.compile(r"^(?:Written |Posted |Reported )?(?:by|By|BY)[: ]\s?(?P<who>[A-Z].{1,100})$")
_LONGEST = 160
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}\s?(?:[ap]\.?m\.?)?\b|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}\s?(?=[a-z]{2,4}\b)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(?:GMT|UTC)?[+−-]\d{1,2}:?\d{0,2}\b|\d{2}Z\b")
_WORD = re.compile(r"\w+")


def byline_of(line: str) -> str | None:
    """Who a line names as its author, with all that stands beside the name."""
    match = _BYLINE.match(line)
    return match["who"] if match and not line.endswith((".", "!", "?")) else None


def labelled_dates(line: str, calendar: Calendar) -> list[tuple[str, Date]]:
    """The dates of a line that gives nothing else but times, labels or a byline, each with its label.

    The label is "published", "updated" or "" (none given).
    """
    if len(line) > _LONGEST:
        return []
    dates = calendar.dates_in(line)
    if not dates or not (byline_of(line) or _is_furniture(_without(line, dates))):
        return []
    begins = [0, *(date.span.end for date in dates)]
    return [(_label(line[begin : date.span.begin]), date) for begin, date in zip(begins, dates, strict=False)]


def is_stamp(line: str) -> bool:
    """Whether a line holds figures and words of dates only ("Updated 9:06 AM", "8/2/13")."""
    return len(line) <= _LONGEST and _is_furniture(re.sub(r"\d+", " ", line))


def _without(line: str, dates: list[Date]) -> str:
    for date in reversed(dates):
        line = f"{line[: date.span.begin]} {line[date.span.end :]}"
    return line


def _is_furniture(rest: str) -> bool:
    words = _WORD.findall(_OFFSET.sub(" ", _TIME.sub(" ", rest)).lower())
    return all(word in _beside_date() for word in words)


def _label(before: str) -> str:
    words = _WORD.findall(before.lower())
    return next((label for label in ("updated", "published") if set(words) & set(lexicon()[label])), "")


@cache
def _beside_date() -> frozenset[str]:
    words = lexicon()
    months = (name for names in words["months"] for name in names)
    return frozenset((*words["beside_date"], *months, *words["published"], *words["updated"], *words["weekdays"]))
