from dataclasses import replace

import pytest

from kg.model import Certainty, CorpusGraph, DocumentGraph, Polarity, Span, Status, Voice
from kg.pages.lookup import Lookup
from kg.pages.receipt import Mark, Receipt, receipts
from tests.pages.corpora import fuse, small
from tests.samples import Article


def of(corpus: CorpusGraph, graphs: list[DocumentGraph], relation: str) -> tuple[Receipt, ...]:
    statement = next(s for s in corpus.statements if s.relation == relation)
    return receipts(statement, Lookup.of(corpus, graphs))


def receipt(**changes: object) -> Receipt:
    first = of(*small(), "defeated")[0]
    return replace(first, **changes)  # type: ignore[arg-type]  # names and values are checked by the cases below


def test_strongest_claim_comes_first_with_its_article() -> None:
    own, said = of(*small(), "defeated")
    assert (own.status, own.said) == (Status.REPORTED, "in the article's own voice")
    assert own.article == "a/one.txt, 2018-11-22"
    assert (said.status, said.said, said.cue) == (Status.ATTRIBUTED, "said by Cy Cole", "said")


def test_marks_are_offsets_in_the_sentence() -> None:
    article = Article("Nothing yet. Ann Lee beat Bo Berg.")
    ends = article.entity("Ann Lee"), article.entity("Bo Berg")
    article.claim("defeated", "beat", *ends)
    graph = article.graph()
    claim = replace(graph.claims[0], passage=Span(13, 34))
    (found,) = of(*fuse([replace(graph, claims=(claim,))]), "defeated")
    assert found.sentence == "Ann Lee beat Bo Berg."
    assert [(found.sentence[m.begin : m.end], m.role) for m in found.marks] == [
        ("Ann Lee", "subject"),
        ("beat", "relation"),
        ("Bo Berg", "object"),
    ]


def test_mention_outside_the_passage_is_not_marked() -> None:
    corpus, graphs = small()
    one = graphs[0]
    claims = tuple(replace(c, subject_mention=Span(0, 7), passage=Span(12, 40)) for c in one.claims)
    found = of(corpus, [replace(one, claims=claims), graphs[1]], "defeated")[0]
    assert "subject" not in {mark.role for mark in found.marks}


def test_pieces_give_the_sentence_back_and_keep_overlapping_roles() -> None:
    marks = (Mark(0, 7, "subject"), Mark(4, 12, "relation"))
    pieces = list(receipt(sentence="Ann Lee beat.", marks=marks).pieces())
    assert "".join(text for text, _ in pieces) == "Ann Lee beat."
    assert pieces[1] == ("Lee", ("subject", "relation"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"voice": Voice.SPEAKER, "speakers": ("Ann",)}, "said by Ann"),
        ({"voice": Voice.SPEAKER, "speakers": ("Ann", "Bo"), "via": ("BBC",)}, "said by Ann and Bo, via BBC"),
        ({"voice": Voice.SPEAKER, "speakers": ()}, "said by somebody not named"),
        ({"polarity": Polarity.NEGATIVE}, "in the article's own voice, negated"),
        ({"certainty": Certainty.POSSIBLE}, "in the article's own voice, possible"),
    ],
)
def test_said(changes: dict[str, object], said: str) -> None:
    assert receipt(**changes).said == said


def test_source_that_is_no_entity_is_told_in_its_words() -> None:
    corpus, graphs = small()
    source = graphs[1].document.text.index("Spokesman")
    claims = tuple(
        replace(c, attributed_to=(), source_mention=Span(source, source + len("Spokesman"))) for c in graphs[1].claims
    )
    found = of(corpus, [graphs[0], replace(graphs[1], claims=claims)], "defeated")[1]
    assert found.said == "said by Spokesman"
