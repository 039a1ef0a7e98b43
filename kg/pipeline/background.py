"""Background knowledge into a store and out of it: what the articles say stays as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from kg.background import graph_of, quads
from kg.errors import KgError, UnusableInput
from kg.ids import Names
from kg.pipeline.derive import change
from kg.pipeline.intake import NothingUsable, Refusal
from kg.store import WritableStore
from kg.store.background import Background
from kg.store.failures import explained
from kg.store.folder import Folder


@dataclass(frozen=True, slots=True)
class Learned:
    """What became of each file."""

    loaded: tuple[Background, ...]
    refused: tuple[Refusal, ...]


def learn(files: Sequence[Path], path: Path, graph: str = "") -> Learned:
    """Puts RDF files into the store at `path`, each in the place of what came under its graph before.

    `graph` is the IRI for what a single file says outside of the graphs that it names; without it, the file's name
    gives one. A file that cannot be used leaves what there was. Raises `StoreError`, `NothingUsable`.
    """
    with explained(path):
        names = Folder(path).names()
    loaded, refused = list[Background](), list[Refusal]()
    with WritableStore.opened(path, names) as store:
        for file in files:
            try:
                loaded.append(_learned(file, graph or graph_of(file, names), names, store, loaded))
            except UnusableInput as reason:
                refused.append(Refusal(file.name, str(reason)))
        if not loaded:
            raise NothingUsable(refused)
        change(store)
    return Learned(tuple(loaded), tuple(refused))


def forget(path: Path, named: Sequence[str]) -> tuple[Background, ...]:
    """Takes out what came of files, by their graphs or names, and gives it; of several all or none."""
    with explained(path):
        names = Folder(path).names()
    with WritableStore.opened(path, names) as store:
        found = tuple(sorted({_meant(term, store.background()) for term in named}))
        for one in found:
            store.remove_background(one)
        change(store)
        return found


def _learned(file: Path, graph: str, names: Names, store: WritableStore, before: Iterable[Background]) -> Background:
    _check_graph(graph, names)
    if any(one.graph == graph for one in before):
        raise UnusableInput(
            f"has the name of another of the files; load it by itself, with --graph in place of {graph}"
        )
    taken = set(chain.from_iterable(one.graphs for one in store.background() if one.graph != graph))
    found = {str(quad.graph_name)[1:-1] for quad in quads(file, graph, names)}  # all of it can be read, or none is kept
    if both := sorted(found & taken):
        raise UnusableInput(f"has quads in <{both[0]}>, which came from another file; take that out first")
    return store.add_background(graph, file.name, quads(file, graph, names))


def _check_graph(graph: str, names: Names) -> None:
    """That it is an IRI, and none of ours."""
    try:
        list(ox.parse(f"<{graph}> <{graph}> <{graph}> .", ox.RdfFormat.N_TRIPLES))
    except SyntaxError:
        raise UnusableInput(f"cannot go into {graph!r}, which is no IRI; give one, as https://example.org/me") from None
    if graph.startswith(names.base) and not graph.startswith(graph_of(Path(), names).rpartition("/")[0] + "/"):
        raise UnusableInput(f"cannot go into <{graph}>, where only kg writes; give another --graph")


def _meant(term: str, known: Sequence[Background]) -> Background:
    found = [one for one in known if term in {one.graph, one.name}]
    if len(found) != 1:
        what = "several files gave" if found else "no file gave"
        raise KgError(f"{what} background under {term}: `kg background` lists what there is")
    return found[0]
