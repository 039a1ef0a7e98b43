"""Whatever the quads are: each format comes back as the same ones, through programs that know nothing of ours."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyld import jsonld as pyld

from kg.export import Format
from kg.ids import Names
from kg.rdf import corpus_quads, document_quads, prefixes
from tests.rdf.strategies import corpora, document_graphs

XSD = "http://www.w3.org/2001/XMLSchema#"
NAMES = Names("https://n.test/")
_LETTERS = st.text("abcXYZ019-_.~é漢/:,=@", max_size=8)
_STARTS = ["https://n.test/", "urn:x:", "kg:", "ent:a/", "rdf:", "http://a.test/%41?q#", *prefixes(NAMES).values()]
iris = st.builds(lambda start, rest: start + rest, st.sampled_from(_STARTS), _LETTERS)
nodes = iris.map(ox.NamedNode)
numbers = st.sampled_from(["0", "007", "-5", "+5", "1e400", "٣", "9007199254740993", "", "x", "1.50", "true", "1"])
# No double: pyld writes each in its canonical form, and we have none.
datatypes = st.sampled_from([XSD + name for name in ("integer", "decimal", "boolean", "date", "string")])
literals = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(ox.Literal),
    st.builds(lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)), numbers, datatypes | iris),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), st.text("ab\n", max_size=3), st.sampled_from(["en"])),
)
graph_names = st.just(ox.DefaultGraph()) | nodes
any_quads = st.lists(st.builds(ox.Quad, nodes, nodes, nodes | literals, graph_names), max_size=8)
INTEGER = ox.NamedNode(XSD + "integer")
HARD = [
    ox.Quad(ox.NamedNode("kg:a"), ox.NamedNode(NAMES.relation("defeated")), ox.Literal("9" * 5000, datatype=INTEGER)),
    ox.Quad(ox.NamedNode(NAMES.entity("/a")), ox.NamedNode("rdf:type"), ox.Literal("@id")),
]


def written(format: Format, quads: Iterable[ox.Quad]) -> bytes:
    return format.serialize(quads, NAMES, prefixes(NAMES))


def as_triples(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    return {quad.triple for quad in quads}


@pytest.mark.parametrize("format", Format)
@settings(max_examples=60, deadline=None)
@given(quads=any_quads)
@example(quads=HARD)
def test_oxigraph_reads_the_same(format: Format, quads: list[ox.Quad]) -> None:
    again = set(ox.parse(written(format, quads), ox.RdfFormat.from_media_type(format.media_type)))
    assert again == set(quads) if format.keeps_graphs else as_triples(again) == as_triples(quads)


@pytest.mark.filterwarnings("ignore::UserWarning:rdflib")
@settings(max_examples=60, deadline=None)
@given(quads=any_quads)
@example(quads=HARD)
def test_rdflib_reads_the_same_quads_from_json(quads: list[ox.Quad]) -> None:
    expected = through_rdflib(written(Format.NQUADS, quads), "nquads")
    assert through_rdflib(written(Format.JSONLD, quads), "json-ld") == expected


@settings(max_examples=60, deadline=None)
@given(quads=any_quads)
@example(quads=HARD)
def test_pyld_reads_the_same_quads_from_json(quads: list[ox.Quad]) -> None:
    assert through_pyld(written(Format.JSONLD, quads)) == set(quads)


@settings(max_examples=15, deadline=None)
@given(corpus=corpora, graph=document_graphs)
def test_nouns_come_back(corpus: Any, graph: Any) -> None:
    quads = {*document_quads(graph, NAMES), *corpus_quads(corpus, [graph], NAMES)}
    assert through_pyld(written(Format.JSONLD, quads)) == quads


def test_what_is_exported_comes_back(quads: list[ox.Quad], names: Names) -> None:
    data = Format.JSONLD.serialize(quads, names, prefixes(names))
    assert through_pyld(data) == set(quads)
    assert through_rdflib(data, "json-ld") == through_rdflib(written(Format.NQUADS, quads), "nquads")


def through_rdflib(data: bytes, format: str) -> set[tuple[str, ...]]:
    found = rdflib.Dataset()
    found.parse(data=data, format=format)
    return {(s.n3(), p.n3(), o.n3(), str(g or "")) for s, p, o, g in found.quads()}


@pytest.fixture(autouse=True, scope="module")
def literals_as_they_are() -> Iterator[None]:
    """By default rdflib writes numbers in a form of its own."""
    rdflib.NORMALIZE_LITERALS = False
    yield
    rdflib.NORMALIZE_LITERALS = True


def through_pyld(data: bytes) -> set[ox.Quad]:
    lines = pyld.to_rdf(json.loads(data), {"format": "application/n-quads"})
    return set(ox.parse(lines.encode(), ox.RdfFormat.N_QUADS))
