"""What a store holds, as nouns and as files."""

from collections.abc import Collection, Iterator
from itertools import chain

from kg.export import Format, select
from kg.export.turtle import Writable
from kg.model import CorpusGraph, DocumentGraph
from kg.rdf import prefixes, read_corpus, read_documents
from kg.store import Store


def contents(store: Store) -> tuple[CorpusGraph, tuple[DocumentGraph, ...]]:
    """All nouns of the store. Raises `InvalidGraph`."""
    return read_corpus(store.default_quads(), store.names), tuple(documents(store))


def documents(store: Store, but: Collection[str] = ()) -> Iterator[DocumentGraph]:
    """All but some, by id; no more than one is in memory, and none is being read when it is given.

    Raises `InvalidGraph`.
    """
    for document in sorted(store.document_ids().difference(but)):
        yield from tuple(read_documents(store.document_quads(document), store.names))


def serialized(store: Store, format: Format, *, with_text: bool = False, facts_only: bool = False) -> bytes:
    """The whole store as a file, sorted for people."""
    quads = select(store.quads(), store.names, with_text=with_text, facts_only=facts_only)
    return format.serialize(quads, store.names, prefixes(store.names))


def write(
    store: Store, format: Format, out: Writable, *, with_text: bool = False, facts_only: bool = False, readable: int
) -> None:
    """The same, and what has more quads than are readable as it lies: graph by graph, and in each as Oxigraph sorts it.

    That is by hashes of the terms, whenever they came.
    """
    every = chain.from_iterable(chain([store.default_quads()], map(store.document_quads, sorted(store.document_ids()))))
    quads = select(every, store.names, with_text=with_text, facts_only=facts_only)
    format.write(quads, store.names, prefixes(store.names), out, readable)
