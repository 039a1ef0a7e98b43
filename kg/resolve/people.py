"""How much alike two names of persons are, between 0 and 1, and why.

A name is as alike as its least alike part, so that one different given name outweighs any number of equal ones.
The bands of the score are in `kg.resolve.likeness`.
"""

from collections.abc import Iterator

from kg.resolve.alignment import PATRONYMIC, Parts, aligned
from kg.resolve.alike import Alike, shown
from kg.resolve.eastern import eastern_likeness
from kg.resolve.lists import lists
from kg.resolve.parts import family_likeness, sound
from kg.resolve.person_names import PersonName

_OTHER_ORDER = 0.92
_PERHAPS_OTHER_ORDER = 0.8
_END_LEFT_OUT = 0.76
_RELATIVES = 0.7
_BARE = 0.76
_BARE_GIVEN = 0.6
_SLIP = 0.89
_DIFFERENT = 0.3
_GIVEN_AND_FAMILY = 2


def name_likeness(left: PersonName, right: PersonName) -> Alike:
    """From 0 (nothing alike) to 1 (one name); the same for both orders."""
    if left.is_of_other_sex(right):
        return Alike(_DIFFERENT, ("a man and a woman",))
    left, right = sorted((left, right), key=lambda name: name.parts)
    found = _likeness(left, right)
    if left.generation == right.generation:
        return found
    most = _DIFFERENT if left.generation and right.generation else _RELATIVES
    return Alike(min(most, found.score), ("another generation", *found.reasons))


def bare_likeness(left: PersonName, right: PersonName) -> Alike:
    """Of names one of which at least is no more than a family name, or with an initial: never surely one."""
    short, long = sorted((left, right), key=lambda name: (name.is_full, len(name.parts), name.parts))
    reasons = (f"family name or initial only: {shown(' '.join(short.parts))}",)
    if left.is_of_other_sex(right):
        return Alike(_DIFFERENT, ("a man and a woman", *reasons))
    bare = max(short.parts, key=len)
    fits = [part for part in long.parts if family_likeness(bare, part).score >= _SLIP]
    letters = {part[0] for part in short.parts if len(part) == 1}
    if not fits or not letters <= {part[0] for part in long.parts}:
        return Alike(_DIFFERENT, reasons)
    is_family = long.parts[-1] in fits or long.is_eastern or bare not in lists().given
    return Alike(_BARE if is_family else _BARE_GIVEN, reasons)


def _likeness(left: PersonName, right: PersonName) -> Alike:
    if "".join(left.parts) == "".join(right.parts):
        return (
            Alike(_DIFFERENT, ("other marks of tone",)) if _differ_in_tone(left, right) else Alike(1.0, ("same name",))
        )
    if min(len(left.parts), len(right.parts)) < _GIVEN_AND_FAMILY:
        return Alike(_DIFFERENT, ("different names",))
    if left.is_eastern and right.is_eastern:
        return eastern_likeness(left.parts, right.parts)
    found = [aligned(left, right, left.parts, right.parts)]
    found += [_turned(aligned(left, right, left.parts, parts), most) for parts, most in _orders(right)]
    found += [_turned(aligned(left, right, parts, right.parts), most) for parts, most in _orders(left)]
    found += [_contained(left, right)]
    if left.without_endings or right.without_endings:
        found.append(aligned(left, right, left.without_endings or left.parts, right.without_endings or right.parts))
    return max(found, key=lambda alike: alike.score)


def _differ_in_tone(left: PersonName, right: PersonName) -> bool:
    return bool(left.marks and right.marks) and sorted(left.marks.split()) != sorted(right.marks.split())


def _turned(alike: Alike, most: float) -> Alike:
    return Alike(min(most, alike.score), ("other order", *alike.reasons))


def _contained(left: PersonName, right: PersonName) -> Alike:
    """All parts of one in the other, in another order; Arabic names tell father and son by the order."""
    short, long = sorted((left, right), key=lambda name: len(name.parts))
    wanted, known = list(map(sound, short.parts)), list(map(sound, long.parts))
    alike = len(wanted) < len(known) and {len(part) > 1 and part in known for part in wanted}
    in_order = wanted == [part for part in known if part in wanted]
    if alike != {True} or in_order or short.arabic or long.arabic or len(short.parts) < _GIVEN_AND_FAMILY:
        return Alike(_DIFFERENT, ("different names",))
    return Alike(_END_LEFT_OUT, ("the same parts in another order",))


def _orders(name: PersonName) -> Iterator[tuple[Parts, float]]:
    """With the family name last where it may stand first ("Orban Viktor", "Ivanov Ivan Petrovich"), and how surely."""
    first, second, *others = name.parts
    given = len(lists().given.intersection(name.parts))
    if not others and given <= 1:
        yield (second, first), _OTHER_ORDER if given else _PERHAPS_OTHER_ORDER
    if len(others) == 1 and PATRONYMIC.search(others[0]) and not PATRONYMIC.search(second):
        yield (second, *others, first), _OTHER_ORDER
