"""The quads of the two articles of an election."""

import pyoxigraph as ox
import pytest

from kg.ids import Names
from kg.rdf import corpus_quads, document_quads
from tests.pages.corpora import fuse
from tests.samples import election


@pytest.fixture(scope="session")
def names() -> Names:
    return Names()


@pytest.fixture(scope="session")
def quads(names: Names) -> list[ox.Quad]:
    corpus, graphs = fuse(election())
    documents = [quad for graph in graphs for quad in document_quads(graph, names)]
    return [*documents, *corpus_quads(corpus, graphs, names)]
