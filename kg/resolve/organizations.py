"""How much alike two names of anything but persons are, between 0 and 1, and why."""

from rapidfuzz.distance import OSA

from kg.resolve.alike import Alike, shown
from kg.resolve.lists import lists
from kg.resolve.names import Name

_SAME_WORDS = 0.97
_ABBREVIATION = 0.93
_OTHER_ORDER = 0.95
_TRANSLATED = 0.93
_SLIP = 0.8
_OTHER_FORM = 0.5
_LOOSE_FORM = 0.8
_SHORT_ABBREVIATION = 0.8
_UNSURE = 0.7
_SINGLE = 0.6
_DIFFERENT = 0.2
_LONG_ABBREVIATION = 4
_SHORTEST_SLIP = 4
_SHORTEST_TWO_SLIPS = 7


def likeness_of_names(left: Name, right: Name) -> Alike:
    """The same for both orders."""
    left, right = sorted((left, right), key=lambda name: (len(name.content), name.words))
    if not (left.says_which and right.says_which):
        return _vague(left, right)
    found = _same(left, right)
    if found and left.form != right.form and left.form and right.form:
        most = _LOOSE_FORM if {left.form, right.form} & lists().loose_forms else _OTHER_FORM
        return Alike(min(most, found.score), ("other legal form", *found.reasons))
    return found or _abbreviated(left, right) or _different(left, right)


def _vague(left: Name, right: Name) -> Alike:
    vague = [name for name in (left, right) if not name.says_which]
    if not set(left.content) <= set(right.content):
        return Alike(_DIFFERENT, ("different names",))
    return Alike(_UNSURE, (f"says what, not which: {shown(*dict.fromkeys(' '.join(name.words) for name in vague))}",))


def _same(left: Name, right: Name) -> Alike | None:
    if left.key == right.key:
        return Alike(1.0, ("same name",))
    mine, yours = left.content, right.content
    if mine == yours and left.words[0] == right.words[0] and left.words[-1] == right.words[-1]:
        return Alike(_SAME_WORDS, ("same name",))
    if sorted(mine) != sorted(yours):
        return None
    if _is_office_of_a_country(left):
        return Alike(_OTHER_ORDER, ("the same words in another order",))
    return Alike(_TRANSLATED if left.foreign != right.foreign else _SLIP, ("the same words in another order",))


def _is_office_of_a_country(name: Name) -> bool:
    """Whether it is "Defence Ministry of Norway" or "Norwegian Ministry of Defence", but no "University of Norway"."""
    offices = set(name.content) - name.places
    own = offices & lists().of_their_own and not offices & lists().of_the_state
    return bool(name.places) and offices <= lists().generic and not own


def _abbreviated(short: Name, long: Name) -> Alike | None:
    letters = short.key
    if len(short.words) > 1 or letters not in long.initials:
        return None
    sure = len(letters) >= _LONG_ABBREVIATION
    return Alike(_ABBREVIATION if sure else _SHORT_ABBREVIATION, (f"the initials: {letters.upper()}",))


def _different(left: Name, right: Name) -> Alike:
    if left.places and right.places and left.places != right.places:
        return Alike(_DIFFERENT, (f"of other places: {shown(*sorted(left.places ^ right.places))}",))
    if left.numbers and right.numbers and left.numbers != right.numbers:
        return Alike(_DIFFERENT, (f"other numbers: {shown(*sorted(left.numbers ^ right.numbers))}",))
    mine, yours = set(left.content), set(right.content)
    if mine <= yours or left.words == right.words[: len(left.words)]:
        return _part(left, right)
    if len(left.content) == len(right.content) and (found := _slip(left, right)):
        return found
    return Alike(_SINGLE if len(left.content) == 1 else _DIFFERENT, ("different names",))


def _part(short: Name, long: Name) -> Alike:
    """The longer name may be that of the whole group, of a part of it, or of another thing."""
    more = [word for word in long.content if word not in short.content] or list(long.numbers)
    reason = f"one name says more: {shown(*more)}"
    if lists().holdings.issuperset(more):
        return Alike(_SLIP, (reason,))
    if lists().generic.issuperset(more):
        return Alike(_UNSURE, (reason,))
    return Alike(_UNSURE if len(short.content) == 1 else _DIFFERENT, (reason,))


def _slip(left: Name, right: Name) -> Alike | None:
    differ = [(p, q) for p, q in zip(left.content, right.content, strict=True) if p != q]
    known = lists().generic | left.places | right.places
    if len(differ) != 1 or not known.isdisjoint(differ[0]) or left.numbers != right.numbers:
        return None
    one, other = differ[0]
    edits, size = OSA.distance(one, other), max(len(one), len(other))
    few = (edits == 1 and size >= _SHORTEST_SLIP) or (edits == 2 and size >= _SHORTEST_TWO_SLIPS)
    return Alike(_SLIP, (f"spelt alike: {shown(*sorted((one, other)))}",)) if few else None
