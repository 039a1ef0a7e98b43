"""Joins of one round are equally sure and happen together.

Where some of them would bring together two that must stay apart, none on a way between the two happens, for a choice
among them would be a guess; and what does not happen is told. So no order shows, and whoever comes third takes nobody's
place.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from networkx.utils import UnionFind

from kg.model import Member
from kg.resolve.chains import between
from kg.resolve.clusters import Cluster, Clusters, Foes

_Hub = dict[Cluster, Member]
"""The clusters that a link would join, by their first members in it, each with that member."""
_Join = tuple[Any, ...]
"""((0, the first member of a cluster), (1, the number of a hub)): an edge of the graph that joins make."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Two that are alike and were not joined, for the sake of two who must stay apart."""

    left: Member
    right: Member
    foes: Foes


def join(clusters: Clusters, links: Sequence[Sequence[Member]]) -> list[Refusal]:
    """Joins the members of each link, who are all alike, as far as may be, and tells of those that it does not join.

    The members of a link are sorted.
    """
    hubs = [hub for link in links if len(hub := _hub(clusters, link)) > 1]
    near: Any = UnionFind()
    for hub in hubs:
        near.union(*hub)
    parts: defaultdict[Cluster, list[_Hub]] = defaultdict(list)
    for hub in hubs:
        parts[near[next(iter(hub))]].append(hub)
    return [refusal for part in parts.values() for refusal in _join(clusters, part)]


def _hub(clusters: Clusters, link: Sequence[Member]) -> _Hub:
    found: _Hub = {}
    for member in link:
        found.setdefault(clusters.of(member), member)
    return found


def _join(clusters: Clusters, hubs: Sequence[_Hub]) -> list[Refusal]:
    """All hubs of a part, in which any two hang together."""
    foes = _foes(clusters, hubs)
    doubtful = _doubtful(hubs, foes) if foes else {}
    refusals = list(_refusals(hubs, foes, doubtful)) if doubtful else []
    kept = [[c.first for c in hub if _edge(c, number) not in doubtful] for number, hub in enumerate(hubs)]
    for members in filter(None, kept):
        clusters.merge(list({clusters.of(member) for member in members}))
    return refusals


def _foes(clusters: Clusters, hubs: Sequence[_Hub]) -> dict[Foes, Foes]:
    """The clusters that must not meet, by their first members, and two members for whose sake."""
    found: dict[Foes, Foes] = {}
    for one, other, (left, right) in clusters.conflicts({cluster for hub in hubs for cluster in hub}):
        pair, foes = _sorted(one.first, other.first), _sorted(left, right)
        found[pair] = min(foes, found.get(pair, foes))
    return found


def _doubtful(hubs: Sequence[_Hub], foes: dict[Foes, Foes]) -> dict[_Join, Foes]:
    """The joins on a way between two that must not meet, with those two."""
    joins = [_edge(cluster, number) for number, hub in enumerate(hubs) for cluster in hub]
    ways = between(joins, [((0, left), (0, right)) for left, right in sorted(foes)])
    found: dict[_Join, Foes] = {}
    for ((_, left), (_, right)), edges in sorted(ways.items()):
        for edge in edges:
            found.setdefault(edge, foes[left, right])
    return found


def _refusals(hubs: Sequence[_Hub], foes: dict[Foes, Foes], doubtful: dict[_Join, Foes]) -> Iterator[Refusal]:
    """Each one that is left out, with the first that it could have been, of those who are joined if there are any."""
    for number, hub in enumerate(hubs):
        ordered = sorted(hub, key=lambda cluster: (_edge(cluster, number) in doubtful, cluster.first))
        for cluster in hub:
            edge = _edge(cluster, number)
            others = (o for o in ordered if o is not cluster and not _told_apart(hub, cluster, o, foes))
            if edge in doubtful and (other := next(others, None)):
                yield Refusal(*_sorted(hub[cluster], hub[other]), doubtful[edge])


def _told_apart(hub: _Hub, one: Cluster, other: Cluster, foes: dict[Foes, Foes]) -> bool:
    """Whether the two of the hub must stay apart themselves, and not only for the sake of others in their clusters."""
    left, right = hub[one], hub[other]
    return left.document == right.document or foes.get(_sorted(one.first, other.first)) == _sorted(left, right)


def _edge(cluster: Cluster, hub: int) -> _Join:
    return (0, cluster.first), (1, hub)


def _sorted(one: Member, other: Member) -> Foes:
    return min(one, other), max(one, other)
