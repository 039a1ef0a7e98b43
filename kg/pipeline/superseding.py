"""Sources that came again with other bytes: which articles of the store they stood for, and how these leave it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace as changed

import pyoxigraph as ox

from kg.model import DocumentGraph
from kg.pipeline.derive import change
from kg.pipeline.intake import Intake, Loaded, Refusal
from kg.rdf import read_documents
from kg.rdf.vocabulary import SOURCE
from kg.store import Store

_STAYS = "; what the store has of it stays"
Versions = Mapping[str, frozenset[str]]
"""By source, ids of documents."""


def settle(store: Store, intake: Intake, fresh: set[str], *, replace: bool) -> Loaded:
    """What became of each source; with `replace`, older articles have made way.

    `fresh`: sources under which the store has an article that it did not have under them before.
    """
    old = _older(store, intake.arrived)
    several = {source for source, ids in intake.arrived.items() if len(ids) > 1}
    if replace:
        _supersede(store, old)
    beside = fresh & (several if replace else several | old.keys())
    outcome = intake.outcome()
    left = _versions(store, {source for source, _ in outcome.refused})
    refused = (Refusal(source, reason + _STAYS if source in left else reason) for source, reason in outcome.refused)
    replaced = tuple(sorted(old)) if replace else ()
    return changed(outcome, refused=tuple(refused), replaced=replaced, beside=tuple(sorted(beside)))


def _versions(store: Store, sources: Iterable[str]) -> dict[str, frozenset[str]]:
    """All documents of the store that have one of the sources; sources without any are left out."""
    found = {source: store.documents_with(SOURCE, ox.Literal(source)) for source in sorted(sources)}
    return {source: ids for source, ids in found.items() if ids}


def _older(store: Store, arrived: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Of the sources that arrived, those that the store has other documents of as well, with these."""
    found = {source: ids - arrived[source] for source, ids in _versions(store, arrived).items()}
    return {source: ids for source, ids in found.items() if ids}


def _supersede(store: Store, old: Versions) -> None:
    """The documents lose these sources; those that have no other leave the store.

    The new ones are in the store by then: a crash leaves both, or a store that is put right by the next load.
    """
    lost = {id: {source for source in old if id in old[source]} for ids in old.values() for id in ids}
    known = {id: _read(store, id) for id in sorted(lost)}
    gone = [id for id, graph in known.items() if lost[id].issuperset(graph.document.sources)]
    kept = [_without(graph, lost[id]) for id, graph in known.items() if id not in gone]
    for graph in kept:
        home = ox.NamedNode(store.names.document(graph.document.id))
        store.retract(ox.Quad(home, SOURCE, ox.Literal(name), home) for name in lost[graph.document.id])
    change(store, kept, gone)


def _read(store: Store, id: str) -> DocumentGraph:
    (graph,) = read_documents(store.document_quads(id), store.names)
    return graph


def _without(graph: DocumentGraph, sources: set[str]) -> DocumentGraph:
    left = tuple(source for source in graph.document.sources if source not in sources)
    return changed(graph, document=changed(graph.document, sources=left))
