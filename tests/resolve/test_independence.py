"""Copies count once; so do two articles of one publisher. Words of a speaker may be quoted by many."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import DocumentGraph, Excerpt, NearDuplicate, Span
from kg.resolve import resolve
from kg.resolve.independence import copies, independent_sources
from tests.samples import Article

WIRE = "Ann Lee beat Bo Berg by 101 votes to 61 in a vote of the assembly in Oslo on Wednesday."
BODY = """
The assembly had met behind closed doors since the early morning, and no member would tell reporters how the talks went.
Its rules ask for a majority of all members present, and a second round would have followed the next day without one.
Delegates left the hall late at night, and several of them said that they had been called at home before the vote.
"""
OTHER_BODY = """
Nobody had expected the result. For weeks the papers of the capital had called her rival the only man for the office.
The chair read out the names one by one, and the two sat side by side in the first row while the ballots were counted.
"""


def said(text: str, source: str, publisher: str | None = None, passage: str | None = None) -> DocumentGraph:
    """One article that says once that Lee beat Berg; without a passage all of its text is the passage."""
    article = Article(text, source)
    article.document = replace(article.document, publisher=publisher)
    article.claim("defeated", "beat", article.entity("Ann Lee"), article.entity("Bo Berg"))
    graph = article.graph()
    if passage is None:
        return graph
    (claim,) = graph.claims
    return replace(graph, claims=(replace(claim, passage=article.span(passage)),))


def count(*graphs: DocumentGraph) -> int:
    claims = [(graph.document.id, claim) for graph in graphs for claim in graph.claims]
    return independent_sources(claims, {graph.document.id: graph.document for graph in graphs})


ONE_TEXT = {
    "word for word": WIRE + "\n",
    "with a dateline": f"OSLO, Nov 21 (Wire) - {WIRE}",
    "with other marks": WIRE.replace("Ann Lee", "Ann  Lee,").replace(" in a", " – in a"),
    "a word less": WIRE.replace("on Wednesday", "Wednesday"),
    "a word replaced": WIRE.replace("a vote", "a ballot"),
    "cut": WIRE.removesuffix(" in Oslo on Wednesday.") + ".",
    "with more behind it": WIRE.removesuffix(".") + ", after talks that had gone on all night.",
}
TWO_TEXTS = {
    "other words": "In Oslo, Ann Lee won 101 votes on Wednesday and so beat Bo Berg, who got 61.",
    "the same fact, told shortly": "Ann Lee beat Bo Berg.",
    "other figures": WIRE.replace("101", "110"),
}


@pytest.mark.parametrize("text", ONE_TEXT.values(), ids=ONE_TEXT)
def test_one_text_is_one_source(text: str) -> None:
    assert count(said(WIRE, "a"), said(text, "b")) == 1


@pytest.mark.parametrize("text", TWO_TEXTS.values(), ids=TWO_TEXTS)
def test_two_texts_are_two_sources(text: str) -> None:
    assert count(said(WIRE, "a"), said(text, "b")) == 2


def test_a_short_sentence_is_the_same_by_chance() -> None:
    assert count(said("Ann Lee beat Bo Berg.", "a"), said("Ann Lee beat Bo Berg.\n", "b")) == 2


def test_what_two_extractors_read_is_one_source_however_short_it_is() -> None:
    graph = said("Ann Lee beat Bo Berg.", "a")
    again = replace(graph, document=replace(graph.document, id="b", extractor="rules"))
    assert count(graph, again) == 1


def test_a_quotation_alone_is_no_copy() -> None:
    quoted = '"Today in Oslo Ann Lee beat Bo Berg by 101 votes to 61, and that is the will of the assembly,"'
    told = (f"{quoted} said Cy Cole.", f"As Cole put it later at home: {quoted}")
    assert count(*(said(text, "a") for text in told)) == 2


def test_edited_articles_are_one_source_where_their_passages_differ() -> None:
    one = said(f"{WIRE}\n{BODY}", "a", passage=WIRE)
    lede = "A vote of the assembly went to Ann Lee, who beat Bo Berg."
    assert count(one, said(f"{lede}\n{BODY}", "b", passage=lede)) == 1
    assert count(one, said(f"{lede}\n{OTHER_BODY}", "b", passage=lede)) == 2


def test_crediting_one_agency_is_not_enough() -> None:
    one, other = f"OSLO (Wire) - {WIRE}", "OSLO (Wire) - On Wednesday, Ann Lee beat Bo Berg in Oslo, 101 votes to 61."
    assert count(said(one, "a"), said(other, "b")) == 2


def test_one_publisher_is_one_source() -> None:
    one, other = "On Wednesday Ann Lee beat Bo Berg.", "Berg lost: Ann Lee beat Bo Berg in the first round."
    assert count(said(one, "a", "Wire"), said(other, "b", "WIRE")) == 1
    assert count(said(one, "a", "Wire"), said(other, "b", "Paper")) == 2


def test_what_links_two_groups_makes_them_one() -> None:
    wire, paper = said(WIRE, "a", "Wire"), said("So in the end Ann Lee beat Bo Berg.", "b", "Paper")
    assert count(wire, paper) == 2
    assert count(wire, paper, said(f"{WIRE}\n", "c", "Paper")) == 1


def test_copies_are_linked_to_the_first_of_them() -> None:
    graphs = sorted((said(WIRE + end, end) for end in ("", "\n", "\n\n")), key=lambda graph: graph.document.id)
    first, *others = (Excerpt(graph.document.id, Span(0, len(graph.document.text))) for graph in graphs)
    claims = [(graph.document.id, claim) for graph in graphs for claim in graph.claims]
    found = copies(claims, {graph.document.id: graph.document for graph in graphs})
    assert found == [NearDuplicate(other, first) for other in others]


def test_whole_documents_are_linked() -> None:
    one = said(f"{WIRE}\n{BODY}", "a", passage=WIRE)
    other = said(f"So Ann Lee beat Bo Berg.\n{BODY}", "b", passage="So Ann Lee beat Bo Berg.")
    ids = sorted(graph.document.id for graph in (one, other))
    assert resolve([one, other]).duplicates == (NearDuplicate(Excerpt(ids[1]), Excerpt(ids[0])),)


def test_a_document_that_repeats_itself_is_linked_to_nothing() -> None:
    article = Article(f"{WIRE} {WIRE}")
    lee, berg = article.entity("Ann Lee"), article.entity("Bo Berg")
    for trigger, place in (("beat", 0), ("vote", 1)):
        claim = article.claim("defeated", trigger, lee, berg)
        article._claims[-1] = replace(claim, passage=Span(place * (len(WIRE) + 1), (place + 1) * len(WIRE) + place))
    corpus = resolve([article.graph()])
    assert corpus.duplicates == ()
    assert [statement.independent_sources for statement in corpus.statements] == [1]


texts = st.lists(
    st.tuples(st.sampled_from([WIRE, *ONE_TEXT.values(), *TWO_TEXTS.values()]), st.sampled_from([BODY, OTHER_BODY])),
    min_size=1,
    max_size=5,
)


@given(texts, st.data())
def test_a_copy_under_another_publisher_never_raises_the_count(
    found: list[tuple[str, str]], data: st.DataObject
) -> None:
    graphs = [said(f"{lede}\n{number}\n{body}", str(number), f"p{number}") for number, (lede, body) in enumerate(found)]
    copied = data.draw(st.sampled_from(graphs)).document.text
    assert count(*graphs, said(f"{copied}\n", "copy", "another")) <= count(*graphs)


@given(texts, st.randoms())
def test_no_order_shows(found: list[tuple[str, str]], random: Random) -> None:
    graphs = [said(f"{lede}\n{number}\n{body}", str(number)) for number, (lede, body) in enumerate(found)]
    shuffled = list(graphs)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(graphs)
