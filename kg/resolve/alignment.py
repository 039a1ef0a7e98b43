"""Two names of persons part by part: what stands beside what, and what one of them leaves out.

What is left out counts by its place: inner parts are, the given and the family name are not.
"""

import re
from itertools import combinations

from kg.resolve.alike import SURE, Alike, shown, together
from kg.resolve.lists import lists
from kg.resolve.parts import family_likeness, given_likeness, sound
from kg.resolve.person_names import PersonName

PATRONYMIC = re.compile(r"(?:[oe]v(?:i(?:t?ch|c)|ych)|[oei]vna|i?chna)$")
_LEFT_OUT = 0.95
_SAME_INITIALS = 0.9
_FATHER_OR_FIRST_SURNAME = 0.92
_COMMON = 0.8
_END_LEFT_OUT = 0.76
_DIFFERENT = 0.3
_GIVEN_AND_FAMILY = 2
_MOST_PARTS = 8

Parts = tuple[str, ...]


def aligned(left: PersonName, right: PersonName, mine: Parts, yours: Parts) -> Alike:
    """The parts of the shorter name beside as many of the longer one, in order; what is left over was left out."""
    arabic = left.arabic or right.arabic
    if len(mine) == len(yours):
        return _same_initials(mine, yours) or _compared(mine, yours, arabic)
    short, long, whole = (mine, yours, right) if len(mine) < len(yours) else (yours, mine, left)
    if len(short) < _GIVEN_AND_FAMILY or len(long) > _MOST_PARTS:
        return Alike(_DIFFERENT, ("different names",))
    other = left if whole is right else right
    return max(
        (
            together(
                _compared(short, tuple(long[at] for at in kept), arabic), _left_out(short, long, kept, whole, other)
            )
            for kept in combinations(range(len(long)), len(short))
        ),
        key=lambda alike: alike.score,
    )


def _compared(left: Parts, right: Parts, arabic: bool) -> Alike:
    given = given_likeness(left[0], right[0], arabic)
    inner = (_inner_likeness(p, q, arabic) for p, q in zip(left[1:-1], right[1:-1], strict=True))
    if left[0] != right[0] and left[-1] == right[-1] and left[-1] in lists().common and given.score >= SURE:
        given = Alike(_COMMON, given.reasons)
    return together(given, *inner, family_likeness(left[-1], right[-1], arabic))


def _inner_likeness(left: str, right: str, arabic: bool) -> Alike:
    """An inner part may be cut down to its initial as it may be left out."""
    if PATRONYMIC.search(left) and PATRONYMIC.search(right) and not _fathers(left).isdisjoint(_fathers(right)):
        return Alike(_LEFT_OUT, (f"same father: {shown(*sorted((left, right)))}",))
    found = given_likeness(left, right, arabic)
    cut = 1 in (len(left), len(right)) and left[0] == right[0]
    return Alike(max(found.score, _LEFT_OUT), found.reasons) if cut else found


def _fathers(patronymic: str) -> frozenset[str]:
    """What the father may be called: Sergeyevich and Sergeevich are the son of Sergey."""
    father = PATRONYMIC.sub("", patronymic)
    return frozenset((sound(father), sound(f"{father}y")))


def _same_initials(left: Parts, right: Parts) -> Alike | None:
    """Two initials and a family name that is not common say who is meant: "J. R. Berg" is "John Rolf Berg"."""
    given = list(zip(left[:-1], right[:-1], strict=True))
    cut = len(given) > 1 and all(1 in (len(p), len(q)) and p[0] == q[0] for p, q in given)
    if not cut or left[-1] != right[-1] or left[-1] in lists().common:
        return None
    names = sorted((" ".join(left[:-1]), " ".join(right[:-1])))
    return Alike(_SAME_INITIALS, (f"same initials: {shown(*names)}",))


def _left_out(short: Parts, long: Parts, kept: tuple[int, ...], whole: PersonName, other: PersonName) -> Alike:
    """How likely one writer leaves out what the other gives."""
    missing = [at for at in range(len(long)) if at not in kept]
    score = min(_score_without(at, short, long, whole, other) for at in missing)
    return Alike(score, (f"left out: {shown(*(long[at] for at in missing))}",))


def _score_without(at: int, short: Parts, long: Parts, whole: PersonName, other: PersonName) -> float:
    common = short[0] in lists().common_given and short[-1] in lists().common
    if long[at] in whole.compound:
        return _DIFFERENT if common and long[0] in whole.compound else _END_LEFT_OUT
    if len(long[at]) == 1 and any(len(part) == 1 for part in short[1:-1]):
        return _DIFFERENT  # George W. and George H. W. are two
    if common or (whole.arabic and len(long) - len(short) > 1):
        return _COMMON
    if at == len(long) - 1:
        return _FATHER_OR_FIRST_SURNAME if _may_end(short, whole, other) else _END_LEFT_OUT
    if at == 0:
        return _LEFT_OUT if len(long[0]) == 1 or sound(long[0]) in lists().often_left_out else _END_LEFT_OUT
    return _LEFT_OUT


def _may_end(short: Parts, whole: PersonName, other: PersonName) -> bool:
    """Whether a name may end here: behind the father's name, or behind the first of two Iberian surnames."""
    last = short[-1]
    return (last in whole.sons and last in other.sons) or last in lists().two_surnames or last.endswith("ez")
