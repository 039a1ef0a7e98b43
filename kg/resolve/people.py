"""How much alike two names of persons are, between 0 and 1.

A name is as alike as its least alike part, so that one different given name outweighs any number of equal ones.
Parts are compared in order; a family name may stand first. The bands of the score are in `kg.resolve.likeness`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.resolve.alike import Alike, weakest
from kg.resolve.fold import fold, words
from kg.resolve.lists import lists, rewritten

_SAME_SOUND = 0.95
_SAME_GROUP = 0.95
_INNER_PART_OMITTED = 0.95
_INITIAL = 0.7  # of a given name: enough to keep two names from being told apart, never enough to join them
_RELATIVES = 0.7
_AT_MOST_A_SLIP = 0.85  # for words with different endings: Christian is not Christina
_SHORTEST_SOUND = 6
_GIVEN_AND_FAMILY = 2
_HYPHENATED = re.compile(r"[a-z]+(?:-[a-z]+)+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts: its words without honorifics and particles, and the mark of a generation (`jr`), if any.

    `compound` holds the parts that were written with a hyphen; nobody leaves out half of "Jean-Pierre".
    """

    parts: tuple[str, ...]
    generation: str = ""
    compound: frozenset[str] = frozenset()

    @property
    def is_full(self) -> bool:
        """Whether it says more than a family name and an initial."""
        spelt = [part for part in self.parts if len(part) > 1]
        return len(self.parts) >= (2 if len(spelt) > 1 else 3)

    @property
    def family_first(self) -> bool:
        """Whether the family name may stand first, as far as the name shows."""
        return bool(self.compound) or _has_family_name_of_the_east(self.parts)


def person_name(text: str) -> PersonName:
    """Reads a name; "Berg, Bo" is Bo Berg."""
    family, _, given = text.partition(",")
    suffix = words(given)
    turned = suffix and suffix[0] not in lists().generations
    parts = [*suffix, *words(family)] if turned else [*words(family), *suffix]
    while len(parts) > 1 and parts[0] in lists().honorifics:
        del parts[0]
    generation = parts.pop() if len(parts) > 1 and parts[-1] in lists().generations else ""
    return PersonName(_without_particles(tuple(parts)), generation, _compound(text))


def _without_particles(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Between other parts only: Al Gore keeps his name, and so does Han Da Yeon."""
    if _has_family_name_of_the_east(parts):
        return parts
    inner = tuple(part for part in parts[1:-1] if part not in lists().particles)
    return parts[:1] + inner + parts[1:][-1:]


def _has_family_name_of_the_east(parts: tuple[str, ...]) -> bool:
    return not lists().family_first.isdisjoint(parts[:1] + parts[-1:])


def _compound(text: str) -> frozenset[str]:
    hyphenated = [words(word) for word in _HYPHENATED.findall(fold(text))]
    return frozenset(part for parts in hyphenated if lists().particles.isdisjoint(parts) for part in parts)


@lru_cache(maxsize=1 << 16)
def sound(part: str) -> str:
    """One spelling for the transliterations of a part of a name, and for the short forms of a given name."""
    if group := lists().name_groups.get(part):
        return group
    return rewritten(part, lists().sounds) if len(part) >= _SHORTEST_SOUND else part


def name_likeness(left: PersonName, right: PersonName) -> Alike:
    """From 0 (nothing alike) to 1 (one name); the same for both orders."""
    if left.generation != right.generation:
        found = name_likeness(PersonName(left.parts), PersonName(right.parts))
        return Alike(min(_RELATIVES, found.score), ("another generation", *found.reasons))
    return max((_ordered(one, other) for one, other in _orders(left, right)), key=lambda alike: alike.score)


def _orders(left: PersonName, right: PersonName) -> Iterator[tuple[PersonName, PersonName]]:
    """Both names as they stand and, where family names may come first, with the parts of either turned round."""
    yield left, right
    if left.family_first or right.family_first:
        yield from ((left, turned) for turned in _turned(right))
        yield from ((turned, right) for turned in _turned(left))


def _turned(name: PersonName) -> Iterator[PersonName]:
    for cut in range(1, len(name.parts)):
        yield PersonName(name.parts[cut:] + name.parts[:cut], name.generation, name.compound)


def _ordered(left: PersonName, right: PersonName) -> Alike:
    if "".join(left.parts) == "".join(right.parts):
        return Alike(1.0, ("same name",))
    if len(left.parts) == len(right.parts):
        inner = _part_likeness if left.family_first or right.family_first else _inner_likeness
        return weakest(_ends(left, right), *map(inner, left.parts[1:-1], right.parts[1:-1]))
    short, long = sorted((left, right), key=lambda name: len(name.parts))
    if len(short.parts) != _GIVEN_AND_FAMILY or left.family_first or right.family_first:
        return Alike(0.0, ("different names",))
    found = _ends(short, long)
    return Alike(_INNER_PART_OMITTED * found.score, (*found.reasons, f"left out: {_shown(*long.parts[1:-1])}"))


def _ends(left: PersonName, right: PersonName) -> Alike:
    return weakest(*(_part_likeness(left.parts[end], right.parts[end]) for end in (0, -1)))


def _inner_likeness(left: str, right: str) -> Alike:
    """An inner part may be cut down to its initial as it may be left out."""
    found = _part_likeness(left, right)
    cut = 1 in (len(left), len(right)) and left[0] == right[0]
    return Alike(max(found.score, _INNER_PART_OMITTED), found.reasons) if cut else found


def _part_likeness(left: str, right: str) -> Alike:
    if left == right:
        return Alike(1.0)
    shown = _shown(*sorted((left, right)))
    if 1 in (len(left), len(right)):
        same = left[0] == right[0]
        return Alike(_INITIAL, (f"initial only: {shown}",)) if same else Alike(0.0, (f"different: {shown}",))
    if sound(left) == sound(right):
        return Alike(_SAME_SOUND, (f"same sound: {shown}",))
    likeness = float(OSA.normalized_similarity(left, right))
    score = likeness if left[-1] == right[-1] else min(likeness, _AT_MOST_A_SLIP)
    return Alike(score, (f"{'spelt alike' if score > _RELATIVES else 'different'}: {shown}",))


def _shown(*parts: str) -> str:
    return ", ".join(part.capitalize() for part in parts)
