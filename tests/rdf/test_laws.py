"""Whatever the nouns are: what is written is read again, in the right graph, without blank nodes."""

from itertools import chain

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ids import Names
from kg.model import CorpusGraph, DocumentGraph
from kg.rdf import corpus_quads, document_quads, read_corpus, read_documents
from kg.rdf.vocabulary import kg
from tests.rdf.strategies import ONTOLOGY, corpora, document_graphs
from tests.samples import election

NAMES = Names("https://news.test/kg/")
RELATIONS = {kg(name) for name in ONTOLOGY.relations}


@settings(max_examples=60, deadline=None)
@given(graphs=st.lists(document_graphs, max_size=3, unique_by=lambda g: g.document.id), data=st.data())
def test_documents_are_read_as_they_were_written(graphs: list[DocumentGraph], data: st.DataObject) -> None:
    quads = list(chain.from_iterable(document_quads(graph, NAMES) for graph in graphs))
    shuffled = data.draw(st.permutations(quads)) if len(quads) < 200 else quads[::-1]
    assert list(read_documents(shuffled, NAMES)) == sorted(graphs, key=lambda graph: graph.document.id)


@settings(max_examples=60, deadline=None)
@given(corpora)
def test_a_corpus_is_read_as_it_was_written(corpus: CorpusGraph) -> None:
    quads = list(corpus_quads(corpus, (), NAMES))
    assert read_corpus(quads[::-1], NAMES) == corpus


@settings(max_examples=60, deadline=None)
@given(document_graphs)
def test_a_document_speaks_only_in_its_own_graph_and_says_no_plain_facts(graph: DocumentGraph) -> None:
    home = ox.NamedNode(NAMES.document(graph.document.id))
    for quad in document_quads(graph, NAMES):
        assert quad.graph_name == home
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        assert quad.predicate not in RELATIONS
        assert not quad.predicate.value.startswith(NAMES.relation("rel:"))


@settings(max_examples=60, deadline=None)
@given(document_graphs)
def test_no_quad_is_written_twice(graph: DocumentGraph) -> None:
    quads = list(document_quads(graph, NAMES))
    assert len(quads) == len(set(quads))


def test_the_store_changes_no_literal() -> None:
    """Oxigraph keeps numbers by value, so they must be written in its canonical form to come out as they went in."""
    graphs = sorted(election(), key=lambda graph: graph.document.id)
    quads = {quad for graph in graphs for quad in document_quads(graph, NAMES)}
    store = ox.Store()
    store.extend(quads)
    assert set(store) == quads
    assert list(read_documents(store, NAMES)) == graphs
