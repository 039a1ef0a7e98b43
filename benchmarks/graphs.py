"""Stores of growing size, made of real articles as `kg load` makes them."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from benchmarks.corpora import ROOT, reuters
from kg.ids import Names
from kg.model import DocumentGraph
from kg.pipeline import change
from kg.pipeline.intake import Intake
from kg.pipeline.progress import Unseen
from kg.rdf import document_quads
from kg.read import find
from kg.settings import Settings
from kg.store import WritableStore

_SIZES = (10_000, 100_000, 1_000_000)
_STORIES = 3_000
_OF_DOCUMENTS = 0.78  # of the quads of a store; the others are derived from all documents


def stores(folder: Path) -> dict[int, Path]:
    """By how many quads they have at least, about; those that there are articles enough for.

    What the folder has already is taken, be it of whatever version.
    """
    places = {size: folder / str(size) for size in _SIZES}
    if not all(place.exists() for place in places.values()):
        with TemporaryDirectory() as scratch:
            _grow(places, Path(scratch))
    return {size: place for size, place in places.items() if place.exists()}


def _grow(places: dict[int, Path], scratch: Path) -> None:
    """One store; when it has grown to a size, a copy is put in its place."""
    graphs, store, quads = _graphs(scratch), scratch / "store", 0
    for size, place in places.items():
        part = list[DocumentGraph]()
        while quads < _OF_DOCUMENTS * size and (graph := next(graphs, None)):
            part.append(graph)
            quads += sum(1 for _ in document_quads(graph, Names()))
        with WritableStore.opened(store, Names()) as writer:
            change(writer, part)
        if quads < _OF_DOCUMENTS * size:
            return
        beside = place.with_suffix(".new")
        for old in (beside, place):
            rmtree(old, ignore_errors=True)
        copytree(store, beside)
        beside.rename(place)


def _graphs(scratch: Path) -> Iterator[DocumentGraph]:
    """Of Reuters, where KG_EVAL_DATA is set; else of the seeds and Wikinews."""
    sources = [str(ROOT / "seeds"), str(ROOT / "tests" / "eval" / "articles")]
    if data := os.environ.get("KG_EVAL_DATA"):
        reuters(Path(data), scratch / "reuters", 0, _STORIES)
        sources = [str(scratch / "reuters")]
    intake = Intake(Settings(), Unseen())
    return intake.extract(intake.read(list(find(sources))), set())
