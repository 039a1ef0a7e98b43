"""Articles into a folder: a store, and what can be read without it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import KgError, StoreError
from kg.export import Format, write, writing
from kg.model import CorpusGraph, DocumentGraph
from kg.ontology import load_ontology
from kg.pipeline.contents import contents
from kg.pipeline.exporting import Wanted, exported
from kg.pipeline.intake import Loaded
from kg.pipeline.load import keep_apart, load
from kg.pipeline.progress import Progress, Unseen
from kg.read import Source
from kg.report import report
from kg.settings import Settings
from kg.store import Store
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.lock import locked
from kg.validate import Report, validate
from kg.view import page

_OUTPUTS: Final = ("store", "graph.ttl", "graph.trig", "graph.html", "report.md")


@dataclass(frozen=True, slots=True)
class Built:
    """A graph, and what was written of it: `outputs` begins with the store."""

    loaded: Loaded
    corpus: CorpusGraph
    documents: tuple[DocumentGraph, ...]
    report: Report
    outputs: tuple[Path, ...]

    @property
    def sound(self) -> bool:
        """Whether the graph keeps to the shapes; of articles that say nothing, most shapes have nothing to check."""
        return self.report.conforms or not (self.report.violations or self.corpus.statements)


def build(
    sources: Sequence[str | Source],
    out: Path,
    settings: Settings,
    progress: Progress | None = None,
    judgements: Path | None = None,
) -> Built:
    """Makes the graph of these sources alone and puts it into the folder `out`, in the place of one built before.

    `judgements` is the file of what people decided; without it, `judgements.csv` is, if the current folder has one.
    Nothing is replaced until all articles are read, and nothing ever but a store of ours and our own files. Whether
    the graph keeps to the shapes is in the result. Raises as `load` does.
    """
    progress = progress or Unseen()
    keep_apart(sources, out)
    _make_folder(out)
    with locked(out, exclusive=True):
        place = out / "store"
        loaded = _rebuild(sources, place, settings, progress, judgements)
        with Store.reading(place) as store:
            return _publish(store, loaded, out, progress)


def _rebuild(
    sources: Sequence[str | Source], place: Path, settings: Settings, progress: Progress, judgements: Path | None
) -> Loaded:
    """Makes the store beside its place, where one that a crash left behind is in the way as well."""
    fresh = place.with_name(f".{place.name}.new")
    _check_replaceable(place)
    _remove(fresh)
    try:
        loaded = load(sources, fresh, settings, progress, judgements)
        _remove(place)
        fresh.rename(place)
    finally:
        _remove(fresh)
    return loaded


def _publish(store: Store, loaded: Loaded, out: Path, progress: Progress) -> Built:
    progress.step("Checking the graph")
    corpus, documents = contents(store)
    checked = validate(store.quads())
    progress.step("Writing files")
    for name, form in (("graph.ttl", Format.TURTLE), ("graph.trig", Format.TRIG)):
        with writing(out / name) as file:
            exported(store, Wanted(form), file)
    write(out / "graph.html", page(corpus, documents, load_ontology(), names=store.names).encode())
    write(out / "report.md", report(corpus, documents, loaded.refused, loaded.replay).encode())
    return Built(loaded, corpus, documents, checked, tuple(out / name for name in _OUTPUTS))


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"cannot make the folder {path} ({error.strerror}): name another") from error


def _check_replaceable(path: Path) -> None:
    """A `StoreError` for anything but a store of ours, an empty folder or nothing at all."""
    with explained(path):
        if path.is_symlink():
            raise StoreError(f"{path} is a link, and a store is a folder: name another")
        if path.exists() and any(path.iterdir()):
            Folder(path).made()


def _remove(path: Path) -> None:
    _check_replaceable(path)
    with explained(path):
        if path.exists():
            shutil.rmtree(path)
