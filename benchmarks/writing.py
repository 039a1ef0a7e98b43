"""Quads onto disk: `kg.store`, which guards them against crashes and other writers, against bare Oxigraph."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from benchmarks.corpora import corpora, documents
from benchmarks.timing import paired, table
from kg.extract import Extractor
from kg.ids import Names
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.settings import Settings
from kg.store import WritableStore

_NAMES = Names()


def report(rounds: int) -> Iterator[str]:
    """All quads of all articles, on either side."""
    extractor = Extractor(Settings())
    with TemporaryDirectory() as folder:
        sources = list(chain.from_iterable(corpora(Path(folder)).values()))
        graphs = [extractor.extract(document) for document in documents(sources)]
    quads = [list(document_quads(graph, _NAMES)) for graph in graphs]
    derived = list(corpus_quads(resolve(graphs), graphs, _NAMES))
    every = [*chain.from_iterable(quads), *derived]
    pair = paired(rounds, lambda: _bare(every), lambda: _ours(quads, derived))
    rows = [("`bulk_extend`", pair.other, "1.00"), ("`kg.store`", pair.ours, f"{pair.ratio:.2f}")]
    speeds = [(what, f"{len(every) / seconds:,.0f}", ratio) for what, seconds, ratio in rows]
    yield (
        table([f"{len(every):,} quads of {len(graphs)} articles", "quads per second", "time as a ratio"], speeds) + "\n"
    )


def _bare(quads: list[ox.Quad]) -> None:
    with TemporaryDirectory() as folder:
        store = ox.Store(folder)
        store.bulk_extend(quads)
        store.flush()
        del store


def _ours(quads: list[list[ox.Quad]], derived: list[ox.Quad]) -> None:
    with TemporaryDirectory() as folder, WritableStore.opened(Path(folder) / "store", _NAMES) as store:
        write(store, quads, derived)


def write(store: WritableStore, documents: Iterable[Iterable[ox.Quad]], derived: Iterable[ox.Quad]) -> None:
    """As `kg load` does: document by document, then what was derived from all."""
    store.add(documents)
    store.replace_default_graph(derived)
    store.publish()
