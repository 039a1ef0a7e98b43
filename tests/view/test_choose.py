from dataclasses import replace

import pytest

from kg.model import CorpusGraph, DocumentGraph, Status
from kg.pages.lookup import Lookup
from kg.view.choose import LINKS_PER_ENTITY, Choice, choose
from kg.view.order import drawable, ordered
from tests.pages.corpora import fuse, large, small
from tests.samples import Article


def chosen(corpus: CorpusGraph, graphs: list[DocumentGraph], top: int = 60) -> Choice:
    lookup = Lookup.of(corpus, graphs)
    return choose(ordered(corpus, (graph.document for graph in graphs), lookup), lookup, top)


def statements(choice: Choice) -> set[str]:
    return {statement.id for link in choice.links for statement in link.statements}


def crowd(names: int, *, named: bool) -> DocumentGraph:
    """One named hub that criticizes everybody else, all in one article."""
    article = Article("The hub scolds " + ", ".join(f"man number {n:02}" for n in range(names)) + ".")
    hub = article.entity("hub")
    for number in range(names):
        article.claim(
            "criticizes", f"man number {number:02}", hub, article.entity(f"man number {number:02}", named=named)
        )
    return article.graph()


def test_everything_is_drawn_where_there_is_room() -> None:
    corpus, graphs = large()
    choice = chosen(corpus, graphs)
    assert set(choice.entities) == {entity.id for entity in corpus.entities}
    assert statements(choice) == {statement.id for statement in corpus.statements}


@pytest.mark.parametrize("top", [0, 1, 2, 7, 29])
def test_bounds_hold_and_nobody_stands_alone(top: int) -> None:
    corpus, graphs = large()
    choice = chosen(corpus, graphs, top)
    assert len(choice.entities) <= top
    assert len(choice.links) <= LINKS_PER_ENTITY * top
    assert {end for link in choice.links for end in (link.subject, link.object)} == set(choice.entities)


def test_most_documents_come_first() -> None:
    assert chosen(*large()).entities[0] == "ann-lee"


def test_named_come_before_unnamed_which_fill_the_room_left() -> None:
    corpus, graphs = fuse([crowd(5, named=False), *small()[1]])
    assert {lookup for lookup in chosen(corpus, graphs, 4).entities if lookup.startswith("man")} == set()
    assert sum(name.startswith("man") for name in chosen(corpus, graphs, 6).entities) == 2


def unnamed() -> DocumentGraph:
    article = Article("A man met a woman.")
    article.claim("meets", "met", article.entity("man", named=False), article.entity("woman", named=False))
    return article.graph()


def test_two_unnamed_are_drawn_only_where_nobody_is_named() -> None:
    assert chosen(*fuse([unnamed()])).entities == ("man", "woman")
    assert not {"man", "woman"} & set(chosen(*fuse([unnamed(), *small()[1]])).entities)


def test_who_is_joined_to_nobody_important_leaves_room_for_others() -> None:
    """Ann and Bo are in most articles and joined to nobody whom many articles name."""
    graphs = []
    for number in range(3):
        article = Article(f"Ann greeted man {number}. Bo greeted woman {number}.", f"{number}.txt")
        article.claim("praises", "greeted", article.entity("Ann"), article.entity(f"man {number}", named=False))
        article.claim("praises", "greeted woman", article.entity("Bo"), article.entity(f"woman {number}", named=False))
        graphs.append(article.graph())
    last = Article("Cy met Dee.", "last.txt")
    last.claim("meets", "met", last.entity("Cy"), last.entity("Dee"))
    assert chosen(*fuse([*graphs, last.graph()]), top=2).entities == ("cy", "dee")


def test_lines_are_bounded_in_a_dense_graph() -> None:
    choice = chosen(*fuse([crowd(40, named=True)]), top=10)
    assert len(choice.entities) == 10


def test_statements_of_one_status_between_two_make_one_line() -> None:
    corpus, graphs = large()
    pair = [
        link for link in chosen(corpus, graphs).links if (link.subject, link.object) == ("supreme-court", "eli-oduya")
    ]
    assert {link.status for link in pair} == {Status.REPORTED, Status.ANTICIPATED}
    same = tuple(replace(s, status=Status.REPORTED) for s in corpus.statements)
    merged = chosen(replace(corpus, statements=same), graphs).links
    (one,) = [link for link in merged if (link.subject, link.object) == ("supreme-court", "eli-oduya")]
    assert len(one.statements) == 2


def test_statements_about_one_entity_are_not_drawn() -> None:
    corpus, graphs = small()
    assert [s.relation for s in corpus.statements if not drawable(s)] == ["age"]
    assert len(statements(chosen(corpus, graphs))) == len(corpus.statements) - 1
