"""Documents into a store and out of it, and what follows from them."""

from collections.abc import Collection, Iterable

from kg.model import DocumentGraph
from kg.pipeline.contents import documents
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import Store


def change(store: Store, graphs: Iterable[DocumentGraph] = (), removed: Collection[str] = ()) -> None:
    """Puts the graphs of documents into the store, takes documents out by id, and derives the default graph anew.

    Equal stores come of equal documents, in whatever order and batches they came and whatever was there in between.
    """
    store.remove(removed)
    store.add(document_quads(graph, store.names) for graph in graphs)
    if store.stale:
        known = tuple(documents(store))
        store.replace_default_graph(corpus_quads(resolve(known), known, store.names))
