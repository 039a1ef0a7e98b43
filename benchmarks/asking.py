"""The questions of `queries/` over the graph of the seeds: Oxigraph, as `kg query` asks it, against rdflib."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from rdflib import Graph, Variable

from benchmarks.corpora import ROOT
from benchmarks.timing import paired, table
from kg.pipeline import load
from kg.query import Query, ResultTable, named_queries, run
from kg.rdf import prefixes
from kg.settings import Settings
from kg.store import Store

_Rows = list[tuple[str, ...]]


def report(rounds: int) -> Iterator[str]:
    """A row for each question."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        load([str(ROOT / "seeds")], place, Settings())
        with Store.reading(place) as store:
            graph = _union(store)
            rows = [_row(query, store, graph, rounds) for query in named_queries()]
    columns = [f"{len(graph):,} triples", "rows", "Oxigraph, ms", "rdflib, ms", "times faster", "same rows"]
    yield table(columns, rows) + "\n"


def _union(store: Store) -> Graph:
    """Both search the union of all graphs; rdflib has it in memory, which is quicker than its `Dataset`."""
    triples = {quad.triple for quad in store.quads()}
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def _row(query: Query, store: Store, graph: Graph, rounds: int) -> tuple[str, ...]:
    known = prefixes(store.names)
    one, other = _oxigraph(query, store, known), _rdflib(query, graph, known)
    pair = paired(rounds, lambda: _rdflib(query, graph, known), lambda: _oxigraph(query, store, known))
    times = (f"{1000 * pair.ours:.1f}", f"{1000 * pair.other:.0f}", f"{1 / pair.ratio:.0f}")
    return (query.name, str(len(one)), *times, "yes" if sorted(one) == sorted(other) else "no")


def _oxigraph(query: Query, store: Store, known: Mapping[str, str]) -> _Rows:
    answer = run(query, store, known)
    assert isinstance(answer, ResultTable)
    return [tuple("" if term is None else getattr(term, "value", str(term)) for term in row) for row in answer.rows]


def _rdflib(query: Query, graph: Graph, known: Mapping[str, str]) -> _Rows:
    found = graph.query(query.text, initNs=known).bindings
    return [tuple(str(row.get(Variable(column), "")) for column in query.columns) for row in found]
