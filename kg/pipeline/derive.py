"""Documents into a store and out of it, and what follows from them.

The default graph is always that of `kg.resolve.resolve` over all documents. Only what a batch of them concerns is
looked at, but for possible matches, which are looked for among all names in the end.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TypeVar

import pyoxigraph as ox

from kg.index import Index
from kg.judgements import parse
from kg.model import CorpusGraph, DocumentGraph, Entity, Judgement, Member
from kg.ontology import load_ontology
from kg.pipeline.contents import documents
from kg.pipeline.finding import refind
from kg.pipeline.grouping import group
from kg.pipeline.judging import Judgements
from kg.pipeline.lookup import Lookup
from kg.pipeline.matching import rematch
from kg.pipeline.moving import Move, moves
from kg.pipeline.naming import Naming
from kg.pipeline.stating import Arrivals, Stating
from kg.rdf import corpus_quads, document_quads, open_relations, read_documents, reference
from kg.resolve import resolve
from kg.resolve.entities import draft, entity_id
from kg.store import Store

# Oxigraph writes new files in each bulk call: one call for each document is 37 times slower than this.
_BATCH = 100

Graphs = Mapping[str, DocumentGraph]
_Item = TypeVar("_Item")


def change(
    store: Store,
    graphs: Iterable[DocumentGraph] = (),
    removed: Collection[str] = (),
    judgements: Judgements | None = None,
) -> None:
    """Puts the graphs of documents into the store, takes documents out by id, and derives what depends on them.

    The judgements take the place of those that the store keeps; without any, it follows those.

    Equal stores come of equal documents, in whatever order and batches they came and whatever was there in between.
    """
    if judgements:
        store.keep_judgements(judgements.data, judgements.file)
    if rows := parse(store.judgements(), "the store's copy of the judgements"):
        _derive_whole(store, graphs, removed, rows)
        return
    with Index.opened(store.index, anew=store.stale) as index:
        if index.empty:
            _derive_all(store, index)
        for batch in _batches(id for id in sorted(set(removed)) if store.has(id)):
            _apply(store, index, {}, _read(store, batch))
        for added in _batches(graphs):
            new = {graph.document.id: graph for graph in added}
            known = [id for id in new if store.has(id)]
            # A document of the store has but got another source.
            store.add(document_quads(new.pop(id), store.names) for id in known)
            _apply(store, index, new, {})
        if store.stale:
            rematch(store, index, load_ontology())
    store.settle()


def _derive_whole(
    store: Store, graphs: Iterable[DocumentGraph], removed: Collection[str], judgements: Sequence[Judgement]
) -> None:
    """With judgements, all documents at once: one row may concern any of them."""
    store.index.unlink(missing_ok=True)
    store.remove(removed)
    store.add(document_quads(graph, store.names) for graph in graphs)
    if store.stale:
        known = tuple(documents(store))
        store.replace_default_graph(corpus_quads(resolve(known, judgements), known, store.names))


def _derive_all(store: Store, index: Index) -> None:
    store.clear_default_graph()
    for batch in _batches(documents(store)):
        _apply(store, index, {graph.document.id: graph for graph in batch}, {})


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _read(store: Store, ids: Iterable[str]) -> dict[str, DocumentGraph]:
    return {id: graph for id in ids for graph in read_documents(store.document_quads(id), store.names)}


def _apply(store: Store, index: Index, added: Graphs, removed: Graphs) -> None:
    """One batch. What is in the store already of the documents that are added does no harm."""
    if not added and not removed:
        return
    store.unsettle()
    lookup = Lookup(store)
    with index.transaction():
        derived = _derive(index, lookup, added, removed)
    old = {*corpus_quads(derived.before, removed.values(), store.names), *_references(derived.moved, 0, store)}
    new = {*corpus_quads(derived.after, added.values(), store.names), *_references(derived.moved, 1, store)}
    new.update(_still_claimed(derived.before, removed, lookup))
    own = chain.from_iterable(document_quads(graph, store.names) for graph in added.values())
    store.change(chain(new - old, own), old - new, removed)


@dataclass(frozen=True, slots=True)
class _Derived:
    """What may have changed, as it was and as it is; members are in `moved` alone."""

    before: CorpusGraph
    after: CorpusGraph
    moved: Mapping[Member, Move]


def _derive(index: Index, lookup: Lookup, added: Graphs, removed: Graphs) -> _Derived:
    terms = load_ontology()
    grouped = group(index, added.values(), removed.values(), terms)
    came, went = _unnamed(added.values()), _unnamed(removed.values())
    naming = Naming(index)
    naming.rename(grouped.drafts, (e.id for e in came), (e.id for e in went))
    moved = moves(index, grouped, naming.before, naming.after)
    moved |= {e.members[0]: (None, e.id) for e in came} | {e.members[0]: (e.id, None) for e in went}
    stating = Stating(index, lookup, Arrivals(added, removed, moved), terms)
    restated = stating.restate(naming.renamed(), came)
    old, new = refind(index, lookup, stating, restated.beside(naming.of_other_kinds(), lookup), terms)
    were, are = _alone(naming.before.values(), went), _alone(naming.after.values(), came)
    return _Derived(
        CorpusGraph(were, restated.before, old.conflicts, old.changes, duplicates=restated.unlinked),
        CorpusGraph(are, restated.after, new.conflicts, new.changes, duplicates=restated.linked),
        moved,
    )


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


def _references(moved: Mapping[Member, Move], side: int, store: Store) -> Iterator[ox.Quad]:
    return (reference(member, id, store.names) for member, move in moved.items() if (id := move[side]) is not None)


def _still_claimed(before: CorpusGraph, removed: Graphs, lookup: Lookup) -> Iterator[ox.Quad]:
    """The open relations that others than the removed documents speak of as well."""
    lost = {claim.relation for graph in removed.values() for claim in graph.claims}
    found = {r for r in lost if lookup.is_claimed(r, removed)} | {s.relation for s in before.statements} - lost
    return open_relations(found, lookup.names)
