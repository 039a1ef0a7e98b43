"""What follows from one batch of documents that come or go."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import pyoxigraph as ox

from kg.index import Index
from kg.model import CorpusGraph, DocumentGraph, Entity, Member
from kg.ontology import Ontology
from kg.pipeline.finding import refind
from kg.pipeline.grouping import group
from kg.pipeline.lookup import Lookup
from kg.pipeline.matching import rematch
from kg.pipeline.moving import Move, moves
from kg.pipeline.naming import Naming
from kg.pipeline.shortening import Shortening
from kg.pipeline.stating import Arrivals, Stating
from kg.rdf import corpus_quads, document_quads, open_relations, reference
from kg.resolve.entities import draft, entity_id
from kg.store import WritableStore

# Documents; what so many say is written by itself, and with memory that was given back first: Oxigraph takes a
# kilobyte for each quad of a call.
_MANY: Final = 100
Graphs = Mapping[str, DocumentGraph]
"""By the ids of the documents."""


@dataclass(frozen=True, slots=True)
class _Derived:
    """What may have changed, as it was and as it is; members are in `moved` alone."""

    before: CorpusGraph
    after: CorpusGraph
    moved: Mapping[Member, Move]


class Deriving:
    """Batch by batch; in between, the store's default graph and the index are those of the documents so far."""

    def __init__(self, store: WritableStore, index: Index, ontology: Ontology) -> None:
        self._store = store
        self._index = index
        self._lookup = Lookup(store)
        self._ontology = ontology

    def apply(self, added: Graphs, removed: Graphs) -> None:
        """Either may be empty. What is in the store already of the documents that are added does no harm."""
        with _uncollected():
            self._apply(added, removed)

    def _apply(self, added: Graphs, removed: Graphs) -> None:
        derived = self._derive(added, removed)
        names, moved = self._store.names, derived.moved
        old = {*corpus_quads(derived.before, removed.values(), names), *self._references(moved, 0)}
        new = {*corpus_quads(derived.after, added.values(), names), *self._references(moved, 1)}
        new.update(self._still_claimed(derived.before, removed))
        own = chain.from_iterable(document_quads(graph, names) for graph in added.values())
        if len(added) >= _MANY:
            self._store.forget()
            self._store.change(own)
        self._store.change(chain(new - old, own), old - new, removed)

    def _derive(self, added: Graphs, removed: Graphs) -> _Derived:
        grouped = group(self._index, added.values(), removed.values(), self._ontology)
        came, went = _unnamed(added.values()), _unnamed(removed.values())
        naming = Naming(self._index)
        naming.rename(grouped.drafts, (e.id for e in came), (e.id for e in went))
        moved = moves(self._index, grouped, naming.before, naming.after)
        moved |= {e.members[0]: (None, e.id) for e in came} | {e.members[0]: (e.id, None) for e in went}
        short = Shortening(self._index, added.values(), removed.values(), self._ontology, grouped.renewed)
        matches, matching = rematch(self._index, grouped, naming, moved, short, self._ontology)
        stating = Stating(self._index, self._lookup, Arrivals(added, removed, moved), self._ontology)
        restated = stating.restate(naming.renamed(), came)
        compared = restated.beside(naming.of_other_kinds(), self._lookup)
        old, new = refind(self._index, self._lookup, stating, compared, self._ontology)
        were, are = _alone(naming.before.values(), went), _alone(naming.after.values(), came)
        return _Derived(
            CorpusGraph(were, restated.before, old.conflicts, old.changes, (), restated.unlinked, matches),
            CorpusGraph(are, restated.after, new.conflicts, new.changes, (), restated.linked, matching),
            moved,
        )

    def _references(self, moved: Mapping[Member, Move], side: int) -> Iterator[ox.Quad]:
        ends = ((member, move[side]) for member, move in moved.items())
        return (reference(member, id, self._store.names) for member, id in ends if id is not None)

    def _still_claimed(self, before: CorpusGraph, removed: Graphs) -> Iterator[ox.Quad]:
        """The open relations that others than the removed documents speak of as well."""
        lost = {claim.relation for graph in removed.values() for claim in graph.claims}
        kept = {relation for relation in lost if self._lookup.is_claimed(relation, removed)}
        return open_relations(kept | {s.relation for s in before.statements} - lost, self._store.names)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for objects that refer to each other, which would look at all of a batch again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _unnamed(graphs: Iterable[DocumentGraph]) -> list[Entity]:
    """The entities of those that have no name, each with its only member."""
    found = []
    for graph in graphs:
        for entity in graph.entities:
            if not entity.named:
                member = Member(graph.document.id, entity.id)
                one = draft((member,), {member: entity})
                found.append(replace(one, id=entity_id(one, {}, {})))
    return found


def _alone(*entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(replace(entity, members=()) for entity in chain.from_iterable(entities))
