"""Dates in words, no finer than they are known."""

import re

from kg.model import Literal

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(?:(\d{4})|-)(?:-(\d\d)(?:-(\d\d))?)?")


def moment(value: Literal) -> str:
    """As people write it; what is no date stands as it is.

    >>> [moment(Literal(text)) for text in ("2018-11-21", "2018-11", "2018", "--11-21", "once")]
    ['21 Nov 2018', 'Nov 2018', '2018', '21 Nov', 'once']
    """
    found = _DATE.fullmatch(value.text)
    if not found or int(found[2] or 0) >= len(_MONTHS):
        return value.text
    parts = (found[3] and str(int(found[3])), _MONTHS[int(found[2] or 0)], found[1])
    return " ".join(part for part in parts if part)


def moment_order(value: Literal) -> tuple[bool, str]:
    """By time; a year comes before its months, and what is of an unknown year comes last."""
    return value.text.startswith("-"), value.text
