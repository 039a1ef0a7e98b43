"""Chinese, Korean and Vietnamese names: a family name, first or last, and one or two syllables, hyphenated or not."""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.resolve.alike import Alike
from kg.resolve.lists import lists, rewritten
from kg.resolve.parts import shown

_SAME_SOUND = 0.93
_SLIP = 0.8
_DIFFERENT = 0.3
_LONG = 6
_LONG_SYLLABLE = 4


def eastern_likeness(left: tuple[str, ...], right: tuple[str, ...]) -> Alike:
    """The best over both places of either family name; every syllable tells people apart."""
    pairs = ((one, other) for one in readings(left) for other in readings(right))
    return max((_read(one, other) for one, other in pairs), key=lambda alike: alike.score)


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
    given = _given(mine, yours, family(one) in lists().korean_families)
    return given if one == other else Alike(min(_SAME_SOUND, given.score), (f"same sound: {both}", *given.reasons))


def _given(left: tuple[str, ...], right: tuple[str, ...], is_korean: bool) -> Alike:
    one, other = "".join(left), "".join(right)
    if one == other:
        return Alike(1.0)
    both = shown(*sorted((" ".join(left), " ".join(right))))
    if is_korean and min(len(one), len(other)) >= _LONG - 1 and korean(one) == korean(other):
        return Alike(_SAME_SOUND, (f"same sound: {both}",))
    initials = [len(part) == 1 for part in (*left, *right)]
    if any(initials) and [part[0] for part in left] == [part[0] for part in right]:
        return Alike(_SLIP, (f"initial only: {both}",))
    differ = [(p, q) for p, q in zip(left, right, strict=False) if p != q]
    short = len(left) == len(right) and any(max(len(p), len(q)) < _LONG_SYLLABLE for p, q in differ)
    if OSA.distance(one, other) == 1 and min(len(one), len(other)) >= _LONG and not short:
        return Alike(_SLIP, (f"one letter apart: {both}",))
    return Alike(_DIFFERENT, (f"different: {both}",))
