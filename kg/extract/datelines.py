"""Places and dates before the first sentence of a report: "OSLO, Norway (NTB) -", "OSLO, May 3 -"."""

import re
from collections.abc import Iterator
from functools import cache

from kg import lexicon
from kg.gazetteer import load_gazetteer

_LINE = re.compile(
    r"^(?P<inner>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}), (?P<outer>[A-Z][\w.]+(?: [A-Z]\w+){0,2})(?= \d| \(| [-–—]|\n|$)",
    re.MULTILINE,
)
_DATED = (
    r"^(?P<inner>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,30}}?)(?:, (?P<outer>[A-Z][\w.]+(?: [A-Z]\w+)?))?[,.]? (?:{months})[a-z]*\.?"
    r" \d{{1,2}}(?=[ ,(\w)]{{0,20}} ?[-–—])"
)


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Each with the group `inner`, a place in capitals, and perhaps `outer`, where that lies.

    Without a date the larger place must be known; the smaller may be any.
    """
    places = load_gazetteer()
    for found in _LINE.finditer(text):
        if places.country(found["outer"]) or places.region(found["outer"]):
            yield found
    yield from _dated().finditer(text)


@cache
def _dated() -> re.Pattern[str]:
    """The beginning of a line with a date and a dash."""
    months = (form.title() for forms in lexicon.table("reading")["months"] for form in forms)
    return re.compile(_DATED.format(months="|".join(months)), re.MULTILINE)
