"""Sources that came again with other bytes: which articles of the store they stood for, and how these leave it.

A source is no more than a name, and files of two folders may have one name. So what is replaced must have come from the
same file, or repeat some of its text: nobody means an article that has nothing to do with the new one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace as changed
from functools import partial
from typing import Final

import pyoxigraph as ox

from kg.model import DocumentGraph
from kg.pipeline.derive import change
from kg.pipeline.intake import Intake, Loaded, Refusal
from kg.rdf import read_documents
from kg.rdf.vocabulary import EXTRACTOR, IS_STRING, SOURCE
from kg.resolve.wording import wording
from kg.store import Store, WritableStore
from kg.store.places import Places

STAYS = "; what the store has of it stays"
# Of the runs of three words in the shorter text. Of 100,000 pairs of stories drawn at random, 11 share so much; a text
# that was corrected, cut or went on shares more.
_REPEATED: Final = 0.25
Versions = Mapping[str, frozenset[str]]
"""By source, ids of documents."""


def settle(store: WritableStore, places: Places, intake: Intake, fresh: set[str], *, replace: bool) -> Loaded:
    """What became of each source; with `replace`, older articles have made way.

    `fresh`: sources under which the store has an article that it did not have under them before.
    """
    old = _older(store, intake.arrived)
    several = {source for source, ids in intake.arrived.items() if len(ids) > 1}
    gone = _replaceable(store, places, intake, old) if replace else {}
    places.add(intake.files())
    supersede(store, gone)
    for source, ids in gone.items():
        places.remove(source, ids)
    outcome = intake.outcome()
    left = _versions(store, {source for source, _ in outcome.refused})
    refused = (Refusal(source, reason + STAYS if source in left else reason) for source, reason in outcome.refused)
    return changed(
        outcome,
        refused=tuple(refused),
        replaced=tuple(sorted(gone)),
        beside=tuple(sorted(fresh & (several if replace else several | old.keys()))),
        unrelated=tuple(sorted(source for source in old if old[source] - gone.get(source, frozenset())))
        if replace
        else (),
    )


def _versions(store: Store, sources: Iterable[str]) -> dict[str, frozenset[str]]:
    """All documents of the store that have one of the sources; sources without any are left out."""
    found = {source: store.documents_with(SOURCE, ox.Literal(source)) for source in sorted(sources)}
    return {source: ids for source, ids in found.items() if ids}


def _older(store: Store, arrived: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Of the sources that arrived, those that the store has other documents of as well, with these.

    What another extractor read is no version of what kg read, nor the other way round.
    """
    found = {source: ids - arrived[source] for source, ids in _versions(store, arrived).items()}
    readers = {source: {_extractor(store, id) for id in arrived[source]} for source, ids in found.items() if ids}
    kept = {
        source: frozenset(id for id in found[source] if _extractor(store, id) in who) for source, who in readers.items()
    }
    return {source: ids for source, ids in kept.items() if ids}


def _extractor(store: Store, id: str) -> str | None:
    home = ox.NamedNode(store.names.document(id))
    return next((str(quad.object) for quad in store.matching(home, EXTRACTOR, None, home)), None)


def _replaceable(store: Store, places: Places, intake: Intake, old: Versions) -> dict[str, frozenset[str]]:
    """Of the older documents those that a new one of their source may take the place of."""
    came: defaultdict[str, set[bytes]] = defaultdict(set)
    for source, _, path in intake.files():
        came[source].add(places.seen(path))

    def may_go(source: str, id: str) -> bool:
        return not came[source].isdisjoint(places.of(source, id)) or _repeated(store, id, intake.arrived[source])

    found = {source: frozenset(id for id in ids if may_go(source, id)) for source, ids in old.items()}
    return {source: ids for source, ids in found.items() if ids}


def _repeated(store: Store, id: str, others: Iterable[str]) -> bool:
    """Whether one of the others has enough of the document's text, or the document enough of its."""
    own = _shingles(store, id)
    texts = (_shingles(store, other) for other in sorted(others))
    return any(own & text and len(own & text) >= _REPEATED * min(len(own), len(text)) for text in texts)


def _shingles(store: Store, id: str) -> frozenset[str]:
    home = ox.NamedNode(store.names.document(id))
    (text,) = (quad.object for quad in store.matching(home, IS_STRING, None, home))
    return wording(text.value).shingles if isinstance(text, ox.Literal) else frozenset()


def supersede(store: WritableStore, old: Versions) -> None:
    """Documents lose sources, by which they are given; those that have no other leave the store.

    What takes their place is in the store by then: a crash leaves both, or a store that is put right by the next load.
    """
    lost = {id: {source for source in old if id in old[source]} for ids in old.values() for id in ids}
    gone = [id for id in sorted(lost) if lost[id].issuperset(_sources(store, id))]
    kept = sorted(lost.keys() - set(gone))
    for id in kept:
        home = ox.NamedNode(store.names.document(id))
        store.change((), [ox.Quad(home, SOURCE, ox.Literal(name), home) for name in lost[id]])
    change(store, map(partial(_read, store), kept), gone)


def _sources(store: Store, id: str) -> set[str]:
    home = ox.NamedNode(store.names.document(id))
    return {
        quad.object.value for quad in store.matching(home, SOURCE, None, home) if isinstance(quad.object, ox.Literal)
    }


def _read(store: Store, id: str) -> DocumentGraph:
    (graph,) = read_documents(store.document_quads(id), store.names)
    return graph
