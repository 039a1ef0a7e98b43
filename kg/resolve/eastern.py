"""Chinese, Korean and Vietnamese names: a family name, first or last, and one or two syllables, hyphenated or not."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.resolve.alike import Alike, shown
from kg.resolve.lists import lists, rewritten

_SAME_SOUND = 0.93
_SLIP = 0.8
_MIDDLE_LEFT_OUT = 0.76
_TURNED = 0.85
_DIFFERENT = 0.3
_LONG = 6
_SHORTEST_SOUND = 5
_DOUBLED = re.compile(r"(.)\1")
_CONSONANTS = str.maketrans("kptc", "gbdj")


def eastern_likeness(left: tuple[str, ...], right: tuple[str, ...]) -> Alike:
    """The best over both places of either family name; every syllable tells people apart."""
    pairs = ((one, other) for one in readings(left) for other in readings(right))
    found = max((_read(one, other) for one, other in pairs), key=lambda alike: alike.score)
    if left != right and left == right[::-1] and lists().eastern.issuperset(left):
        return Alike(min(_TURNED, found.score), ("either part may be the family name", *found.reasons))
    return found


def readings(parts: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """As (family name, given name), with the family name first and with it last."""
    yield parts[0], parts[1:]
    yield parts[-1], parts[:-1]


@lru_cache(maxsize=1 << 16)
def korean(given: str) -> str:
    """One spelling for what the romanizations of Korean disagree on."""
    return rewritten(given, lists().korean_sounds)


def family(name: str) -> str:
    """One spelling for the romanizations of a Korean family name."""
    return lists().korean_families.get(name, name)


def _read(left: tuple[str, tuple[str, ...]], right: tuple[str, tuple[str, ...]]) -> Alike:
    (one, mine), (other, yours) = left, right
    both = shown(*sorted((one, other)))
    if one != other and family(one) != family(other):
        return Alike(_DIFFERENT, (f"different: {both}",))
    given = _given(mine, yours, family(one) in lists().korean_families, one in lists().vietnamese)
    return given if one == other else Alike(min(_SAME_SOUND, given.score), (f"same sound: {both}", *given.reasons))


def _given(left: tuple[str, ...], right: tuple[str, ...], is_korean: bool, is_vietnamese: bool) -> Alike:
    one, other = "".join(left), "".join(right)
    if one == other:
        return Alike(1.0)
    both = shown(*sorted((" ".join(left), " ".join(right))))
    if is_korean and korean(one) == korean(other):
        long = min(len(one), len(other)) >= _SHORTEST_SOUND
        return Alike(_SAME_SOUND if long else _SLIP, (f"same sound: {both}",))
    if is_korean and _consonants(one) == _consonants(other):
        return Alike(_SLIP, (f"perhaps the same sound: {both}",))
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return Alike(_SLIP, (f"a letter doubled: {both}",))
    initials = [len(part) == 1 for part in (*left, *right)]
    if any(initials) and [part[0] for part in left] == [part[0] for part in right]:
        return Alike(_SLIP, (f"initial only: {both}",))
    if len(left) == len(right) == 1 and OSA.distance(one, other) == 1 and min(len(one), len(other)) >= _LONG:
        return Alike(_SLIP, (f"one letter apart: {both}",))
    if len(left) != len(right) and left[-1] == right[-1] and {len(left), len(right)} == {1, 2} and is_vietnamese:
        return Alike(_MIDDLE_LEFT_OUT, (f"middle name left out: {both}",))
    return Alike(_DIFFERENT, (f"different: {both}",))


def _consonants(given: str) -> str:
    """Without the difference of k and g, p and b, t and d, ch and j, which romanizations draw in different places."""
    return korean(given).replace("ch", "c").translate(_CONSONANTS)
