"""In the order of time, with the grain of the text."""

import pytest

from kg.model import CorpusGraph, DocumentGraph, Literal, Qualifier
from kg.pages.naming import UnknownName
from kg.resolve import resolve
from kg.timeline import as_text, timeline
from tests.samples import Article

ISSUED = Literal("2018-11-22", "date")


def article(number: int, relation: str, object: str | Literal | None = None, **times: str) -> DocumentGraph:
    own = Article(f"Ann Lee, article {number}.", f"{number}.txt", ISSUED)
    end = own.entity(object, "Organization") if isinstance(object, str) else object
    details = tuple(Qualifier(name, Literal(value, "date")) for name, value in sorted(times.items()))
    own.claim(relation, "article", own.entity("Ann Lee"), end, qualifiers=details)
    return own.graph()


GRAPHS = [
    article(1, "disappeared", date="2018-09"),
    article(2, "elected", "Unity", date="2018-11-21"),
    article(3, "visits", "Unity", date="--11-21"),
    article(4, "hasRoleAt", "Unity", startDate="2016", endDate="2018"),
    article(5, "memberOf", "Unity"),
    article(6, "age", Literal("57", "integer")),
    article(7, "supports", "Unity", asOf="2018"),
]


def test_entries_are_in_the_order_of_time() -> None:
    found = timeline(resolve(GRAPHS), GRAPHS, "Ann Lee")
    assert [(entry.when, entry.statement.relation) for entry in found.entries] == [
        ("since 2016, until 2018", "hasRoleAt"),
        ("as of 2018", "supports"),
        ("Sep 2018", "disappeared"),
        ("21 Nov 2018", "elected"),
        ("as of 22 Nov 2018", "age"),
        ("21 Nov", "visits"),
    ]
    assert (found.undated, found.tentative) == (1, 0)


def test_no_order_of_articles_shows() -> None:
    assert timeline(resolve(GRAPHS), GRAPHS, "ann-lee") == timeline(resolve(GRAPHS[::-1]), GRAPHS[::-1], "Ann Lee")


def test_who_says_it_stands_below() -> None:
    text = as_text(timeline(resolve(GRAPHS), GRAPHS, "Unity")).plain
    assert text.startswith("Unity")
    assert "21 Nov 2018  Ann Lee elected Unity\n  Reported  st:" in text
    assert "  - in the article's own voice: 2.txt, 2018-11-22" in text
    assert text.endswith("Left out: 1 statements without a date, 0 that we may have misread.")


def test_nobody_of_that_name() -> None:
    with pytest.raises(UnknownName, match="the graph is empty"):
        timeline(CorpusGraph(), [], "Ann Lee")
