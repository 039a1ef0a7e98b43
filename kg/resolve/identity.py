"""Which local entities of all documents are one.

Judgements come first, then names, the surest likeness first. A chain of likenesses may lead to two that must stay
apart; it is then cut where it is weakest, for the weaker join comes later and does not happen. Where joins are equally
sure, the smaller members come first, so that no order of the documents shows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations_with_replacement
from types import MappingProxyType

from kg.model import LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.clusters import Clusters
from kg.resolve.context import NONE, Context
from kg.resolve.likeness import APART, SAME, Profile, likeness, profile
from kg.resolve.rulings import Rulings
from kg.resolve.ties import tied_members

EMPTY: Mapping[Member, Context] = MappingProxyType({})


def identify(
    entities: Mapping[Member, LocalEntity],
    ruled: Rulings,
    ontology: Ontology,
    told: Mapping[Member, Context] = EMPTY,
) -> list[tuple[Member, ...]]:
    """Sorted groups of sorted members; every member is in one. `told`: what their articles say of them.

    Those that a person was unsure of are kept apart from names alone, not from what people judge the same.
    """

    @cache
    def alike(left: Profile, right: Profile) -> float:
        return likeness(left, right, ontology)

    profiles = {m: profile(entity, told.get(m, NONE)) if entity.named else None for m, entity in entities.items()}
    clusters = Clusters(profiles, lambda left, right: alike(left, right) <= APART)
    for left, right in ruled.different:
        clusters.keep_apart(left, right)
    for left, right in ruled.same:
        clusters.unite(left, right)
    for left, right in ruled.unsure:
        clusters.keep_apart(left, right)
    members = _members(profiles)
    links = [(-alike(p, q), p, q) for p, q in _candidates(members) if alike(p, q) >= SAME]
    for _, p, q in sorted(links, key=lambda link: (link[0], members[link[1]], members[link[2]])):
        clusters.gather(sorted({*members[p], *members[q]}))
    for tied in tied_members(profiles, told):
        clusters.gather(tied)
    return clusters.groups()


def _members(profiles: Mapping[Member, Profile | None]) -> dict[Profile, list[Member]]:
    members: dict[Profile, list[Member]] = defaultdict(list)
    for member, found in sorted(profiles.items(), key=lambda item: item[0]):
        if found:
            members[found].append(member)
    return dict(members)


def _candidates(members: Mapping[Profile, list[Member]]) -> Iterator[tuple[Profile, Profile]]:
    """Every profile with itself and with those that share a block, once, the one with the smaller members first."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for found in members:
        for block in found.blocks:
            blocks[block].append(found)
    pairs = {pair for block in blocks.values() for pair in combinations_with_replacement(block, 2)}
    yield from pairs
