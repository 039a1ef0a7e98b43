"""A store with the two articles of an election, one of what came after it, and two on something else."""

from collections.abc import Iterator, Sequence

import pytest

from kg.ids import Names
from kg.model import DocumentGraph
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import Store, WritableStore
from tests.query.affairs import affairs
from tests.query.aftermath import aftermath
from tests.query.dispute import dispute
from tests.samples import Article, election


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    yield from stored([*election(), aftermath(), *dispute()], tmp_path_factory)


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One text in two articles."""
    text = "Ann Lee beat Bo Berg by 101 votes to 61 in Oslo."
    yield from stored([copy(text, "one.txt"), copy(f"{text}\n", "two.txt")], tmp_path_factory)


@pytest.fixture(scope="session")
def phrased(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Somebody spoken of twice: by a phrase that has the name in it, and by a pronoun."""
    article = Article("President Ann Lee said she won.")
    lee = article.entity("Ann Lee")
    for words in ("President Ann Lee", "President", "she"):
        article.mention(lee, words, "")
    yield from stored([article.graph()], tmp_path_factory)


@pytest.fixture(scope="session")
def printed_twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Kin, money, arrests and encounters, in two articles of one text."""
    yield from stored(affairs(), tmp_path_factory)


def copy(text: str, source: str) -> DocumentGraph:
    article = Article(text, source)
    article.claim("defeated", "beat", article.entity("Ann Lee"), article.entity("Bo Berg"))
    return article.graph()


def stored(graphs: Sequence[DocumentGraph], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    corpus = resolve(graphs)
    names, path = Names(), tmp_path_factory.mktemp("store")
    with WritableStore.opened(path, names) as writer:
        writer.add(document_quads(graph, names) for graph in graphs)
        writer.replace_default_graph(corpus_quads(corpus, graphs, names))
        writer.publish()
    with Store.reading(path) as reader:
        yield reader
