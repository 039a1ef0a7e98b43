"""Documents into a store and out of it, and what follows from them."""

from collections.abc import Collection, Iterable

from kg.judgements import parse
from kg.model import DocumentGraph
from kg.pipeline.contents import documents
from kg.pipeline.judging import Judgements
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import Store


def change(
    store: Store,
    graphs: Iterable[DocumentGraph] = (),
    removed: Collection[str] = (),
    judgements: Judgements | None = None,
) -> None:
    """Puts the graphs of documents into the store, takes documents out by id, and derives the default graph anew.

    The judgements take the place of those that the store keeps; without any, it follows those.

    Equal stores come of equal documents, in whatever order and batches they came and whatever was there in between.
    """
    store.remove(removed)
    store.add(document_quads(graph, store.names) for graph in graphs)
    if judgements:
        store.keep_judgements(judgements.data, judgements.file)
    if store.stale:
        known, rows = tuple(documents(store)), parse(store.judgements(), "the store's copy of the judgements")
        store.replace_default_graph(corpus_quads(resolve(known, rows), known, store.names))
