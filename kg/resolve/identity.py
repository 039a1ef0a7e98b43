"""Which local entities of all documents are one, and of which nobody can tell.

Judgements come first, then names, the surest likeness first, all that are equally sure at once (`rounds`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, groupby
from types import MappingProxyType

from kg.model import LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.clusters import Clusters, Foes
from kg.resolve.context import NONE, Context
from kg.resolve.likeness import APART, SAME, Profile, likeness, profile, reasons
from kg.resolve.rounds import join
from kg.resolve.rulings import Rulings

EMPTY: Mapping[Member, Context] = MappingProxyType({})

Pair = tuple[Profile, Profile]
ASKED = 0.6
"""Pairs of full names that are less alike stay two, and nobody is asked: most share no more than an initial."""


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """Two local entities that may be one, or are one though their names do not say so, and what speaks for it."""

    left: Member
    right: Member
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identified:
    """Sorted groups of sorted members; every member is in one. `near`: what a person should look at."""

    groups: list[tuple[Member, ...]]
    near: tuple[Near, ...]


def identify(
    entities: Mapping[Member, LocalEntity], ruled: Rulings, ontology: Ontology, told: Mapping[Member, Context] = EMPTY
) -> Identified:
    """`told`: what their articles say of the entities.

    Those that a person was unsure of are kept apart from names alone, not from what people judge the same.
    """
    return _Identifying(entities, ruled, ontology, told).identified()


class _Identifying:
    """One run, with what it works out on its way."""

    def __init__(
        self,
        entities: Mapping[Member, LocalEntity],
        ruled: Rulings,
        ontology: Ontology,
        told: Mapping[Member, Context],
    ) -> None:
        self._entities = entities
        self._ruled = ruled
        self._ontology = ontology
        self._alike = cache(lambda left, right: likeness(left, right, ontology))
        self._named = {
            member: profile(entity, told.get(member, NONE))
            for member, entity in sorted(entities.items(), key=_first)
            if entity.named
        }
        self._members = _members(self._named)
        self._clusters = Clusters(entities, self._named, lambda left, right: self._alike(left, right) <= APART)

    def identified(self) -> Identified:
        for left, right in self._ruled.different:
            self._clusters.keep_apart(left, right)
        for left, right in self._ruled.same:
            self._clusters.unite(left, right)
        for left, right in self._ruled.unsure:
            self._clusters.keep_apart(left, right)
        scored = [(self._alike(p, q), (p, q)) for p, q in _candidates(self._members)]
        rounds = ([sorted({*self._members[p], *self._members[q]}) for p, q in links] for links in _rounds(scored))
        refused = [near for links in rounds for near in self._join(links)]
        unsure = ((p, q) for score, (p, q) in scored if ASKED <= score < SAME and p.is_full and q.is_full)
        pairs = ((self._members[p][0], self._members[q][0]) for p, q in unsure)
        apart = [self._near(*pair) for pair in pairs if self._clusters.of(pair[0]) is not self._clusters.of(pair[1])]
        bridged = [self._near(*pair, "one only by way of others") for pair in self._clusters.bridged(self._is_sure)]
        return Identified(self._clusters.groups(), (*refused, *apart, *bridged))

    def _join(self, links: Sequence[Sequence[Member]]) -> Iterator[Near]:
        for refusal in join(self._clusters, links):
            yield self._near(refusal.left, refusal.right, self._because(refusal.foes))

    def _near(self, left: Member, right: Member, *more: str) -> Near:
        one, other = sorted((left, right))
        p, q = self._named[one], self._named[other]
        return Near(one, other, self._alike(p, q), (*reasons(p, q, self._ontology), *more))

    def _is_sure(self, left: Profile, right: Profile) -> bool:
        return self._alike(left, right) >= SAME

    def _because(self, foes: Foes) -> str:
        """Why two are not joined that are surely alike."""
        one, other = sorted(f"“{self._entities[member].label}”" for member in foes)
        if foes in self._ruled.different:
            why = "whom a person told apart"
        elif foes in self._ruled.unsure:
            why = "of whom a person was unsure"
        elif foes[0].document == foes[1].document:
            why = "whom one article tells apart"
        else:
            left, right = (self._named[member] for member in foes)
            why = f"who are two ({', '.join(reasons(left, right, self._ontology))})"
        return f"would make one of {one} and {other}, {why}"


def _first(item: tuple[Member, object]) -> Member:
    return item[0]


def _members(named: Mapping[Member, Profile]) -> dict[Profile, list[Member]]:
    members: dict[Profile, list[Member]] = defaultdict(list)
    for member, found in named.items():
        members[found].append(member)
    return dict(members)


def _rounds(scored: Sequence[tuple[float, Pair]]) -> Iterator[list[Pair]]:
    """The links of those that are surely one: equal names first, then the others by likeness."""
    sure = [(p is q, score, (p, q)) for score, (p, q) in scored if score >= SAME]
    ordered = sorted(sure, key=lambda link: link[:2], reverse=True)
    for _, links in groupby(ordered, key=lambda link: link[:2]):
        yield [link for *_, link in links]


def _candidates(members: Mapping[Profile, list[Member]]) -> list[tuple[Profile, Profile]]:
    """Every profile with itself and with those that share a block, once, the one with the smaller members first."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for found in members:
        for block in found.blocks:
            blocks[block].append(found)
    pairs = {pair for block in blocks.values() for pair in combinations_with_replacement(block, 2)}
    return sorted(pairs, key=lambda pair: (members[pair[0]], members[pair[1]]))
