"""Extractions made elsewhere into a store: line by line, and otherwise as articles are loaded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnusableInput
from kg.imports import lines, read_line
from kg.model import Document, DocumentGraph
from kg.pipeline.extraction import Extraction, fault
from kg.pipeline.intake import Intake, Loaded
from kg.pipeline.load import load
from kg.pipeline.progress import Progress, Unseen
from kg.read import Source
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of each line; `entities` and `relations` count what came in with those that are loaded.

    Among what was refused are single entities and relations of lines that are loaded or known.
    """

    loaded: Loaded
    entities: int
    relations: int


def import_extractions(
    sources: Sequence[str],
    path: Path,
    settings: Settings,
    progress: Progress | None = None,
    judgements: Path | None = None,
    *,
    replace: bool = False,
) -> Imported:
    """Adds the documents of JSON Lines files to the store at `path`; takes what `load` takes, and raises as it does."""
    importing = Importing(settings, progress or Unseen())
    loaded = load(sources, path, settings, judgements=judgements, replace=replace, intake=importing)
    return Imported(loaded, importing.entities, importing.relations)


class Importing(Intake):
    """Lines on their way in; each ends in exactly one of `loaded`, `known` and `refused`."""

    def __init__(self, settings: Settings, progress: Progress) -> None:
        super().__init__(settings, progress)
        self.entities = 0
        self.relations = 0
        self._read_graphs: dict[str, DocumentGraph] = {}

    def read(self, found: Sequence[Source]) -> Iterator[Document]:
        for source in self._progress.track("Reading extractions", found):
            try:
                for number, line in lines(source.path):
                    yield from self._read(line, f"{source.name}:{number}", source.path)
            except UnusableInput as error:
                self._refuse(source.name, str(error))

    def _read(self, line: bytes | UnusableInput, place: str, path: Path) -> Iterator[Document]:
        try:
            if isinstance(line, UnusableInput):
                raise line
            extraction = read_line(line, place, self._settings)
        except UnusableInput as error:
            self._refuse(place, str(error))
            return
        for part, reason in extraction.refused:
            self._refuse(f"{place} {part}", reason)
        document = extraction.graph.document
        if extraction.graph.entities:
            self._read_graphs[document.id] = extraction.graph
            self._files.append((document.sources[0], document.id, path))
            yield document
        else:
            self._refuse(place, "has no entity that could be used; leave it out")

    def _graphs(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            graph = self._read_graphs.pop(document.id)
            self.entities += len(graph.entities)
            self.relations += len(graph.claims)
            yield document, fault(graph, self._settings) or graph
