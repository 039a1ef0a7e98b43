"""Which entities of two graphs are one, by what they have in common: participants of the same articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from kg.model import CorpusGraph, DifferenceKind, Entity, Member

EntityChange = tuple[DifferenceKind, tuple[Entity, ...], tuple[Entity, ...]]
"""Renamed, put together or taken apart: the entities before and after, sorted by id."""


class Correspondence:
    """Which entities of the older graph go on in which of the newer."""

    def __init__(self, old: CorpusGraph, new: CorpusGraph) -> None:
        self._old = {entity.id: entity for entity in old.entities}
        self._new = {entity.id: entity for entity in new.entities}
        self._after = _links(old, new)

    def after(self, old: str) -> set[str]:
        """Those that share a participant with it; an entity that shares none with any goes on under its id."""
        return self._after.get(old, {old})

    def goes_on(self, old: str, new: str) -> bool:
        return new in self.after(old)

    def changes(self) -> Iterator[EntityChange]:
        """Sorted by the ids before; entities that stayed as they were are in none."""
        graph = nx.Graph()
        graph.add_edges_from((("", old), (new, "")) for old, news in self._after.items() for new in news)
        connected = nx.connected_components(graph)
        parts = sorted((_ids(old for _, old in part), _ids(new for new, _ in part)) for part in connected)
        for olds, news in parts:
            before, after = tuple(self._old[id] for id in olds), tuple(self._new[id] for id in news)
            if change := _change(before, after):
                yield change, before, after


def _links(old: CorpusGraph, new: CorpusGraph) -> dict[str, set[str]]:
    before, after = _owners(old), _owners(new)
    links: defaultdict[str, set[str]] = defaultdict(set)
    for member in before.keys() & after.keys():
        links[before[member]].add(after[member])
    return dict(links)


def _owners(corpus: CorpusGraph) -> dict[Member, str]:
    return {member: entity.id for entity in corpus.entities for member in entity.members}


def _ids(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, found)))


def _change(before: tuple[Entity, ...], after: tuple[Entity, ...]) -> DifferenceKind | None:
    match len(before), len(after):
        case 1, 1:
            same = (before[0].id, before[0].label) == (after[0].id, after[0].label)
            return None if same else DifferenceKind.RENAMED
        case _, 1:
            return DifferenceKind.MERGED
        case 1, _:
            return DifferenceKind.SPLIT
        case _:
            return DifferenceKind.REGROUPED
