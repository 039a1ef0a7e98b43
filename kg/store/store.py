"""The store: a named graph for each document, and the default graph that is derived from them."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ids import Names
from kg.store.background import Background, Beside
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.kept import JUDGEMENTS, Kept, hand_on
from kg.store.lock import locked
from kg.store.snapshots import Snapshots
from kg.store.versions import Versions

# Oxigraph writes new files in each bulk call: one call for each document is 37 times slower than this.
_BATCH = 100
_LARGE = 160 << 20  # in bytes; nearly a million quads. Of fewer it costs more than all of their reading wins.
# As many at once as take little memory; Oxigraph's own reader of files takes a gigabyte for a million.
_QUADS = 100_000
DATA = "oxigraph"


class Store:
    """Quads in a folder: `with Store.reading(path)` or `with Store.writing(path, names)`.

    Iterators that it gives are to be used up inside the block. `names` mints the IRIs that it holds.

    Readers see what was published when they began, whatever a writer does and however it ends. A writer works on a copy
    that costs nothing, and the next one begins with what was published last.
    """

    def __init__(self, folder: Folder, names: Names, state: Path, data: ox.Store) -> None:
        self.names = names
        self._folder = folder
        self._state = state
        self._data = data
        self._changed = False
        self._compact_at = max(_LARGE, 2 * self._bytes())

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
                store = cls(folder, names, *_copied(folder.snapshots))
            try:
                with store.until_closed():
                    yield store
            finally:
                folder.snapshots.clear()

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

    @property
    def published(self) -> int:
        """How many states were published before, the one that this began with and those that it published included."""
        return self._folder.snapshots.number

    @property
    def changed(self) -> bool:
        """Whether there is something to publish."""
        return self._changed or not self.published

    def publish(self) -> None:
        """All that was changed, at once, is what others read from now on. A `StoreError` if it cannot be written."""
        if self.changed:
            with explained(self._folder.path):
                self._folder.snapshots.publish(self.fill)
            self._changed = False

    @property
    def grown(self) -> bool:
        """Whether it is time to `compact`: it is large, and twice what it was when it was opened or compacted."""
        return self._bytes() >= self._compact_at

    def compact(self) -> None:
        """Rewrites Oxigraph's files as few: a term is looked up in each of those that there are."""
        self._changed = True
        with explained(self._folder.path):
            self._data.optimize()
        self._compact_at = max(_LARGE, 2 * self._bytes())

    def forget(self) -> None:
        """Lets go of what Oxigraph keeps of what was read: up to 32 MB for each of its indexes.

        No iterator that the store gave may be left. To open it again takes a twentieth of a second.
        """
        self._close()
        with explained(self._folder.path):
            self._data = ox.Store(str(self._state / DATA))

    def _bytes(self) -> int:
        total = 0
        for file in (self._state / DATA).glob("*.sst"):
            with suppress(FileNotFoundError):  # Oxigraph puts files together whenever it likes
                total += file.stat().st_size
        return total

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Where the block fails, nothing is left of what was changed since the last state was published."""
        try:
            yield
        except BaseException:  # Ctrl-C as well; raised again
            self._close()
            self._state, self._data = _copied(self._folder.snapshots)
            self._changed = False
            raise

    def fill(self, state: Path) -> None:
        """Makes an empty folder a state that holds the same."""
        self._data.backup(str(state / DATA))
        hand_on(self._state, state)

    def judgements(self) -> bytes:
        """The judgements that the default graph follows; empty where there are none."""
        return Kept.of(self._state, self._folder.path).data

    def hand_on_given(self, state: Path) -> None:
        """Copies what somebody gave besides articles, as it is: judgements and background knowledge."""
        hand_on(self._state, state, *JUDGEMENTS, *Background.files(self._state))

    def keep_judgements(self, data: bytes, file: Path | None) -> None:
        """Keeps a copy of the judgements in `file`, if any."""
        kept, new = Kept.of(self._state, self._folder.path), Kept(data, file)
        if data or kept.data:
            new.write(self._state, self._folder.path)
            self._changed |= Kept.of(self._state, self._folder.path) != kept

    @property
    def versions(self) -> Versions:
        """What read the articles, and what derived the default graph from them."""
        return Versions.of(self._state)

    def keep_versions(self, versions: Versions) -> None:
        """They are those of what is published next."""
        if versions != self.versions:
            versions.write(self._state)
            self._changed = True

    def background(self) -> tuple[Background, ...]:
        """What RDF files gave, beside the quads: no other question meets it."""
        return Background.all(self._state)

    def add_background(self, graph: str, name: str, quads: Iterable[ox.Quad]) -> Background:
        """In the place of what there is under this graph."""
        self._changed = True
        with explained(self._folder.path):
            return Background.write(self._state, graph, name, quads)

    def remove_background(self, found: Background) -> None:
        self._changed = True
        found.remove(self._state)

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

    def put_beside(self, name: str, data: IO[bytes]) -> None:
        """Keeps one of those that `beside` gave."""
        self._changed = True
        with (self._state / name).open("wb") as file:
            shutil.copyfileobj(data, file)

    def load(self, quads: IO[bytes]) -> None:
        """Adds what a file of N-Quads holds, in bounded memory. Raises `SyntaxError`."""
        read = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
        while batch := list(islice(read, _QUADS)):
            self.change(batch)

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

    def add(self, documents: Iterable[Iterable[ox.Quad]]) -> None:
        """Adds the quads of documents; those that are there already change nothing."""
        documents = iter(documents)
        while batch := list(islice(documents, _BATCH)):
            self.change(chain.from_iterable(batch))

    def change(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad] = (), documents: Iterable[str] = ()) -> None:
        """Puts quads in and takes quads out, and whole documents by their ids."""
        self._changed = True
        with explained(self._folder.path):
            for id in documents:
                self._data.remove_graph(ox.NamedNode(self.names.document(id)))
            for quad in removed:
                self._data.remove(quad)
            self._data.bulk_extend(added)

    def clear_default_graph(self) -> None:
        self._changed = True
        self._data.clear_graph(ox.DefaultGraph())

    def replace_default_graph(self, quads: Iterable[ox.Quad]) -> None:
        """Puts what was derived from all documents in the place of what was derived before."""
        self.clear_default_graph()
        self.change(quads)

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


def _copied(snapshots: Snapshots) -> tuple[Path, ox.Store]:
    """A copy of the state that is read, for a writer."""
    snapshots.clear()
    scratch = snapshots.scratch
    scratch.mkdir()
    if current := snapshots.current:
        ox.Store.read_only(str(current / DATA)).backup(str(scratch / DATA))
        hand_on(current, scratch)
    else:
        Versions().write(scratch)
    return scratch, ox.Store(str(scratch / DATA))
