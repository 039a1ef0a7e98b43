"""What `queries/` answers, row by row."""

import re

import pyoxigraph as ox
import pytest
from rdflib import Graph, Variable

from kg.ids import slug
from kg.query import Query, ResultTable, named_queries, run
from kg.query.human import readable
from kg.rdf import prefixes
from kg.resolve import resolve
from kg.store import Store
from tests.query import aftermath, dispute

ONE = "Ann Lee, 57, beat Bo Berg by 101 votes to 61 in Oslo. Berg did not resign from Unity."
TWO = "Spokesman Cy Cole said Ann Lee had beaten Bo Berg. Experts fear Lee would leave Unity."
IN_ONE, IN_TWO, IN_THREE = ("a/one.txt", ONE), ("a/two.txt", TWO), ("b/three.txt", " ".join(aftermath.TEXT.split()))
IN_OLD, IN_NEW = ("c/old.txt", dispute.BEFORE), ("c/new.txt", dispute.AFTER)
CONFLICT = f"conflict:{resolve(dispute.dispute()).conflicts[0].id}"

EXPECTED = {
    "anticipated": [
        ("Ann Lee", "leave", "Unity", "", "Hypothetical", "Experts", *IN_TWO),
        ("Flo Fox", "not visits", "Oslo", "", "Possible", "Ed Eng", *IN_THREE),
    ],
    "changes": [
        ("changed count", "Rovers", "member count 20", f"member count {number}", "2018-11-22", "2023-09-07")
        for number in (30, 31)
    ],
    "conflicts": [
        ("contradictory counts", "Rovers", "member count", "30", "", "", "Reported", *IN_NEW, CONFLICT),
        ("contradictory counts", "Rovers", "member count", "31", "", "Cy Cole", "Attributed", *IN_NEW, CONFLICT),
    ],
    "claimed-not-reported": [
        ("Rovers", "member count", "31", "", "Cy Cole", *IN_NEW),
        ("Unity", "dismissed", "Flo Fox", "", "Ed Eng", *IN_THREE),
    ],
    "denied": [("Bo Berg", "not resigned from", "Unity", "", "", "Denied", *IN_ONE)],
    "departures": [
        ("Flo Fox", "was dismissed", "Unity", "", "", "Attributed", *IN_THREE),
        ("Flo Fox", "went missing", "", "", "--05", "Reported", *IN_THREE),
        ("Gus Gray", "resigned", "", "envoy", "", "Reported", *IN_THREE),
    ],
    "entities": [
        ("Ann Lee", "Person", "4", "3", "ent:ann-lee"),
        ("Unity", "Organization", "3", "3", "ent:unity"),
        ("Bo Berg", "Person", "3", "2", "ent:bo-berg"),
        ("Cy Cole", "Person", "2", "2", "ent:cy-cole"),
        ("Oslo", "City", "2", "2", "ent:oslo"),
        ("Rovers", "Organization", "2", "2", "ent:rovers"),
        *((name, "Person", "1", "1", f"ent:{slug(name)}") for name in ("Dee Dahl", "Ed Eng", "Flo Fox", "Gus Gray")),
    ],
    "offices": [("Dee Dahl", "head", "Unity", "current", "", "", "Reported", *IN_THREE)],
    "single-source": [
        ("Ann Lee", "age", "57", "", "Reported", *IN_ONE),
        ("Dee Dahl", "criticizes", "Ann Lee", "the vote", "Reported", *IN_THREE),
        ("Dee Dahl", "has role at", "Unity", "head", "Reported", *IN_THREE),
        ("Flo Fox", "disappeared", "", "", "Reported", *IN_THREE),
        ("Gus Gray", "resigned from", "", "envoy", "Reported", *IN_THREE),
        ("Rovers", "member count", "20", "", "Reported", *IN_OLD),
        ("Rovers", "member count", "30", "", "Reported", *IN_NEW),
        ("Rovers", "member count", "31", "", "Attributed", *IN_NEW),
        ("Unity", "dismissed", "Flo Fox", "", "Attributed", *IN_THREE),
        ("", "defeated", "Unity", "", "Reported", *IN_THREE),
    ],
    "stances": [("Dee Dahl", "criticizes", "Ann Lee", "the vote", "Reported", *IN_THREE)],
    "who-defeated-whom": [
        ("Ann Lee", "Bo Berg", "101", "61", "Oslo", "", "Reported", *IN_ONE),
        ("Ann Lee", "Bo Berg", "", "", "Oslo", "", "Attributed", *IN_TWO),
        ("", "Unity", "", "", "", "", "Reported", *IN_THREE),
    ],
    "who-said-what": [
        ("Cy Cole", "said", "Ann Lee", "defeated", "Bo Berg", "", "Attributed", *IN_TWO),
        ("Cy Cole", "said", "Rovers", "member count", "31", "", "Attributed", *IN_NEW),
        ("Ed Eng", "said", "Flo Fox", "not visits", "Oslo", "", "Anticipated", *IN_THREE),
        ("Ed Eng", "said", "Unity", "dismissed", "Flo Fox", "", "Attributed", *IN_THREE),
        ("Experts", "fear", "Ann Lee", "leave", "Unity", "", "Anticipated", *IN_TWO),
    ],
}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
class TestEveryQuery:
    def test_answers_as_expected(self, query: Query, store: Store) -> None:
        assert rows(query, store) == EXPECTED[query.name]

    def test_says_what_it_answers(self, query: Query, store: Store) -> None:
        assert query.title
        assert query.description.endswith(".")
        assert query.columns == answer(query, store).columns

    def test_answers_the_same_on_another_engine(self, query: Query, store: Store) -> None:
        """Nothing in it leans on what only Oxigraph does."""
        triples = ox.serialize({quad.triple for quad in store.quads()}, format=ox.RdfFormat.N_TRIPLES)
        found = Graph().parse(data=triples, format="nt").query(query.text, initNs=prefixes(store.names)).bindings
        other = [tuple(str(row.get(Variable(column), "")) for column in query.columns) for row in found]
        assert other == [tuple(readable(term, {}) for term in row) for row in answer(query, store).rows]

    def test_orders_its_rows_by_every_column(self, query: Query) -> None:
        _, _, order = query.text.rpartition("ORDER BY")
        assert set(query.columns) <= set(re.findall(r"\?(\w+)", order))


def test_none_is_missing() -> None:
    assert {query.name for query in named_queries()} == set(EXPECTED)


def answer(query: Query, store: Store) -> ResultTable:
    found = run(query, store, prefixes(store.names))
    assert isinstance(found, ResultTable)
    return found


def rows(query: Query, store: Store) -> list[tuple[str, ...]]:
    return [tuple(readable(term, prefixes(store.names)) for term in row) for row in answer(query, store).rows]


def test_copies_of_one_text_are_a_single_source(copied: Store) -> None:
    (query,) = (query for query in named_queries() if query.name == "single-source")
    assert [row[:3] for row in rows(query, copied)] == [("Ann Lee", "defeated", "Bo Berg")] * 2
