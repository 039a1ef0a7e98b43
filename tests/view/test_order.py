from kg.model import CorpusGraph
from kg.pages.lookup import Lookup
from kg.view.order import communities, ordered, weight
from tests.pages.corpora import Corpus, fuse, large
from tests.samples import Article


def in_order(corpus: Corpus) -> tuple[str, ...]:
    nouns, graphs = corpus
    return ordered(nouns, (graph.document for graph in graphs), Lookup.of(nouns, graphs)).entities


def test_named_come_first_then_those_of_most_articles() -> None:
    article = Article("A man met Ann Lee. Ann Lee met Bo Berg.")
    man, ann, bo = article.entity("man", named=False), article.entity("Ann Lee"), article.entity("Bo Berg")
    article.claim("meets", "met", man, ann)
    article.claim("meets", "met", ann, bo)
    assert in_order(fuse([article.graph()])) == ("ann-lee", "bo-berg", "man")


def test_every_entity_has_its_place_those_without_a_statement_last_of_their_kind() -> None:
    article = Article("Ann Lee met Bo Berg. Cy Cole watched.")
    article.entity("Cy Cole")
    article.claim("meets", "met", article.entity("Bo Berg"), article.entity("Ann Lee"))
    assert in_order(fuse([article.graph()])) == ("ann-lee", "bo-berg", "cy-cole")


def test_statements_of_most_documents_then_of_most_claims_come_first() -> None:
    corpus, _ = large()
    first, *_ = sorted(corpus.statements, key=weight)
    assert (first.subject, first.relation, first.object) == ("ann-lee", "defeated", "bo-berg")


def test_those_whom_statements_join_are_one_community_and_the_largest_comes_first() -> None:
    corpus, _ = large()
    found = communities([entity.id for entity in corpus.entities], corpus.statements)
    assert set(found) == {entity.id for entity in corpus.entities}
    sizes = [list(found.values()).count(community) for community in sorted(set(found.values()))]
    assert sizes == sorted(sizes, reverse=True)
    assert found["fay-lindqvist"] == found["gus-marchetti-rossi"]


def test_nobody_is_of_a_community_in_an_empty_graph() -> None:
    assert communities([], CorpusGraph().statements) == {}
