"""Which local entities of all documents are one, and of which nobody can tell.

Judgements come first, then names, the surest likeness first, all that are equally sure at once (`rounds`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, groupby, product
from types import MappingProxyType

from kg.model import LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.clusters import Clusters, Foes
from kg.resolve.co_mentions import Bond, bond, co_mentions, pairs
from kg.resolve.context import NONE, Context
from kg.resolve.likeness import APART, SAME, Profile, likeness, profile, reasons
from kg.resolve.nearly import nearly_one
from kg.resolve.rounds import join
from kg.resolve.rulings import Rulings

EMPTY: Mapping[Member, Context] = MappingProxyType({})

Pair = tuple[Profile, Profile]
Names = frozenset[Profile]
"""Two names."""
_ASKED = 0.6  # below it full names stay two, and nobody is asked: most share no more than an initial
BRIDGED = "one only by way of others"


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """Two local entities that may be one, or are one though their names do not say so, and what speaks for it."""

    left: Member
    right: Member
    likeness: float
    reasons: tuple[str, ...]


class Identified:
    """`groups`: sorted, of sorted members; every member is in one. `refused`: who would be one, but for others.

    `told`: what their articles say of the entities. `bonds`: names that two articles make one, by the two names; where
    these are not given, the entities are all that the documents have. Those that a person was unsure of are kept apart
    from names alone, not from what people judge the same.
    """

    def __init__(
        self,
        entities: Mapping[Member, LocalEntity],
        ruled: Rulings,
        ontology: Ontology,
        told: Mapping[Member, Context] = EMPTY,
        bonds: Mapping[Names, Bond] | None = None,
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
        self._scored = [(self._alike(p, q), (p, q)) for p, q in _candidates(self._members)]
        self._bonds = self._found_bonds() if bonds is None else bonds
        self.refused = tuple(self._resolve())
        self.groups = self._clusters.groups()

    def doubts(self) -> Iterator[Near]:
        """Full names of two entities that nobody can tell from one, and those that are one by way of others alone."""
        holders = self._clusters.holders()
        for p, q in (pair for score, pair in self._scored if is_open(score, *pair)):
            for (one, left), (other, right) in product(holders[p], holders[q]):
                if one is not other and not self._bond(left, right):  # those with a bond were refused, and are told so
                    yield self._near(left, right)
        for left, right in self._clusters.bridged(self._needs_no_word):
            yield self._near(left, right, *(() if self._bond(left, right) else (BRIDGED,)))

    def _found_bonds(self) -> dict[Names, Bond]:
        """Of the names that are nearly one those that two articles make one by what both of them name."""
        documents: dict[str, list[LocalEntity]] = defaultdict(list)
        for member in self._named:
            documents[member.document].append(self._entities[member])
        said = cache(lambda document: co_mentions(documents[document]))
        nearly = (names for score, names in self._scored if is_open(score, *names) and nearly_one(*names))
        found = ((names, bond(pairs(*(self._members[p] for p in names)), names, said)) for names in nearly)
        return {frozenset(names): own for names, own in found if own}

    def _resolve(self) -> Iterator[Near]:
        for left, right in self._ruled.different:
            self._clusters.keep_apart(left, right)
        for left, right in self._ruled.same:
            self._clusters.unite(left, right)
        for left, right in self._ruled.unsure:
            self._clusters.keep_apart(left, right)
        for links in (*_rounds(self._scored), self._bonds):
            yield from self._join(sorted(sorted({m for p in names for m in self._members[p]}) for names in links))

    def _join(self, links: Sequence[Sequence[Member]]) -> Iterator[Near]:
        for refusal in join(self._clusters, links):
            yield self._near(refusal.left, refusal.right, self._because(refusal.foes))

    def _near(self, left: Member, right: Member, *more: str) -> Near:
        own = self._bond(left, right)
        told = (own[1],) if own else ()
        return near((left, self._named[left]), (right, self._named[right]), self._ontology, *told, *more)

    def _bond(self, left: Member, right: Member) -> Bond | None:
        return self._bonds.get(frozenset((self._named[left], self._named[right])))

    def _needs_no_word(self, left: Profile, right: Profile) -> bool:
        return needs_no_word(self._alike(left, right), left, right)

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


def near(left: tuple[Member, Profile], right: tuple[Member, Profile], ontology: Ontology, *more: str) -> Near:
    """The pair in its order."""
    (one, p), (other, q) = sorted((left, right), key=_first)
    return Near(one, other, likeness(p, q, ontology), (*reasons(p, q, ontology), *more))


def is_open(score: float, left: Profile, right: Profile) -> bool:
    """Whether two full names of that likeness are neither one nor two."""
    return _ASKED <= score < SAME and left.is_full and right.is_full


def needs_no_word(score: float, left: Profile, right: Profile) -> bool:
    """Whether two of one entity are as they should be: surely one, or a surname whose office tells whose it is."""
    return score >= SAME or bool(left.context.stands_for or right.context.stands_for)


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
