"""Slips of the pen: which two parts of persons' names are one part misspelt, and which are two names."""

import re

from rapidfuzz.distance import OSA

from kg.resolve.alike import Alike, shown
from kg.resolve.lists import lists

_IN_A_LONG_NAME = 0.9
_SLIP = 0.89
_TWO_SLIPS = 0.78
_LONG = 9
_LONG_ENOUGH_TO_EXCHANGE = 6
_LONG_ENOUGH_TO_REPLACE = 11  # Harrington and Herrington are two names
_LONG_ENOUGH_FOR_TWO_SLIPS = 6
_SHORT_GIVEN = 4
_DOUBLED = re.compile(r"(.)\1(?=.)")
_ENDING = re.compile(r"[aeiouy]+$")
_DIFFERENT = 0.3


def are_two_given_names(left: str, right: str) -> bool:
    """Whether both are known to be names, and differ by more than a slip: by sex, at the front, or if short."""
    male, female = lists().male, lists().female
    if _DOUBLED.sub(r"\1", left) == _DOUBLED.sub(r"\1", right):
        return False
    if (left in male and right in female) or (left in female and right in male) or _differ_by_sex(left, right):
        return True
    short = len(left) == len(right) <= _SHORT_GIVEN
    return {left, right} <= lists().given and (left[0] != right[0] or short)


def _differ_by_sex(left: str, right: str) -> bool:
    """As Alexander and Alexandra, Christian and Christina, Yevgeny and Yevgenia."""
    one, other = (_ENDING.sub("", part) for part in (left, right))
    return (left[-1] == "a") != (right[-1] == "a") and (one == other or sorted(one) == sorted(other))


def slip(left: str, right: str, common: frozenset[str]) -> Alike:
    """How near two parts are by their letters; one wrong inside a long one that is not `common` is a slip for sure."""
    edits = OSA.distance(left, right)
    both = shown(*sorted((left, right)))
    size = max(len(left), len(right))
    if edits == 1 and common and common.isdisjoint((left, right)) and _is_a_slip_of_the_pen(left, right):
        return Alike(_IN_A_LONG_NAME, (f"one letter apart: {both}",))
    if edits == 1 and size > 2:
        return Alike(_SLIP, (f"one letter apart: {both}",))
    if edits == 2 and size >= _LONG_ENOUGH_FOR_TWO_SLIPS and left[0] == right[0]:
        return Alike(_TWO_SLIPS, (f"two letters apart: {both}",))
    return Alike(_DIFFERENT, (f"different: {both}",))


def _is_a_slip_of_the_pen(left: str, right: str) -> bool:
    """Inside the word: names of one family differ at their ends (Petrov, Petrova; Lukashenko, Lukashevich)."""
    if left[0] != right[0] or left[-1] != right[-1]:
        return False
    if len(left) == len(right):
        exchanged = sorted(left) == sorted(right)
        return len(left) >= (_LONG_ENOUGH_TO_EXCHANGE if exchanged else _LONG_ENOUGH_TO_REPLACE)
    return max(len(left), len(right)) >= _LONG
