"""The store as readers see it: a named graph for each document, and the default graph that is derived from them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ids import Names
from kg.store.background import Background, Beside
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.kept import JUDGEMENTS, Kept, hand_on
from kg.store.versions import Versions

DATA = "oxigraph"


class Store:
    """Quads in a folder, to be read: `with Store.reading(path)`.

    Iterators that it gives are to be used up inside the block. `names` mints the IRIs that it holds.

    Readers see what was published when they began, whatever a writer does and however it ends.
    """

    def __init__(self, folder: Folder, names: Names, state: Path, data: ox.Store) -> None:
        self.names = names
        self._folder = folder
        self._state = state
        self._data = data

    @classmethod
    @contextmanager
    def reading(cls, path: Path) -> Iterator[Self]:
        """For any number of readers, beside a writer. A `StoreError` if there is none, or nothing in it yet."""
        folder = Folder(path)
        with explained(path):
            os.scandir(path).close()
            names = folder.names()
        with folder.snapshots.reading() as state:
            if state is None:
                raise StoreError(f"nothing was loaded into {path} yet: run `kg load SOURCE --store {path}`")
            with explained(path):
                store = cls(folder, names, state, ox.Store.read_only(str(state / DATA)))
            with store.until_closed():
                yield store

    @contextmanager
    def until_closed(self) -> Iterator[None]:
        """Its files are closed when the block ends."""
        try:
            yield
        finally:
            self._close()

    def _close(self) -> None:
        """Oxigraph lets its files go when the last reference does."""
        self.__dict__.pop("_data", None)

    def judgements(self) -> bytes:
        """The judgements that the default graph follows; empty where there are none."""
        return Kept.of(self._state, self._folder.path).data

    def hand_on_given(self, state: Path) -> None:
        """Copies what somebody gave besides articles, as it is: judgements and background knowledge."""
        hand_on(self._state, state, *JUDGEMENTS, *Background.files(self._state))

    @property
    def versions(self) -> Versions:
        """What read the articles, and what derived the default graph from them."""
        return Versions.of(self._state)

    def background(self) -> tuple[Background, ...]:
        """What RDF files gave, beside the quads: no other question meets it."""
        return Background.all(self._state)

    @contextmanager
    def with_background(self) -> Iterator[Beside]:
        """A copy that has the background as well: a link to each file, and what it takes to read the background."""
        with TemporaryDirectory() as folder:
            self._data.backup(f"{folder}/{DATA}")
            beside = Beside(ox.Store(f"{folder}/{DATA}"))
            for one in self.background():
                one.load_into(beside.data, self._state)
            yield beside
            del beside.data

    def beside(self) -> list[Path]:
        """The files that are kept beside the data: judgements, versions and background knowledge."""
        return sorted(file for file in self._state.iterdir() if file.is_file())

    @property
    def is_of_its_names(self) -> bool:
        """Whether every graph but the default one is that of a document with an IRI under the store's base."""
        return all(str(graph).startswith(f"<{self.names.document('')}") for graph in self._data.named_graphs())

    def document_ids(self) -> frozenset[str]:
        start = len(self.names.document(""))
        return frozenset(graph.value[start:] for graph in self._data.named_graphs())

    def documents_with(self, predicate: ox.NamedNode, value: ox.Literal) -> frozenset[str]:
        """The ids of those that say this of themselves."""
        found = (str(quad.subject)[1:-1] for quad in self._data.quads_for_pattern(None, predicate, value))
        return frozenset(iri.removeprefix(self.names.document("")) for iri in found)

    @property
    def index(self) -> Path:
        """Where what is derived from the quads may be kept, to look it up; who keeps it knows of which state it is."""
        return self._folder.index

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
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        union: bool = True,
        dataset: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Runs SPARQL over the union of all graphs, or over the default graph. It may go out to the network.

        `kg.query` looks first whether it would. `dataset` has the graphs that are the default graph together, and those
        that GRAPH finds, whatever the query says of that. Raises `SyntaxError`, and `ValueError` for what is no IRI.
        """
        known = dict(prefixes or {})
        if dataset is None:
            return self._data.query(text, prefixes=known, use_default_graph_as_union=union)
        default, named = (list(map(ox.NamedNode, graphs)) for graphs in dataset)
        return self._data.query(text, prefixes=known, default_graph=[*default], named_graphs=[*named])
