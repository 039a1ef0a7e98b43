"""Stores of hand-made nouns."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.ids import Names
from kg.rdf import corpus_quads, document_quads
from kg.store import Store, WritableStore
from tests.pages.corpora import Corpus


@contextmanager
def stored(corpus: Corpus, path: Path, names: Names | None = None) -> Iterator[Store]:
    """What a store gives that holds these."""
    found, graphs = corpus
    names = names or Names()
    with WritableStore.opened(path, names) as store:
        store.add(document_quads(graph, names) for graph in graphs)
        store.change(corpus_quads(found, graphs, names))
        store.publish()
    with Store.reading(path) as store:
        yield store
