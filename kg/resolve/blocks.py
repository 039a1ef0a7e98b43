"""Blocks: keys of which two names that are the same share one, so that only those with a common key are compared."""

from collections.abc import Iterator

from kg.resolve.eastern import family, korean, readings
from kg.resolve.parts import bones, initials
from kg.resolve.person_names import PersonName


def person_blocks(name: PersonName) -> frozenset[str]:
    """One part whole and the first letter of another: of two that are the same, one part at least is spelt right.

    So no block holds everybody called John; eastern names are few syllables, and have blocks of their own.
    """
    eastern = _eastern(name.parts) if name.is_eastern else ()
    whole = "".join((*name.parts, name.generation))
    return frozenset((whole, *_pairs(name.parts), *_pairs(name.without_endings), *eastern))


def _pairs(parts: tuple[str, ...]) -> Iterator[str]:
    for at, whole in enumerate(parts):
        others = {letter for number, part in enumerate(parts) if number != at for letter in initials(part)}
        yield from (f"{bones(whole)}/{letter}" for letter in others if len(whole) > 1)


def _eastern(parts: tuple[str, ...]) -> Iterator[str]:
    for name, given in readings(parts):
        yield f"{family(name)}+{korean(''.join(given))}"
