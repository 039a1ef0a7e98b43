"""Whom a row of the judgements file means, whatever the entities of the graph are called."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.model import DocumentGraph, Member

_LOCAL = re.compile(r"(?:doc:|https?://\S*/document/)([0-9a-f]+)#(.+)")
_SPACES = re.compile(r"\s+")


class Referents:
    """Finds local entities by what rows call them."""

    def __init__(self, graphs: Iterable[DocumentGraph]) -> None:
        self._by_source: dict[str, list[DocumentGraph]] = defaultdict(list)
        self._local: set[Member] = set()
        for graph in graphs:
            self._local.update(Member(graph.document.id, entity.id) for entity in graph.entities)
            for source in graph.document.sources:
                self._by_source[source].append(graph)

    def members(self, reference: str) -> tuple[Member, ...]:
        """None where the graph has no such; several only where several documents came under one source.

        `SOURCE#Name` is who has this label in the document, else another name, else a mention of these words; a name
        of two in one document is nobody's.
        """
        if exact := _LOCAL.fullmatch(reference):
            member = Member(exact[1], exact[2])
            return (member,) if member in self._local else ()
        return tuple(sorted(self._named(reference)))

    def _named(self, reference: str) -> Iterator[Member]:
        for cut in (found.start() for found in re.finditer("#", reference)):
            for graph in self._by_source.get(reference[:cut], ()):
                if entity := _called(graph, _plain(reference[cut + 1 :])):
                    yield Member(graph.document.id, entity)


def _called(graph: DocumentGraph, name: str) -> str | None:
    tiers: tuple[Callable[[], set[str]], ...] = (
        lambda: {e.id for e in graph.entities if _plain(e.label) == name},
        lambda: {e.id for e in graph.entities if name in map(_plain, e.alt_labels)},
        lambda: {m.entity for m in graph.mentions if _plain(m.span.of(graph.document.text)) == name},
    )
    found = next((ids for ids in (tier() for tier in tiers) if ids), set())
    return next(iter(found)) if len(found) == 1 else None


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip().casefold()
