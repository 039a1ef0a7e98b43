import re
from dataclasses import replace

import pytest

from kg.model import DocumentGraph, Remark, Span
from kg.ontology import load_ontology
from kg.pages import article
from kg.pages.article import article_page, in_text
from kg.pages.links import Links
from kg.pages.paper import Paper
from kg.pages.sheet import claim_card
from kg.pages.words import visible
from tests.pages.corpora import hostile, large, small
from tests.pages.test_card import Tags

ONTOLOGY = load_ontology()


def owned(graph: DocumentGraph) -> Paper:
    """Every local entity is one of the corpus, and every claim a statement of its own."""
    owners = {entity.id: entity.id for entity in graph.entities}
    labels = {entity.id: entity.label for entity in graph.entities}
    return Paper(graph, owners, labels, {claim.id: (f"of-{claim.id}",) for claim in graph.claims})


def text_of(html: str) -> str:
    return Tags(html[html.index('<div class="text"') : html.index('<section class="claims"')]).text.rstrip("\n")


@pytest.mark.parametrize("graph", [*small()[1], *hostile()[1], *large()[1]])
def test_the_text_is_the_text(graph: DocumentGraph) -> None:
    html = article_page(owned(graph), ONTOLOGY, Links())
    assert text_of(html).removesuffix("\n</section>") == visible(graph.document.text).rstrip("\n")
    assert not {"script", "img", "svg"} & set(Tags(html).tags)


@pytest.mark.parametrize("graph", [*small()[1], *large()[1]])
def test_each_claim_has_a_place_and_its_words(graph: DocumentGraph) -> None:
    found = Tags(article_page(owned(graph), ONTOLOGY, Links()))
    for claim in graph.claims:
        assert f"claim-{claim.id}" in found.ids
        assert f"says_{claim.id}" in found.ids
        assert f"#claim-{claim.id}" in found.hrefs
        assert f"/statement/of-{claim.id}" in found.hrefs
    assert len(found.ids) == len(set(found.ids))


def test_spans_and_local_entities_are_found_by_the_fragments_of_their_iris() -> None:
    (graph, *_) = small()[1]
    ids = Tags(article_page(owned(graph), ONTOLOGY, Links())).ids
    assert {f"char={m.span.begin},{m.span.end}" for m in graph.mentions} <= set(ids)
    assert {entity.id for entity in graph.entities} <= set(ids)


def test_what_was_not_used_is_told_from_the_rest() -> None:
    (graph, *_) = small()[1]
    text = graph.document.text + " Read more. Subscribe!"
    begin = len(graph.document.text) + 1
    document = replace(graph.document, text=text, boilerplate=(Remark(Span(begin + 11, len(text)), "an advert"),))
    whole = replace(graph, document=document, unused=(Remark(Span(begin, begin + 10), "a command"),))
    html = article_page(owned(whole), ONTOLOGY, Links())
    anchor = '<span class="at" id="char={},{}"></span>'
    unused, advert = anchor.format(begin, begin + 10), anchor.format(begin + 11, len(text))
    assert f'<span class="unused" title="a command">{unused}Read more.</span>' in html
    assert f'<span class="boilerplate" title="an advert">{advert}Subscribe!</span>' in html
    assert "1 × a command" in html


def test_who_was_found_to_be_nobody_has_no_page() -> None:
    (graph, *_) = small()[1]
    found = Tags(article_page(replace(owned(graph), owners={}, stated={}), ONTOLOGY, Links()))
    assert not any(href.startswith(("/entity/", "/statement/")) for href in found.hrefs)
    assert "makes no statement" in found.text


def test_only_addresses_of_the_web_are_links() -> None:
    (graph, *_) = small()[1]
    for link, is_one in [("https://news.test/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False)]:
        document = replace(graph.document, link=link)
        hrefs = Tags(article_page(owned(replace(graph, document=document)), ONTOLOGY, Links())).hrefs
        assert (link in hrefs) is is_one


def test_a_long_text_comes_in_parts_that_hold_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "TEXT_SHOWN", 20)
    (graph, *_) = small()[1]
    parts = [article_page(owned(graph), ONTOLOGY, Links(), n + 1) for n in range(-(-len(graph.document.text) // 20))]
    assert "".join(text_of(part).removesuffix("\n</section>") for part in parts) == graph.document.text
    assert "Part 1 of" in parts[0]
    told = [id for part in parts for id in re.findall(r'id="claim-(\w+)"', part)]
    assert sorted(told) == sorted(claim.id for claim in graph.claims)


def test_a_claim_is_told_with_its_place() -> None:
    (graph, *_) = small()[1]
    for claim in in_text(graph.claims):
        found = Tags(claim_card(owned(replace(graph, claims=(claim,))), ONTOLOGY, Links()))
        assert f"/document/{graph.document.id}#claim-{claim.id}" in found.hrefs
        assert f"/statement/of-{claim.id}" in found.hrefs
        assert claim.certainty in found.text
