"""Copies count once; so do two articles of one publisher."""

from dataclasses import replace

from kg.resolve.independence import independent_sources
from tests.samples import Article


def _said(text: str, source: str, publisher: str | None = None) -> Article:
    article = Article(text, source)
    article.document = replace(article.document, publisher=publisher)
    article.claim("defeated", "beat", article.entity("Ann Lee"), article.entity("Bo Berg"))
    return article


def _count(*articles: Article) -> int:
    graphs = [article.graph() for article in articles]
    claims = [(g.document.id, claim) for g in graphs for claim in g.claims]
    return independent_sources(claims, {g.document.id: g.document for g in graphs})


def test_two_wordings_are_two_sources() -> None:
    assert _count(_said("Ann Lee beat Bo Berg.", "a"), _said("Later Ann Lee beat Bo Berg.", "b")) == 2


def test_the_same_words_in_two_articles_are_one_source() -> None:
    one, copy = Article("Ann Lee beat Bo Berg.", "a"), Article("Ann  Lee beat Bo Berg.\n", "b")
    for article in (one, copy):
        lee, berg = article.entity("Ann Lee"), article.entity("Bo Berg")
        article.claim("defeated", "beat", lee, berg)
    assert _count(one, copy) == 1


def test_one_publisher_is_one_source() -> None:
    assert _count(_said("Ann Lee beat Bo Berg.", "a", "Wire"), _said("So Ann Lee beat Bo Berg.", "b", "WIRE")) == 1


def test_what_links_two_groups_makes_them_one() -> None:
    wire, paper = _said("Ann Lee beat Bo Berg.", "a", "Wire"), _said("So Ann Lee beat Bo Berg.", "b", "Paper")
    both = _said("Ann  Lee beat Bo Berg.", "c", "Paper")
    assert _count(wire, paper, both) == 1
