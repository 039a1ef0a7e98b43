"""Groups of local entities that grow by joining, where some must never meet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TypeVar

from kg.model import Member
from kg.resolve.likeness import Profile

Foes = tuple[Member, Member]
_Key = TypeVar("_Key")


@dataclass(slots=True, eq=False)
class Cluster:
    """`documents` and `profiles` lead to a named member; `foes`: who was judged to be somebody else than a member."""

    first: Member
    members: set[Member]
    documents: dict[str, Member] = field(default_factory=dict)
    profiles: dict[Profile, Member] = field(default_factory=dict)
    foes: set[Member] = field(default_factory=set)


_Index = defaultdict[_Key, list[tuple[Cluster, Member]]]


class Clusters:
    """Every member alone at first.

    What must stay apart: those judged different; two named entities of one document, for the document tells them
    apart; profiles that are `apart`. A judgement "same" overrules the last two, and so do the profiles it joined.
    """

    def __init__(
        self,
        members: Iterable[Member],
        named: Mapping[Member, Profile],
        apart: Callable[[Profile, Profile], bool],
    ) -> None:
        self._apart = apart
        self._overruled: set[tuple[Profile, Profile]] = set()
        self._cluster = {member: _cluster(member, named.get(member)) for member in members}

    def keep_apart(self, left: Member, right: Member) -> None:
        self._cluster[left].foes.add(right)
        self._cluster[right].foes.add(left)

    def unite(self, left: Member, right: Member) -> None:
        """A judgement "same": only a judgement "different" stands against it."""
        one, other = self._cluster[left], self._cluster[right]
        if one is not other and one.foes.isdisjoint(other.members):
            pairs = [(p, q) for p in one.profiles for q in other.profiles]
            self._overruled.update(pairs, [(q, p) for p, q in pairs])
            self.merge([one, other])

    def of(self, member: Member) -> Cluster:
        return self._cluster[member]

    def merge(self, clusters: Sequence[Cluster]) -> None:
        """Into the largest of them."""
        large, *others = sorted(clusters, key=lambda cluster: -len(cluster.members))
        for small in others:
            large.first = min(large.first, small.first)
            large.members |= small.members
            large.foes |= small.foes
            _take_over(large.documents, small.documents)
            _take_over(large.profiles, small.profiles)
            self._cluster.update(dict.fromkeys(small.members, large))

    def conflicts(self, clusters: Set[Cluster]) -> Iterator[tuple[Cluster, Cluster, Foes]]:
        """All pairs of them that must not meet, each with two members for whose sake; a pair may come again."""
        for holders in _by(clusters, lambda cluster: cluster.documents).values():
            for (one, p), (other, q) in combinations(holders, 2):
                yield one, other, (p, q)
        for cluster in clusters:
            for foe in sorted(cluster.foes):
                if (other := self._cluster[foe]) in clusters and other is not cluster:
                    yield cluster, other, (min(other.foes & cluster.members), foe)
        having = _by(clusters, lambda cluster: cluster.profiles)
        for one_name, other_name in combinations(having, 2):
            if (one_name, other_name) not in self._overruled and self._apart(one_name, other_name):
                for (one, p), (other, q) in product(having[one_name], having[other_name]):
                    yield one, other, (p, q)

    def holders(self) -> Mapping[Profile, list[tuple[Cluster, Member]]]:
        """The clusters that have a profile, each with its first member of it."""
        return _by(self._distinct(), lambda cluster: cluster.profiles)

    def bridged(self, sure: Callable[[Profile, Profile], bool]) -> Iterator[Foes]:
        """Members of one cluster who are together by way of others, not by their likeness or by a judgement."""
        for cluster in self._distinct():
            names = sorted(cluster.profiles, key=lambda found: cluster.profiles[found])
            for p, q in combinations(names, 2):
                if (p, q) not in self._overruled and not sure(p, q):
                    yield cluster.profiles[p], cluster.profiles[q]

    def groups(self) -> list[tuple[Member, ...]]:
        """Sorted, as are their members."""
        return [tuple(sorted(cluster.members)) for cluster in self._distinct()]

    def _distinct(self) -> list[Cluster]:
        return sorted(set(self._cluster.values()), key=lambda cluster: cluster.first)


def _cluster(member: Member, found: Profile | None) -> Cluster:
    if not found:
        return Cluster(member, {member})
    return Cluster(member, {member}, {member.document: member}, {found: member})


def _by(clusters: Iterable[Cluster], keys: Callable[[Cluster], Mapping[_Key, Member]]) -> _Index[_Key]:
    """Each key with the clusters that have it, and the member of each for whose sake."""
    found: _Index[_Key] = defaultdict(list)
    for cluster in clusters:
        for key, member in keys(cluster).items():
            found[key].append((cluster, member))
    return found


def _take_over(kept: dict[_Key, Member], more: Mapping[_Key, Member]) -> None:
    for key, member in more.items():
        kept[key] = min(member, kept.get(key, member))
