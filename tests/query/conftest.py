"""A store with the two articles of an election, one of what came after it, and two on something else."""

from collections.abc import Iterator

import pytest

from kg.ids import Names
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import Store
from tests.query.aftermath import aftermath
from tests.query.dispute import dispute
from tests.samples import election


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graphs = [*election(), aftermath(), *dispute()]
    corpus = resolve(graphs)
    names, path = Names(), tmp_path_factory.mktemp("store")
    with Store.writing(path, names) as writer:
        writer.add(document_quads(graph, names) for graph in graphs)
        writer.replace_default_graph(corpus_quads(corpus, graphs, names))
    with Store.reading(path) as reader:
        yield reader
