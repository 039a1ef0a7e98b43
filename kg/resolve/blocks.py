"""Blocks: keys of which two names that are the same share one, so that only those with a common key are compared."""

from collections.abc import Iterator

from kg.resolve.eastern import family, korean, readings
from kg.resolve.lists import lists
from kg.resolve.names import Name
from kg.resolve.parts import bones, initials
from kg.resolve.person_names import PersonName

_SHORTEST_ABBREVIATION = 3
_END = 6


def person_blocks(name: PersonName) -> frozenset[str]:
    """One part whole and the first letter of another: of two that are the same, one part at least is spelt right.

    So no block holds everybody called John; eastern names are few syllables, and have blocks of their own.
    """
    eastern = _eastern(name.parts) if name.is_eastern else ()
    whole = "".join((*name.parts, name.generation))
    return frozenset((whole, *_pairs(name.parts), *_pairs(name.without_endings), *eastern))


def name_blocks(name: Name) -> frozenset[str]:
    """The name, its words in any order, and its initials; of what is no name, nothing but itself."""
    if not name.says_which:
        return frozenset({name.key})
    return frozenset({name.key, "+".join(sorted(name.content)), *(f"={letters}" for letters in _letters(name))})


def team_blocks(name: Name) -> frozenset[str]:
    """The end of a plural that may stand for the whole name: "Chargers", "San Diego Chargers"."""
    last = name.words[-1]
    is_team = last.endswith("s") and name.says_which and last not in lists().firms | lists().generic
    return frozenset({f"~{last[-_END:]}"}) if is_team else frozenset()


def _letters(name: Name) -> frozenset[str]:
    letters = name.initials or (frozenset({name.key}) if len(name.words) == 1 else frozenset())
    return frozenset(one for one in letters if len(one) >= _SHORTEST_ABBREVIATION)


def _pairs(parts: tuple[str, ...]) -> Iterator[str]:
    for at, whole in enumerate(parts):
        others = {letter for number, part in enumerate(parts) if number != at for letter in initials(part)}
        yield from (f"{bones(whole)}/{letter}" for letter in others if len(whole) > 1)


def _eastern(parts: tuple[str, ...]) -> Iterator[str]:
    for name, given in readings(parts):
        yield f"{family(name)}+{korean(''.join(given))}"
