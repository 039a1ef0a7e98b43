"""A part of the graph has what was asked for, and all that this speaks of."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import Selection, selected
from kg.model import CorpusGraph, DocumentGraph, Literal, Member, Qualifier, Status
from kg.pages.naming import UnknownName
from tests.pages.corpora import fuse, large
from tests.samples import Article, election

SELECTIONS = st.builds(
    Selection,
    around=st.sampled_from(["", "Ann Lee", "Norland", "Bo Berg"]),
    hops=st.integers(1, 3),
    sources=st.lists(st.sampled_from(["news/00.txt", "news/05.txt"]), max_size=2).map(tuple),
    statuses=st.lists(st.sampled_from(Status), max_size=3).map(tuple),
    since=st.sampled_from(["", "2018", "2018-11", "2018-11-10"]),
    until=st.sampled_from(["", "2018", "2018-11-20"]),
)


def said(corpus: CorpusGraph) -> set[tuple[str, str, str]]:
    return {(str(s.subject), s.relation, s.object if isinstance(s.object, str) else "") for s in corpus.statements}


@settings(deadline=None)
@given(SELECTIONS)
def test_what_is_left_is_whole(wanted: Selection) -> None:
    assert_whole(*selected(*large(), wanted))


def assert_whole(corpus: CorpusGraph, graphs: Iterable[DocumentGraph]) -> None:
    graphs = tuple(graphs)
    local = {Member(graph.document.id, entity.id) for graph in graphs for entity in graph.entities}
    claims = {claim.id for graph in graphs for claim in graph.claims}
    entities = {entity.id for entity in corpus.entities}
    for statement in corpus.statements:
        values = (statement.subject, statement.object, *(q.value for q in statement.qualifiers))
        assert {value for value in values if isinstance(value, str)} <= entities
        assert claims >= {*statement.asserted_by, *statement.negated_by}
    for graph in graphs:
        for claim in graph.claims:
            values = (
                claim.subject,
                claim.object,
                *claim.attributed_to,
                *claim.via,
                *(q.value for q in claim.qualifiers),
            )
            assert local >= {Member(graph.document.id, value) for value in values if isinstance(value, str)}
        assert local >= {Member(graph.document.id, mention.entity) for mention in graph.mentions}
    for entity in corpus.entities:
        assert entity.members
        assert local >= {*entity.members}
    statements = {statement.id for statement in corpus.statements}
    assert statements >= {id for conflict in corpus.conflicts for id in conflict.between}


def test_nothing_asked_for_is_every_statement() -> None:
    corpus, graphs = large()
    assert selected(corpus, graphs, Selection())[0].statements == corpus.statements


def chain() -> tuple[CorpusGraph, list[DocumentGraph]]:
    """Ann beat Bo, Bo beat Cy, Cy beat Dee."""
    names = ["Ann", "Bo", "Cy", "Dee"]
    graphs = []
    for number, (one, other) in enumerate(pairwise(names)):
        article = Article(f"{one} beat {other}.", f"{number}.txt", Literal(f"2018-1{number}-01", "date"))
        article.claim("defeated", "beat", article.entity(one), article.entity(other))
        graphs.append(article.graph())
    return fuse(graphs)


@pytest.mark.parametrize(
    ("wanted", "pairs"),
    [
        (Selection(around="Ann"), "ann-bo"),
        (Selection(around="Ann", hops=2), "ann-bo bo-cy"),
        (Selection(around="Ann", hops=9), "ann-bo bo-cy cy-dee"),
        (Selection(around="ent:cy"), "bo-cy cy-dee"),
        (Selection(sources=("0.txt", "2.txt")), "ann-bo cy-dee"),
        (Selection(sources=("0.txt",), around="Cy"), ""),
        (Selection(statuses=(Status.REPORTED,)), "ann-bo bo-cy cy-dee"),
        (Selection(statuses=(Status.DENIED,)), ""),
        (Selection(since="2018-11"), "bo-cy cy-dee"),
        (Selection(since="2018-11-02"), "cy-dee"),
        (Selection(until="2018-11"), "ann-bo bo-cy"),
        (Selection(since="2018", until="2018"), "ann-bo bo-cy cy-dee"),
        (Selection(since="2019"), ""),
    ],
)
def test_what_is_selected(wanted: Selection, pairs: str) -> None:
    corpus, _ = selected(*chain(), wanted)
    assert {f"{one}-{other}" for one, _, other in said(corpus)} == {*pairs.split()}


def test_its_own_dates_come_before_the_article_s() -> None:
    article = Article("Ann beat Bo in 2001.", issued=Literal("2018-11-22", "date"))
    when = Qualifier("date", Literal("2001", "gYear"))
    article.claim("defeated", "beat", article.entity("Ann"), article.entity("Bo"), qualifiers=(when,))
    corpus, graphs = fuse([article.graph()])
    dated = replace(corpus.statements[0], earliest="2001-01-01", latest="2001-12-31")
    known = replace(corpus, statements=(dated,))
    assert selected(known, graphs, Selection(since="2001-06", until="2001-07"))[0].statements == (dated,)
    assert not selected(known, graphs, Selection(since="2018"))[0].statements


def test_without_any_date_it_is_of_no_time() -> None:
    article = Article("Ann beat Bo.")
    article.claim("defeated", "beat", article.entity("Ann"), article.entity("Bo"))
    assert not selected(*fuse([article.graph()]), Selection(since="1000"))[0].statements


def test_receipts_of_all_articles_stay() -> None:
    corpus, graphs = selected(*fuse(election()), Selection(sources=("a/one.txt",), statuses=(Status.REPORTED,)))
    (both,) = (s for s in corpus.statements if s.relation == "defeated")
    assert both.documents == len(graphs) == 2


@pytest.mark.parametrize("day", ["2018-13", "2018-02-30", "2018-1", "18", "0000", "٢٠١٨", "2018-11-22T10", "2018\n"])
def test_what_is_no_date_is_told(day: str) -> None:
    with pytest.raises(ValueError, match="is no date such as 2018, 2018-11 or 2018-11-22"):
        Selection(since=day)
    with pytest.raises(ValueError, match="is no date such as"):
        Selection(since="2018", until=day)


def test_no_hop_is_told() -> None:
    with pytest.raises(ValueError, match="not 0"):
        Selection(around="Ann", hops=0)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(UnknownName, match="the nearest name is “Ann Lee”"):
        selected(*fuse(election()), Selection(around="Ann Leee"))
