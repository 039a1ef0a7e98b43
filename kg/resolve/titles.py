"""Titles of offices in the form that tells two offices of one person at one body apart."""

import re
from collections.abc import Iterable

from kg.resolve.fold import words
from kg.resolve.lists import lists, rewritten

_SINGULAR = (
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=[sxz])es$|(?<=[cs]h)es$"), ""),
    (re.compile(r"(?<=[^siu])s$"), ""),
    (re.compile(r"men$"), "man"),
)
_LONGEST_UNTOUCHED = 3
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


def normal_title(title: str, body: Iterable[str] = ()) -> str:
    """Lower case, singular, in American spelling, without the body's names and without words of tenure.

    >>> normal_title("former Vice-Presidents of Acme Ltd", ["Acme Ltd"]), normal_title("Secretary-General")
    ('vice president', 'secretary general')
    """
    parts = words(_POSSESSIVE.sub("", title))
    for names in sorted(map(words, body), key=len, reverse=True):
        parts = _without(parts, names)
    kept = [_singular(part) for part in parts if part not in lists().tenure]
    while kept and kept[0] in lists().function_words:
        del kept[0]
    while kept and kept[-1] in lists().function_words:
        del kept[-1]
    return " ".join(kept)


def _without(parts: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The parts without the names, wherever they stand in this order."""
    size = len(names)
    starts = [at for at in range(len(parts) - size + 1) if size and parts[at : at + size] == names]
    inside = {at + step for at in starts for step in range(size)}
    return tuple(part for at, part in enumerate(parts) if at not in inside)


def _singular(part: str) -> str:
    american = rewritten(part, lists().spellings)
    return rewritten(american, _SINGULAR) if len(part) > _LONGEST_UNTOUCHED else american
