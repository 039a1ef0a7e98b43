"""What becomes of each source on its way into a store."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from kg.errors import NothingLoaded
from kg.model import Document, DocumentGraph, Replay
from kg.pipeline.extraction import Extraction, extracted
from kg.pipeline.progress import Progress
from kg.read import Refused, Source, documents
from kg.settings import Settings


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
        under_way: dict[str, list[str]] = {}
        for document, graph in self._graphs(self._new(read_ones, stored, under_way)):
            first, *others = under_way.pop(document.id)
            if isinstance(graph, str):
                self.refused.extend(Refusal(source, graph) for source in (first, *others))
            else:
                stored.add(document.id)
                self.loaded.append(first)
                self.arrived[first].add(document.id)
                for source in others:
                    self._know(source, document.id)
                yield graph
        self._progress.step("Joining what they say")

    def _new(
        self, read_ones: Iterable[Document], stored: set[str], under_way: dict[str, list[str]]
    ) -> Iterator[Document]:
        """Those that are to be extracted, each once; `under_way` has their sources, until they are."""
        for document in read_ones:
            (source,) = document.sources
            if document.id in stored:
                self._know(source, document.id)
            elif document.id in under_way:
                under_way[document.id].append(source)
            else:
                under_way[document.id] = [source]
                yield document

    def _know(self, source: str, id: str) -> None:
        self.known[id].append(source)
        self.arrived[source].add(id)

    def files(self) -> Iterator[tuple[str, str, Path]]:
        """What arrived from files: source, id of the document, and the file."""
        return (found for found in self._files if found[1] in self.arrived.get(found[0], ()))

    def outcome(self) -> Loaded:
        if not self.loaded and not self.known:
            raise NothingUsable(self.refused)
        known = sorted(chain.from_iterable(self.known.values()))
        return Loaded(tuple(self.loaded), tuple(known), tuple(self.refused))

    def _graphs(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        return extracted(documents, self._settings)

    def _refuse(self, source: str, reason: str) -> None:
        self.refused.append(Refusal(source, reason))
