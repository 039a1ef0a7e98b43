"""Groups of local entities that grow by joining, where some must never meet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Member
from kg.resolve.likeness import Profile


@dataclass(slots=True, eq=False)
class _Cluster:
    """`documents`, `profiles`: of the named members; `foes`: who was judged to be somebody else than a member."""

    members: set[Member]
    documents: set[str] = field(default_factory=set)
    profiles: set[Profile] = field(default_factory=set)
    foes: set[Member] = field(default_factory=set)


class Clusters:
    """Every member alone at first. A join that would bring together what must stay apart does not happen.

    What must stay apart: those judged different; two named entities of one document, for the document tells them
    apart; profiles that are `apart`. A judgement "same" overrules the last two, and so do the profiles it joined.
    """

    def __init__(self, profiles: Mapping[Member, Profile | None], apart: Callable[[Profile, Profile], bool]) -> None:
        self._apart = apart
        self._overruled: set[tuple[Profile, Profile]] = set()
        self._cluster = {member: _cluster(member, found) for member, found in profiles.items()}

    def keep_apart(self, left: Member, right: Member) -> None:
        self._cluster[left].foes.add(right)
        self._cluster[right].foes.add(left)

    def unite(self, left: Member, right: Member) -> None:
        """A judgement "same": only a judgement "different" stands against it."""
        one, other = self._cluster[left], self._cluster[right]
        if one is not other and one.foes.isdisjoint(other.members):
            pairs = [(p, q) for p in one.profiles for q in other.profiles]
            self._overruled.update(pairs, [(q, p) for p, q in pairs])
            self._merge(one, other)

    def gather(self, members: Iterable[Member]) -> None:
        """Joins members that are all alike; whoever may not join the first of them may join the next."""
        found: list[Member] = []
        for member in members:
            if not any(self._join(other, member) for other in found):
                found.append(member)

    def groups(self) -> list[tuple[Member, ...]]:
        """Sorted, as are their members."""
        distinct = {id(cluster): cluster for cluster in self._cluster.values()}
        return sorted(tuple(sorted(cluster.members)) for cluster in distinct.values())

    def _join(self, left: Member, right: Member) -> bool:
        one, other = self._cluster[left], self._cluster[right]
        if one is other:
            return True
        if self._must_not_meet(one, other):
            return False
        self._merge(one, other)
        return True

    def _must_not_meet(self, one: _Cluster, other: _Cluster) -> bool:
        return (
            not one.foes.isdisjoint(other.members)
            or not one.documents.isdisjoint(other.documents)
            or any(self._apart(p, q) for p in one.profiles for q in other.profiles if (p, q) not in self._overruled)
        )

    def _merge(self, one: _Cluster, other: _Cluster) -> None:
        small, large = sorted((one, other), key=lambda cluster: len(cluster.members))
        large.members |= small.members
        large.documents |= small.documents
        large.profiles |= small.profiles
        large.foes |= small.foes
        self._cluster.update(dict.fromkeys(small.members, large))


def _cluster(member: Member, found: Profile | None) -> _Cluster:
    return _Cluster({member}, {member.document}, {found}) if found else _Cluster({member})
