"""The year of a report that gives only day and month: inferred where the text's evidence agrees, else left open.

Evidence is a statement in the present that names the current year. Full dates nearby are none: measured on wire news,
they mostly tell when bonds fall due and years begin.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kg.model import Literal
from kg.read.calendar import Date
from kg.read.lexicon import lexicon


def with_year(day: Date, text: str) -> Literal:
    """The full date of a month and day, if all that speaks for a year speaks for the same; else as it was."""
    fitting = {when for when in _candidates(day.value.text, text) if day.weekday in {None, when.weekday()}}
    return Literal(fitting.pop().isoformat(), "date") if len(fitting) == 1 else day.value


def _candidates(month_day: str, text: str) -> Iterator[date]:
    years = {match["year"] for cue in _cues() for match in cue.finditer(text)}
    for year in years:
        try:
            yield date.fromisoformat(f"{year}-{month_day[2:]}")
        except ValueError:  # `--02-29` is no day of most years
            continue


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(cue, re.IGNORECASE) for cue in lexicon()["year_cues"])
