"""Metadata that stand beside a text: hostile until they are one line of printable words, a date, a web address."""

import re
from collections.abc import Iterable
from datetime import date as day_of
from urllib.parse import urlsplit

from kg.model import Literal
from kg.read.calendar import Calendar

_LONGEST = 500
_LONGEST_ADDRESS = 2_000
_ISO = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?P<month>-\d\d)?(?P<day>(?<=-\d\d)-\d\d)?(?=$|T|\s)")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def words(value: str | None) -> str | None:
    """One line of what is printable; nothing where there is no letter and no figure."""
    line = " ".join("".join(c if c.isprintable() else " " for c in value or "").split())[:_LONGEST].rstrip()
    return line if any(map(str.isalnum, line)) else None


def names(values: Iterable[str]) -> tuple[str, ...]:
    """Each once, sorted."""
    return tuple(sorted({name for value in values if (name := words(value))}))


def date(value: str | None) -> Literal | None:
    """The date of a time stamp, or of words with one, with its grain; the time of day and its zone are left out."""
    line = words(value) or ""
    if iso := _ISO.match(line):
        return _from_iso(iso)
    dates = Calendar(line).dates_in(line)
    return dates[0].value if dates else None


def address(value: str | None) -> str | None:
    """A web address, without what stands behind `#`, a user's name or a password."""
    line = (value or "").strip()[: _LONGEST_ADDRESS + 1]
    if len(line) > _LONGEST_ADDRESS or not line.isprintable() or not _ADDRESS.fullmatch(line):
        return None
    try:
        parts = urlsplit(line)
    except ValueError:  # "http://[": brackets that hold no address
        return None
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=host, fragment="").geturl() if host else None


def _from_iso(iso: re.Match[str]) -> Literal | None:
    grain = "date" if iso["day"] else "gYearMonth" if iso["month"] else "gYear"
    try:
        day_of.fromisoformat(iso[0] + "-01-01"[len(iso[0]) - 4 if len(iso[0]) < 10 else 6 :])
    except ValueError:
        return None
    return Literal(iso[0], grain)
