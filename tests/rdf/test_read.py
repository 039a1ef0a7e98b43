"""Graphs that are not ours are refused, in one line, rather than half read."""

import pyoxigraph as ox
import pytest

from kg.errors import InvalidGraph
from kg.ids import Names
from kg.model import CorpusGraph, Entity, Member, Statement, Status
from kg.rdf import corpus_quads, document_quads, read_corpus, read_documents
from kg.rdf import vocabulary as v
from tests.samples import election

NAMES = Names()
GRAPH = election()[1]
QUADS = list(document_quads(GRAPH, NAMES))
CLAIM = ox.NamedNode(NAMES.claim(GRAPH.claims[0].id))


def without(predicate: ox.NamedNode) -> list[ox.Quad]:
    return [quad for quad in QUADS if quad.predicate != predicate]


def with_claim_saying(predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal | ox.BlankNode) -> list[ox.Quad]:
    home = QUADS[0].graph_name
    rest = [q for q in QUADS if (q.subject, q.predicate) != (CLAIM, predicate)]
    return [*rest, ox.Quad(CLAIM, predicate, value, home)]


@pytest.mark.parametrize(
    "quads",
    [
        without(v.IS_STRING),
        without(v.PREDICATE),
        without(v.kg("polarity")),
        without(v.kg("triggerMention")),
        without(v.LABEL),
        [*QUADS, *with_claim_saying(v.kg("voice"), v.kg("Narrator"))],
        with_claim_saying(v.kg("certainty"), v.kg("Doubtless")),
        with_claim_saying(v.kg("confidence"), ox.Literal("high")),
        with_claim_saying(v.kg("passage"), v.kg("Passage")),
        with_claim_saying(v.SUBJECT, ox.NamedNode(NAMES.local("another", "ann-lee"))),
        with_claim_saying(v.SUBJECT, ox.Literal("Ann Lee")),
        with_claim_saying(v.OBJECT, ox.Literal("Unity", language="en")),
        with_claim_saying(v.OBJECT, ox.BlankNode("b")),
        with_claim_saying(v.PREDICATE, ox.NamedNode("https://elsewhere.test/beat")),
        with_claim_saying(v.kg("passage"), ox.NamedNode(NAMES.local(GRAPH.document.id, "char=1"))),
    ],
)
def test_a_malformed_document_is_refused(quads: list[ox.Quad]) -> None:
    with pytest.raises(InvalidGraph, match="was it made by this version of kg") as raised:
        list(read_documents(quads, NAMES))
    assert "\n" not in str(raised.value)


def test_another_base_is_refused() -> None:
    with pytest.raises(InvalidGraph, match=r"with the base https://news\.test/"):
        list(read_documents(QUADS, Names("https://news.test/")))


def test_a_quad_said_twice_is_one() -> None:
    assert list(read_documents([*QUADS, *QUADS], NAMES)) == [GRAPH]


def test_graphs_of_no_document_are_left_alone() -> None:
    other = ox.Quad(v.TYPE, v.LABEL, ox.Literal("type"), ox.NamedNode("https://elsewhere.test/"))
    assert list(read_documents([other, *QUADS], NAMES)) == [GRAPH]


def test_a_corpus_is_read_beside_its_documents() -> None:
    ann = Entity("ann-lee", "Person", "Ann Lee", (), True, (Member(GRAPH.document.id, "ann-lee"),))
    lost = Statement("5f1c", "disappeared", "ann-lee", None, Status.REPORTED, ("77b0",), (), 1, 1, latest="2018-11-21")
    corpus = CorpusGraph((ann,), (lost,))
    assert read_corpus([*corpus_quads(corpus, [GRAPH], NAMES), *QUADS], NAMES) == corpus


def test_a_malformed_corpus_is_refused() -> None:
    lost = Statement("5f1c", "disappeared", "ann-lee", None, Status.REPORTED, (), (), 1, 1)
    quads = [q for q in corpus_quads(CorpusGraph(statements=(lost,)), (), NAMES) if q.predicate != v.kg("status")]
    with pytest.raises(InvalidGraph, match="the default graph: 0 values of"):
        read_corpus(quads, NAMES)
