"""The store: a named graph for each document, and the default graph that is derived from them."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ids import Names
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.lock import locked

# Oxigraph writes new files in each bulk call: one call for each document is 37 times slower than this.
_BATCH = 100


class Store:
    """Quads in a folder: `with Store.reading(path)` or `with Store.writing(path, names)`.

    Iterators that it gives are to be used up inside the block. `names` mints the IRIs that it holds.

    After `add`, `remove` and `retract` the store is stale, and no one can read it, until `replace_default_graph` has
    ended: so a crash at any point leaves a store that is right, or one that says that it is not and is right after the
    next load.
    """

    def __init__(self, folder: Folder, names: Names, data: ox.Store) -> None:
        self.names = names
        self._folder = folder
        self._data = data

    @classmethod
    @contextmanager
    def writing(cls, path: Path, names: Names) -> Iterator[Self]:
        """For one writer alone; makes the store if the folder is missing or empty. A `StoreError` if it cannot be."""
        folder = Folder(path)
        with explained(path):
            path.mkdir(parents=True, exist_ok=True)
        with locked(path, exclusive=True):
            with explained(path):
                folder.claim(names)
                store = cls(folder, names, ox.Store(folder.data))
            with store._until_closed():
                yield store

    @classmethod
    @contextmanager
    def reading(cls, path: Path) -> Iterator[Self]:
        """For any number of readers. A `StoreError` if there is none, if it is stale, or if somebody is writing."""
        folder = Folder(path)
        with locked(path, exclusive=False):
            if folder.stale:
                raise StoreError(f"the last load into {path} did not end: run `kg load SOURCE --store {path}` again")
            with explained(path):
                names = folder.names()
                store = cls(folder, names, ox.Store.read_only(str(folder.data)))
            with store._until_closed():
                yield store

    @contextmanager
    def _until_closed(self) -> Iterator[None]:
        try:
            yield
        finally:
            # Oxigraph lets its files go when the last reference does.
            del self._data

    @property
    def stale(self) -> bool:
        """Whether documents have been added since the default graph was derived."""
        return self._folder.stale

    def judgements(self) -> bytes:
        """The judgements that the default graph follows; empty where there are none."""
        return self._folder.judgements()

    def keep_judgements(self, data: bytes, file: Path | None) -> None:
        """Keeps a copy of the judgements in `file`, if any; the store is stale if they are others than before."""
        kept = self._folder.judgements()
        if data != kept:
            self._folder.set_stale()
        if data or kept:
            self._folder.keep_judgements(data, file)

    def document_ids(self) -> frozenset[str]:
        start = len(self.names.document(""))
        return frozenset(graph.value[start:] for graph in self._data.named_graphs())

    def documents_with(self, predicate: ox.NamedNode, value: ox.Literal) -> frozenset[str]:
        """The ids of those that say this of themselves."""
        found = (str(quad.subject)[1:-1] for quad in self._data.quads_for_pattern(None, predicate, value))
        return frozenset(iri.removeprefix(self.names.document("")) for iri in found)

    def add(self, documents: Iterable[Iterable[ox.Quad]]) -> None:
        """Adds the quads of documents; those that are there already change nothing."""
        documents = iter(documents)
        while batch := list(islice(documents, _BATCH)):
            self._folder.set_stale()
            self._data.bulk_extend(chain.from_iterable(batch))

    @property
    def index(self) -> Path:
        """Where what is derived from the quads may be kept, to look it up. Right as long as the store is not stale."""
        return self._folder.index

    def change(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = (), documents: Iterable[str] = ()) -> None:
        """Puts quads in and takes quads out, and whole documents by their ids. The store is stale until `settle`."""
        self.unsettle()
        for id in documents:
            self._data.remove_graph(ox.NamedNode(self.names.document(id)))
        for quad in removed:
            self._data.remove(quad)
        self._data.bulk_extend(added)

    def unsettle(self) -> None:
        """Nobody can read the store until `settle`, nor after a crash in between."""
        self._folder.set_stale()

    def clear_default_graph(self) -> None:
        self.unsettle()
        self._data.clear_graph(ox.DefaultGraph())

    def settle(self) -> None:
        """The default graph follows from the documents, and the index from both."""
        self._data.flush()
        self._folder.clear_stale()

    def remove(self, documents: Iterable[str]) -> None:
        """Takes documents out, by id; of those that are not there, nothing is said."""
        for id in documents:
            self._folder.set_stale()
            self._data.remove_graph(ox.NamedNode(self.names.document(id)))

    def retract(self, quads: Iterable[ox.Quad]) -> None:
        """Takes single quads of documents out."""
        for quad in quads:
            self._folder.set_stale()
            self._data.remove(quad)

    def replace_default_graph(self, quads: Iterable[ox.Quad]) -> None:
        """Puts what was derived from all documents in the place of what was derived before."""
        self._folder.set_stale()
        self._data.clear_graph(ox.DefaultGraph())
        self._data.bulk_extend(quads)
        self.settle()

    def quads(self) -> Iterator[ox.Quad]:
        return self._data.quads_for_pattern(None, None, None)

    def default_quads(self) -> Iterator[ox.Quad]:
        return self._data.quads_for_pattern(None, None, None, ox.DefaultGraph())

    def has(self, id: str) -> bool:
        return self._data.contains_named_graph(ox.NamedNode(self.names.document(id)))

    def matching(
        self,
        subject: ox.NamedNode | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | None,
        graph: ox.NamedNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of all graphs or of one, with those terms that are given."""
        return self._data.quads_for_pattern(subject, predicate, object, graph)

    def document_quads(self, id: str) -> Iterator[ox.Quad]:
        return self._data.quads_for_pattern(None, None, None, ox.NamedNode(self.names.document(id)))

    def query(
        self, text: str, *, prefixes: Mapping[str, str] | None = None, union: bool = True
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Runs SPARQL over the union of all graphs, or over the default graph. It may go out to the network.

        `kg.query` looks first whether it would. Raises `SyntaxError`.
        """
        return self._data.query(text, prefixes=dict(prefixes or {}), use_default_graph_as_union=union)
