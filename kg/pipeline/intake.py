"""What becomes of each source on its way into a store."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import NothingLoaded
from kg.model import Document, DocumentGraph, Replay
from kg.ontology import load_ontology
from kg.pipeline.progress import Progress
from kg.read import Refused, Source, documents
from kg.rules import broken_rules
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.extract import Extractor


class Refusal(NamedTuple):
    """A source that could not be used, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of each source.

    `known`: the store had its bytes already, or they came under another name before. `replaced`: older articles of the
    source made way for it; `beside`: it has several articles now; `unrelated`: an older one was not replaced, for the
    new one has nothing to do with it. `replay`: what became of the judgements; `lost`: why the store's own copy of them
    was taken, if it was.
    """

    loaded: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[Refusal, ...]
    replaced: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unrelated: tuple[str, ...] = ()
    replay: Replay = field(default_factory=Replay)
    lost: str = ""


class NothingUsable(NothingLoaded):
    """None of the sources could be used; `refused` says why."""

    def __init__(self, refused: Iterable[Refusal]) -> None:
        super().__init__("nothing is left to load, and the store is as it was: correct the sources, or name others")
        self.refused = tuple(refused)


class Intake:
    """Sources on their way in; each ends in exactly one of `loaded`, `known` (by document) and `refused`.

    `arrived`: the documents that a source stands for now, by their ids; several, where folders have files of one name.
    """

    def __init__(self, settings: Settings, progress: Progress) -> None:
        self.loaded: list[str] = []
        self.known: defaultdict[str, list[str]] = defaultdict(list)
        self.refused: list[Refusal] = []
        self.arrived: defaultdict[str, set[str]] = defaultdict(set)
        self._files: list[tuple[str, str, Path]] = []
        self._settings = settings
        self._progress = progress

    def read(self, found: Sequence[Source]) -> Iterator[Document]:
        for source in self._progress.track("Reading articles", found):
            for document in documents(source, self._settings):
                if isinstance(document, Refused):
                    self._refuse(document.name, document.reason)
                else:
                    if not source.piped:
                        self._files.append((document.sources[0], document.id, source.path))
                    yield document

    def extract(self, read_ones: Iterable[Document], stored: set[str]) -> Iterator[DocumentGraph]:
        """The graphs of those that are not among the ids in `stored`, where they are noted."""
        for document in read_ones:
            (source,) = document.sources
            if document.id in stored:
                self.known[document.id].append(source)
                self.arrived[source].add(document.id)
            elif reason := fault(graph := self._graph(document), self._settings):
                self._refuse(source, reason)
            else:
                stored.add(document.id)
                self.loaded.append(source)
                self.arrived[source].add(document.id)
                yield graph
        self._progress.step("Joining what they say")

    def files(self) -> Iterator[tuple[str, str, Path]]:
        """What arrived from files: source, id of the document, and the file."""
        return (found for found in self._files if found[1] in self.arrived.get(found[0], ()))

    def outcome(self) -> Loaded:
        if not self.loaded and not self.known:
            raise NothingUsable(self.refused)
        known = sorted(chain.from_iterable(self.known.values()))
        return Loaded(tuple(self.loaded), tuple(known), tuple(self.refused))

    def _graph(self, document: Document) -> DocumentGraph:
        return extractor_of(self._settings).extract(document)

    def _refuse(self, source: str, reason: str) -> None:
        self.refused.append(Refusal(source, reason))


def fault(graph: DocumentGraph, settings: Settings) -> str | None:
    """Why a document's graph cannot go into a store, if it cannot."""
    if not graph.entities:
        return "names nobody and nothing that a graph could hold; leave it out"
    broken = broken_rules(graph, load_ontology(), settings.threshold)
    return f"would break rules of the graph ({len(broken)}; the first: {broken[0]}); report this" if broken else None


@lru_cache(maxsize=1)
def extractor_of(settings: Settings) -> "Extractor":
    """Made once, for those settings that were asked for last."""
    # spaCy takes a second to import and the model another: who reads nothing new does not wait for them.
    from kg.extract import Extractor

    extractor = Extractor(settings)
    gc.freeze()  # the model stays: the collector need not look through it again with every article
    return extractor
