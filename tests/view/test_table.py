import pytest

from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.words import Words
from kg.view import table
from kg.view.choose import choose
from tests.pages.corpora import large, small


def test_rows_stand_in_the_order_of_their_words() -> None:
    corpus, graphs = small()
    rows = table.rows(corpus.statements, Words(Lookup.of(corpus, graphs), load_ontology()))
    assert [(row.subject, row.relation, row.object) for row in rows] == [
        ("Ann Lee", "age", "57"),
        ("Ann Lee", "defeated", "Bo Berg"),
        ("Ann Lee", "leave", "Unity"),
        ("Bo Berg", "not: resigned from", "Unity"),
    ]
    assert rows[1].details == "place: Oslo; votes against: 61; votes for: 101"
    assert (rows[1].documents, rows[1].more) == (2, "1 more sentence")
    assert not rows[0].others


def test_too_many_statements_for_a_page_leave_those_that_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 20)
    corpus, graphs = large()
    few = choose(corpus, Lookup.of(corpus, graphs), 8)
    listed = {statement.id for statement in table.listed(corpus, few)}
    assert len(listed) == 20
    assert few.statements <= listed
    every = choose(corpus, Lookup.of(corpus, graphs), 60)
    assert len(table.listed(corpus, every)) == len(corpus.statements)
