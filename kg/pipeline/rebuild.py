"""A store made anew from the texts that it has."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.index import Index
from kg.model import Document, DocumentGraph, Replay
from kg.pipeline.derive import change
from kg.pipeline.extraction import extracted
from kg.pipeline.intake import Refusal
from kg.pipeline.judging import Judgements, chosen
from kg.pipeline.load import replayed
from kg.pipeline.progress import Progress, Unseen
from kg.pipeline.versions import deriver, present, recorded
from kg.rdf import read_documents
from kg.settings import Settings
from kg.store import Store
from kg.store.failures import explained
from kg.store.folder import FORMAT, Folder
from kg.store.kept import Kept
from kg.store.renewal import Renewal, renewing


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many articles were read anew; `kept` counts extractions made elsewhere, which no text gives.

    `refused`: articles that would not be loaded now; they stay as they were. `lost`: see `Judgements`.
    """

    read: int
    kept: int
    refused: tuple[Refusal, ...]
    replay: Replay = field(default_factory=Replay)
    lost: str = ""


def rebuild(
    path: Path,
    settings: Settings,
    progress: Progress | None = None,
    judgements: Path | None = None,
    *,
    force: bool = False,
) -> Rebuilt | None:
    """Reads all articles of a store anew, from their texts, and derives what follows. None if nothing would change.

    What an article says of itself (title, date, boilerplate) stays, and so do judgements (see `load`), places and the
    base. The old graph, of any format, is read until the new one takes its place in one step.
    Raises `StoreError`, `ModelMissing`, `JudgementsError`; the store is as it was, then.
    """
    with explained(path):
        os.scandir(path).close()
        version, names = Folder(path).made()
    settings = replace(settings, base=names.base)
    if not force and version == FORMAT and _up_to_date(Folder(path), settings):
        return None
    judged = chosen(path, judgements)
    with renewing(path) as renewal:
        reread = _Rereading(renewal.old, settings, progress or Unseen())
        rows = Judgements(None, judged.data, judged.rows)
        change(renewal.new, recorded(renewal.new, reread.graphs(), settings), judgements=rows)
        _tell_of_those_that_stay(renewal, reread)
        replay = replayed(renewal.new, judged.rows)
        _replace(renewal, judged)
    return Rebuilt(reread.read, reread.kept, tuple(reread.refused), replay, judged.lost)


class _Rereading:
    """The documents of a store on their way into another; each counts once."""

    def __init__(self, store: Store, settings: Settings, progress: Progress) -> None:
        self.read = 0
        self.kept = 0
        self.refused: list[Refusal] = []
        self._left: list[str] = []
        self._store = store
        self._settings = settings
        self._progress = progress

    def graphs(self) -> Iterator[DocumentGraph]:
        old: dict[str, DocumentGraph] = {}
        for document, graph in extracted(self._to_read(old), self._settings):
            former = old.pop(document.id)
            if isinstance(graph, str):
                yield self._stays(former, graph)
            else:
                self.read += 1
                yield graph
        yield from map(self._untouched, self._left)
        self._progress.step("Joining what they say")

    def _to_read(self, old: dict[str, DocumentGraph]) -> Iterator[Document]:
        """Those that are to be read anew; `old` has their graphs, until they are."""
        for id in self._progress.track("Reading articles anew", sorted(self._store.document_ids())):
            graph = self._stored(id)
            if graph.document.extractor is None and len(graph.document.text) <= self._settings.max_characters:
                old[id] = graph
                yield graph.document
            else:
                self._left.append(id)

    def _untouched(self, id: str) -> DocumentGraph:
        graph = self._stored(id)
        if graph.document.extractor is None:
            return self._stays(graph, f"is longer than {self._settings.max_characters:,} characters")
        self.kept += 1
        return graph

    def _stored(self, id: str) -> DocumentGraph:
        (graph,) = read_documents(self._store.document_quads(id), self._store.names)
        return graph

    def _stays(self, old: DocumentGraph, reason: str) -> DocumentGraph:
        """Nothing vanishes in silence: who wants it out can remove it."""
        self.refused += [
            Refusal(source, f"{reason}; what the store has of it stays") for source in old.document.sources
        ]
        return old


def _up_to_date(folder: Folder, settings: Settings) -> bool:
    versions, now = folder.versions(), present(settings)
    return versions.derived_by == deriver() and all(version.alike(now) for version in versions.read_by)


def _tell_of_those_that_stay(renewal: Renewal, reread: _Rereading) -> None:
    """The new store says by whom it was read; of articles that stayed, it is not known by which of the old ones."""
    if reread.refused:
        versions = renewal.new.versions
        renewal.new.keep_versions(replace(versions, read_by=versions.read_by | renewal.old.versions.read_by))


def _replace(renewal: Renewal, judged: Judgements) -> None:
    index, state = renewal.new.index, renewal.new.published
    renewal.replace(None if judged.lost else Kept(judged.data, judged.file))
    if index.exists():
        with Index.opened(index, state) as opened:
            opened.belongs_to(renewal.number)
        index.replace(renewal.folder.index)
