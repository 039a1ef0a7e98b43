"""Entities that may be one, for people to decide."""

from collections.abc import Iterable, Sequence

from kg.ids import digest
from kg.model import Entity, Member, PossibleMatch
from kg.resolve.identity import Near
from kg.resolve.rulings import Rulings


def possible_matches(near: Iterable[Near], entities: Sequence[Entity], ruled: Rulings) -> tuple[PossibleMatch, ...]:
    """Sorted by id: of each two entities the pair of members that are most alike, of one entity those least alike.

    What people have decided, or looked at and could not tell, is not asked again.
    """
    owner = {member: entity.id for entity in entities for member in entity.members}
    best: dict[tuple[str, ...], Near] = {}
    for pair in sorted(near, key=_telling):
        if {pair.left, pair.right} <= owner.keys():
            best.setdefault(tuple(sorted({owner[pair.left], owner[pair.right]})), pair)
    for left, right in (*ruled.different, *ruled.unsure):
        best.pop(tuple(sorted({owner.get(left, ""), owner.get(right, "")})), None)
    found = (_match(between, pair) for between, pair in best.items())
    return tuple(sorted(found, key=lambda match: match.id))


def _telling(pair: Near) -> tuple[float, Member, Member, tuple[str, ...]]:
    return -pair.likeness, pair.left, pair.right, pair.reasons


def _match(between: tuple[str, ...], pair: Near) -> PossibleMatch:
    ends = pair.left.document, pair.left.entity, pair.right.document, pair.right.entity
    reasons = tuple(sorted(set(pair.reasons)))
    return PossibleMatch(digest(*ends), between, (pair.left, pair.right), pair.likeness, reasons)
