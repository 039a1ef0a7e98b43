"""Documents into a store and out of it, and what follows from them.

The default graph is always that of `kg.resolve.resolve` over all documents. Only what a batch of them concerns is
looked at.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from kg.errors import StoreError
from kg.index import Index
from kg.judgements import parse
from kg.model import DocumentGraph, Judgement
from kg.ontology import load_ontology
from kg.pipeline.contents import documents
from kg.pipeline.deriving import Deriving
from kg.pipeline.judging import Judgements
from kg.pipeline.versions import deriver
from kg.rdf import corpus_quads, document_quads, read_documents
from kg.resolve import resolve
from kg.store import Store, WritableStore

# In characters of text. Oxigraph writes new files in each bulk call, and rewrites all files after some calls: one call
# for each document takes 37 times as long as this, and a single one for all of them needs all memory. With half as many
# characters a large store is rewritten twice as often: of 6,000 articles each takes 4 ms more, of some 60.
_BATCH = 500_000


def change(
    store: WritableStore,
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
    _renew(store)
    if rows := parse(store.judgements(), "the store's copy of the judgements"):
        _derive_whole(store, graphs, removed, rows)
        return
    with Index.opened(store.index, store.published) as index:
        deriving = Deriving(store, index, load_ontology())
        if index.empty and store.document_ids():
            with _published(store, index):
                _derive_all(store, deriving)
        for batch in _batches(_read(store, sorted(set(removed)))):
            with _published(store, index):
                deriving.apply({}, batch)
        for batch in _batches(graphs):
            with _published(store, index):
                known = [id for id in batch if store.has(id)]
                # A document of the store has but got another source.
                store.add(document_quads(batch.pop(id), store.names) for id in known)
                deriving.apply(batch, {})
        if store.changed:
            # Judgements without a row: nothing follows from them, but the index must go on to the state that has them.
            with _published(store, index):
                pass
        if store.grown:
            # What there is no room for is left: everything was published.
            with suppress(StoreError), _published(store, index):
                store.compact()


def _renew(store: WritableStore) -> None:
    """What another version derived is derived anew, from all documents: the two may not be mixed."""
    if store.versions.derived_by != deriver():
        store.index.unlink(missing_ok=True)
        store.keep_versions(replace(store.versions, derived_by=deriver()))


@contextmanager
def _published(store: WritableStore, index: Index) -> Iterator[None]:
    """What is done to both counts for both, or for neither."""
    with index.transaction(), store.whole():
        yield
        store.publish()
        index.belongs_to(store.published)


def _derive_whole(
    store: WritableStore, graphs: Iterable[DocumentGraph], removed: Collection[str], judgements: Sequence[Judgement]
) -> None:
    """With judgements, all documents at once: one row may concern any of them."""
    store.index.unlink(missing_ok=True)
    if gone := sorted(filter(store.has, set(removed))):
        store.change((), documents=gone)
    store.add(document_quads(graph, store.names) for graph in graphs)
    if store.changed:
        known = tuple(documents(store))
        store.replace_default_graph(corpus_quads(resolve(known, judgements), known, store.names))
        store.publish()


def _derive_all(store: WritableStore, deriving: Deriving) -> None:
    store.clear_default_graph()
    for batch in _batches(documents(store)):
        deriving.apply(batch, {})


def _batches(graphs: Iterable[DocumentGraph]) -> Iterator[dict[str, DocumentGraph]]:
    """By the ids of the documents."""
    batch: dict[str, DocumentGraph] = {}
    size = 0
    for graph in graphs:
        batch[graph.document.id] = graph
        size += len(graph.document.text)
        if size >= _BATCH:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch


def _read(store: Store, ids: Iterable[str]) -> Iterator[DocumentGraph]:
    for id in filter(store.has, ids):
        yield from read_documents(store.document_quads(id), store.names)
