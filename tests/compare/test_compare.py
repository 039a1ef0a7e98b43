"""Articles side by side."""

import pytest

from kg.compare import compare, text
from kg.model import DocumentGraph, Polarity, Status
from kg.pages.sources import UnknownSource
from kg.resolve import resolve
from tests.samples import Article


def articles() -> list[DocumentGraph]:
    one = Article("Ann Lee beat Bo Berg. Lee praised Oslo. Experts may warn Berg.", "news/one.txt")
    ann, bo = one.entity("Ann Lee"), one.entity("Bo Berg")
    one.claim("defeated", "beat", ann, bo)
    one.claim("praises", "praised", ann, one.entity("Oslo", "City"))
    one.claim("warns", "warn", one.entity("Experts", "Group", named=False), bo, status=Status.TENTATIVE, confidence=0.2)
    two = Article("Cy Cole said Ann Lee beat Bo Berg. Ann Lee did not praise Oslo. It died.", "news/two.txt")
    ann, bo, cy = two.entity("Ann Lee"), two.entity("Bo Berg"), two.entity("Cy Cole")
    two.claim("defeated", "beat", ann, bo, speaker=cy, cue="said")
    two.claim("praises", "praise", ann, two.entity("Oslo", "City"), polarity=Polarity.NEGATIVE)
    two.claim("died", "died", two.entity("It", "Group", named=False))
    return [one.graph(), two.graph()]


def test_what_they_disagree_on_comes_first_and_what_one_alone_says_last() -> None:
    graphs = articles()
    found = compare(resolve(graphs), graphs, ["one.txt", "two.txt"])
    assert [line.partition("  st:")[0] for line in text(found)] == [
        "A: news/one.txt",
        "B: news/two.txt",
        "",
        "They disagree: 1 statement",
        "  A Reported, B Denied  Ann Lee disputed: praises Oslo",
        "",
        "Both say: 1 statement",
        "  A Reported, B Attributed  Ann Lee defeated Bo Berg",
        "",
        "Only B says: 1 statement",
        "  Reported  It died",
        "",
        "Named only by B: Cy Cole",
        "",
        "Left out: 1 tentative statement, which --all shows.",
    ]


def test_all_shows_what_is_tentative() -> None:
    graphs = articles()
    found = compare(resolve(graphs), graphs, ["one.txt", "two.txt"], everything=True)
    assert found.tentative == 0
    assert any(Status.TENTATIVE in statement.statuses for statement in found.statements)


def test_no_order_shows_but_that_of_the_sources() -> None:
    graphs = articles()
    corpus = resolve(graphs)
    assert compare(corpus, graphs[::-1], ["one.txt", "two.txt"]) == compare(corpus, graphs, ["one.txt", "two.txt"])
    turned = compare(corpus, graphs, ["two.txt", "one.txt"])
    assert turned.sources == ("news/two.txt", "news/one.txt")


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("three.txt", "no article is called “three.txt”: the store has news/one.txt (doc:"),
        (".txt", "“.txt” may be news/one.txt (doc:"),
        ("", "no article is called “”: the store has news/one.txt"),
        ("oen.txt", "no article is called “oen.txt”; the nearest is news/one.txt (doc:"),
        ("news/one", "no article is called “news/one”; the nearest is news/one.txt (doc:"),
    ],
)
def test_what_no_article_or_several_are_called_is_an_error_with_candidates(term: str, message: str) -> None:
    graphs = articles()
    with pytest.raises(UnknownSource) as error:
        compare(resolve(graphs), graphs, [term, "one.txt"])
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_of_many_articles_none_is_listed_that_is_not_near() -> None:
    graphs = [
        Article(f"Ann Lee met {word}.", f"{word}.txt").graph()
        for word in ("Oslo", "Rome", "Bonn", "Kyiv", "Lyon", "Bern")
    ]
    with pytest.raises(UnknownSource) as error:
        compare(resolve(graphs), graphs, ["Washington", "Oslo.txt"])
    assert str(error.value).startswith("no article is called “Washington” and nothing nearly so: `kg query 'SELECT ")
    with pytest.raises(UnknownSource, match=r"“Olso\.txt”; the nearest is Oslo\.txt "):
        compare(resolve(graphs), graphs, ["Olso.txt", "Rome.txt"])


def test_an_article_goes_by_its_source_its_end_its_id() -> None:
    graphs = articles()
    for term in ("news/one.txt", "one.txt", graphs[0].document.id, f"doc:{graphs[0].document.id}"):
        assert compare(resolve(graphs), graphs, [term, "two.txt"]).sources == ("news/one.txt", "news/two.txt")
