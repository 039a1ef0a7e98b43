"""Entities that may be one, for people to decide."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.ids import digest
from kg.model import Entity, PossibleMatch
from kg.resolve.identity import Near
from kg.resolve.rulings import Rulings

Between = tuple[str, ...]
"""The ids of two entities, or of one whose members may be two."""


def possible_matches(near: Iterable[Near], entities: Sequence[Entity], ruled: Rulings) -> tuple[PossibleMatch, ...]:
    """Sorted by id: of each two entities the pair of members that are most alike, of one entity those least alike.

    What people have decided, or looked at and could not tell, is not asked again.
    """
    owner = {member: entity.id for entity in entities for member in entity.members}
    pairs: defaultdict[Between, list[Near]] = defaultdict(list)
    for pair in near:
        if {pair.left, pair.right} <= owner.keys():
            pairs[between(owner[pair.left], owner[pair.right])].append(pair)
    for left, right in (*ruled.different, *ruled.unsure):
        pairs.pop(between(owner.get(left, ""), owner.get(right, "")), None)
    return tuple(sorted((match(own, found) for own, found in pairs.items()), key=lambda one: one.id))


def between(one: str, other: str) -> Between:
    """The ids of two entities in their order, or of one."""
    return tuple(sorted({one, other}))


def match(own: Between, near: Iterable[Near]) -> PossibleMatch:
    """Of the pairs of their members the most telling one; at least one is given."""
    sign = -1 if len(own) > 1 else 1
    pair = min(near, key=lambda pair: (sign * pair.likeness, pair.left, pair.right, pair.reasons))
    ends = pair.left.document, pair.left.entity, pair.right.document, pair.right.entity
    reasons = tuple(sorted(set(pair.reasons)))
    return PossibleMatch(digest(*ends), own, (pair.left, pair.right), pair.likeness, reasons)
