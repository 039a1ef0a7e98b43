"""Exports read back, with the texts or without."""

import pyoxigraph as ox
import pytest

from kg.errors import InvalidGraph
from kg.ids import Names
from kg.model import CorpusGraph, DocumentGraph
from kg.rdf import corpus_quads, document_quads, minted_names, read_corpus, read_documents, regrouped
from kg.rdf import vocabulary as v
from kg.resolve import resolve
from tests.samples import election

NAMES = Names("https://news.test/document/")  # a base that looks like a part of an IRI


def quads() -> list[ox.Quad]:
    graphs = election()
    corpus = resolve(graphs)
    return [*corpus_quads(corpus, graphs, NAMES), *(q for g in graphs for q in document_quads(g, NAMES))]


def union(found: list[ox.Quad]) -> list[ox.Quad]:
    return [ox.Quad(q.subject, q.predicate, q.object) for q in found]


def without_texts(found: list[ox.Quad]) -> list[ox.Quad]:
    return [q for q in found if q.predicate != v.IS_STRING]


def nouns(found: list[ox.Quad]) -> tuple[CorpusGraph, list[DocumentGraph]]:
    return read_corpus(found, NAMES), list(read_documents(found, NAMES))


def test_a_union_falls_into_its_graphs_again() -> None:
    assert set(regrouped(union(quads()), NAMES)) == set(quads())
    assert set(regrouped(quads(), NAMES)) == set(quads())


def test_what_is_quoted_is_what_the_text_says() -> None:
    corpus, graphs = nouns(list(regrouped(union(without_texts(quads())), NAMES)))
    whole, originals = nouns(quads())
    assert corpus == whole
    for graph, original in zip(graphs, originals, strict=True):
        assert graph.claims == original.claims
        for claim in graph.claims:
            assert claim.passage.of(graph.document.text) == claim.passage.of(original.document.text)


def test_the_base_is_that_of_the_documents() -> None:
    assert minted_names(quads()) == NAMES
    assert minted_names([]) is None
    with pytest.raises(InvalidGraph, match="no common base"):
        minted_names([*quads(), ox.Quad(ox.NamedNode("x:/document/9"), v.TYPE, v.DOCUMENT)])


@pytest.mark.parametrize(
    ("fragment", "words", "message"),
    [
        ("char=0,99999999999", "a", "does not quote as many characters"),
        ("char=5,1", "", "does not quote as many characters"),
        ("char=0,2", "abc", "does not quote as many characters"),
        ("words", "abc", "is no span of a text|does not start with"),
    ],
)
def test_spans_that_do_not_fit_are_refused(fragment: str, words: str, message: str) -> None:
    home = NAMES.document("9a3e")
    found = [
        ox.Quad(ox.NamedNode(home), v.TYPE, v.DOCUMENT),
        ox.Quad(ox.NamedNode(f"{home}#{fragment}"), v.ANCHOR_OF, ox.Literal(words)),
    ]
    with pytest.raises(InvalidGraph, match=message):
        list(regrouped(found, NAMES))
