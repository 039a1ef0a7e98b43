"""From text files to a store, against a bare spaCy pipeline that parses the same texts and keeps nothing."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run
from tempfile import TemporaryDirectory

from benchmarks.corpora import corpora, documents
from benchmarks.timing import Stopwatch, paired, table
from benchmarks.writing import write
from kg.export import Format
from kg.extract import Extractor
from kg.extract.parse import load_model
from kg.ids import Names
from kg.model import Document
from kg.ontology import load_ontology
from kg.pipeline import contents, load, serialized
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.rules import broken_rules
from kg.settings import Settings
from kg.store import Store, WritableStore
from kg.validate import validate
from kg.view import page

_SETTINGS, _NAMES = Settings(), Names()


def report(rounds: int) -> Iterator[str]:
    """For each corpus, the speed of all, then the time of each stage."""
    with TemporaryDirectory() as folder:
        for name, sources in corpora(Path(folder)).items():
            yield from _speed(name, sources, rounds)
            yield from _stages(name, sources, rounds)


def _speed(name: str, sources: Sequence[str], rounds: int) -> Iterator[str]:
    texts = [document.text for document in documents(sources)]
    bare = load_model(_SETTINGS.model)
    pair = paired(rounds, lambda: [bare(text) for text in texts], lambda: _load(sources))
    yield f"### {name}: {len(texts)} articles of {sum(map(len, texts)) // len(texts):,} characters on average\n\n"
    rows = [("bare spaCy", pair.other, 1.0, 1.0), ("`kg load`", pair.ours, pair.ratio, pair.cpu)]
    speeds = [(what, f"{len(texts) / seconds:.1f}", f"{wall:.2f}", f"{cpu:.2f}") for what, seconds, wall, cpu in rows]
    yield table(["", "articles per second", "time as a ratio", "CPU time as a ratio"], speeds)
    two = paired(rounds, lambda: _command(sources, 1), lambda: _command(sources, 2))
    yield f"\nAs a command, with its start: {two.other:.1f} s in one process, {two.ours:.1f} s in two, "
    yield f"{1 / two.ratio:.2f} times as fast.\n\n"


def _load(sources: Sequence[str]) -> None:
    with TemporaryDirectory() as folder:
        load(sources, Path(folder) / "store", _SETTINGS)


def _command(sources: Sequence[str], workers: int) -> None:
    with TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "kg",
            "load",
            *sources,
            "--store",
            f"{folder}/store",
            "--workers",
            str(workers),
        ]
        run([*command, "--quiet"], check=False, stderr=DEVNULL)  # what it refuses, it tells


def _stages(name: str, sources: Sequence[str], rounds: int) -> Iterator[str]:
    extractor, parse = Extractor(_SETTINGS), load_model(_SETTINGS.model)
    runs = []
    for _ in range(rounds):
        watch = Stopwatch()
        found = watch("read", lambda: documents(sources))
        watch("parse alone", lambda: [parse(document.text) for document in found])  # noqa: B023  (called at once)
        _after_parsing(watch, extractor, found)
        runs.append(watch.seconds)
    seconds = {stage: median(run[stage] for run in runs) for stage in runs[0]}
    unit = seconds["parse alone"]
    rows = [(stage, f"{1000 * s / len(found):.1f}", f"{s / unit:.2f}") for stage, s in seconds.items()]
    yield table([f"stage ({name})", "ms per article", "ratio to parsing"], rows) + "\n"


def _after_parsing(watch: Stopwatch, extractor: Extractor, found: Sequence[Document]) -> None:
    graphs = watch("extract, parsing included", lambda: [extractor.extract(document) for document in found])
    watch("rules", lambda: [broken_rules(graph, load_ontology(), _SETTINGS.threshold) for graph in graphs])
    quads = watch("document graphs as quads", lambda: [list(document_quads(graph, _NAMES)) for graph in graphs])
    corpus = watch("resolve", lambda: resolve(graphs))
    derived = watch("what was derived as quads", lambda: list(corpus_quads(corpus, graphs, _NAMES)))
    with TemporaryDirectory() as folder:
        with WritableStore.opened(Path(folder) / "store", _NAMES) as writer:
            watch("write the store", lambda: write(writer, quads, derived))
        with Store.reading(Path(folder) / "store") as store:
            watch("read the store", lambda: contents(store))
            watch("validate", lambda: validate(store.quads()))
            watch("export: Turtle", lambda: serialized(store, Format.TURTLE))
    watch("view", lambda: page(corpus, graphs, load_ontology()))
