"""What `queries/` answers, row by row."""

import re

import pyoxigraph as ox
import pytest
from rdflib import Graph, Variable

from kg.ids import slug
from kg.query import Names, Query, ResultTable, load_query, named_queries, narrowed, parameters, run
from kg.query.human import readable
from kg.rdf import prefixes
from kg.resolve import resolve
from kg.store import Store
from tests.golden.examples import example
from tests.golden.outputs import ROOT
from tests.query import affairs, aftermath, dispute

ONE = "Ann Lee, 57, beat Bo Berg by 101 votes to 61 in Oslo. Berg did not resign from Unity."
TWO = "Spokesman Cy Cole said Ann Lee had beaten Bo Berg. Experts fear Lee would leave Unity."
IN_ONE, IN_TWO, IN_THREE = ("a/one.txt", ONE), ("a/two.txt", TWO), ("b/three.txt", " ".join(aftermath.TEXT.split()))
IN_OLD, IN_NEW = ("c/old.txt", dispute.BEFORE), ("c/new.txt", dispute.AFTER)
IN_FOUR, IN_FIVE = ("d/four.txt", affairs.TEXT), ("d/five.txt", affairs.TEXT + affairs.REST)
CONFLICT = f"conflict:{resolve(dispute.dispute()).conflicts[0].id}"

GIVEN = {
    "statements-about": {"about": "Ann Lee"},
    "relations-between": {"one": "Berg", "other": "ann lee"},
    "timeline": {"of": "Hal Hay", "since": "2018"},
    "career": {"of": "Gus Gray"},
    "who-held-office": {"at": "Unity", "office": "head"},
    "sources-of": {"about": "Bo Berg", "verb": "defeated", "with": "Ann Lee"},
    "what-does-source-say": {"source": "two"},
    "co-mentions": {"with": "Cy Cole"},
}
OF_AFFAIRS = (
    "arrests-and-charges",
    "encounters",
    "kin",
    "near-duplicates",
    "not-used",
    "ownership-and-money",
    "timeline",
)
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
        ("Ann Lee", "Person", "3", "3", "ent:ann-lee"),
        ("Unity", "Organization", "3", "3", "ent:unity"),
        ("Bo Berg", "Person", "2", "2", "ent:bo-berg"),
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
    "appointments": [
        ("Unity", "dismissed", "Flo Fox", "", "", "Attributed", *IN_THREE),
    ],
    "arrests-and-charges": [
        ("Acme", "not sues", "Mordor", "", "", "", "", "Denied", *IN_FIVE),
        ("Acme", "not sues", "Mordor", "", "", "", "", "Denied", *IN_FOUR),
        ("Hal Hay", "arrested", "Mordor", "fraud", "", "", "", "Reported", *IN_FIVE),
        ("Hal Hay", "arrested", "Mordor", "fraud", "", "", "", "Reported", *IN_FOUR),
    ],
    "articles": [
        ("2023-09-07", "", "", "2", "c/new.txt", "doc:f133e71576aea61f"),
        ("2018-11-22", "", "", "3", "a/one.txt", "doc:3de80dbbb7f26aea"),
        ("2018-11-22", "", "", "1", "c/old.txt", "doc:49b0b230ed35007e"),
        ("", "", "", "2", "a/two.txt", "doc:b79c7fc3803872d6"),
        ("", "", "", "7", "b/three.txt", "doc:3184f8de95975413"),
    ],
    "career": [
        ("", "", "", "resigned from", "", "envoy", "", "Reported", *IN_THREE),
    ],
    "co-mentions": [
        ("Ann Lee", "Person", "1", "ent:ann-lee"),
        ("Bo Berg", "Person", "1", "ent:bo-berg"),
        ("Rovers", "Organization", "1", "ent:rovers"),
        ("Unity", "Organization", "1", "ent:unity"),
    ],
    "corroborated": [
        ("2", "2", "Reported", "Ann Lee", "defeated", "Bo Berg", "", "st:f5362fe3a134db9d"),
    ],
    "encounters": [
        ("Hal Hay", "meets", "Ida Hay", "Bree", "2019", "Reported", *IN_FIVE),
        ("Hal Hay", "meets", "Ida Hay", "Bree", "2019", "Reported", *IN_FOUR),
    ],
    "kin": [
        ("Hal Hay", "sibling of", "Ida Hay", "", "Reported", *IN_FIVE),
        ("Hal Hay", "sibling of", "Ida Hay", "", "Reported", *IN_FOUR),
    ],
    "members-count": [
        ("Rovers", "20", "2018-11-22", "", "Reported", *IN_OLD),
        ("Rovers", "30", "2023-09-07", "", "Reported", *IN_NEW),
        ("Rovers", "31", "2023-09-07", "Cy Cole", "Attributed", *IN_NEW),
    ],
    "most-quoted": [
        ("Cy Cole", "Person", "2", "2", "ent:cy-cole"),
        ("Ed Eng", "Person", "2", "1", "ent:ed-eng"),
        ("Experts", "Group", "1", "1", "ent:experts-d2335a80"),
    ],
    "near-duplicates": [
        ("d/four.txt", "2020-01-02", "", "d/five.txt", "2020-01-03", ""),
    ],
    "not-used": [
        ("d/five.txt", "163", "boilerplate: call to subscribe", "Subscribe now."),
    ],
    "open-relations": [
        ("leave", "1", "0", "rel:leave"),
    ],
    "ownership-and-money": [
        ("Acme", "acquired", "Bolt", "5000000", "USD", "", "Reported", *IN_FIVE),
        ("Acme", "acquired", "Bolt", "5000000", "USD", "", "Reported", *IN_FOUR),
    ],
    "people": [
        ("Ann Lee", "age", "57", "", "Reported", *IN_ONE),
    ],
    "places": [
        ("Oslo", "Ann Lee", "defeated", "Bo Berg", "", "Reported", "2", "st:f5362fe3a134db9d"),
    ],
    "possible-matches": [],
    "relations-between": [
        ("Ann Lee", "defeated", "Bo Berg", "", "", "Reported", *IN_ONE),
        ("Ann Lee", "defeated", "Bo Berg", "", "Cy Cole", "Attributed", *IN_TWO),
    ],
    "sources-of": [
        ("Ann Lee", "defeated", "Bo Berg", "", "", "Cy Cole", "", "Attributed", *IN_TWO),
        ("Ann Lee", "defeated", "Bo Berg", "", "2018-11-22", "", "", "Reported", *IN_ONE),
    ],
    "statements-about": [
        ("Reported", "Ann Lee", "defeated", "Bo Berg", "", "", "2", "2", "st:f5362fe3a134db9d"),
        ("Reported", "Ann Lee", "age", "57", "", "", "1", "1", "st:e23cfb188c2399e4"),
        ("Anticipated", "Ann Lee", "leave", "Unity", "", "", "1", "1", "st:0ff02a5ee7c92097"),
        ("Reported", "Dee Dahl", "criticizes", "Ann Lee", "the vote", "", "1", "1", "st:2e2eb5d49e128c59"),
    ],
    "timeline": [
        ("2019", "2019-01-01", "2019-12-31", "Reported", "Hal Hay", "meets", "Ida Hay", "", "1", "st:495f7d12443ec8a6"),
    ],
    "unnamed-sources": [
        ("Experts", "fear", "Ann Lee", "leave", "Unity", "", "Anticipated", *IN_TWO),
    ],
    "votes": [
        ("Ann Lee", "defeated", "Bo Berg", "101", "61", "", "Reported", *IN_ONE),
    ],
    "what-does-source-say": [
        ("0", "Ann Lee", "defeated", "Bo Berg", "", "Cy Cole", "Certain", "Attributed", IN_TWO[1]),
        ("0", "Ann Lee", "leave", "Unity", "", "Experts", "Hypothetical", "Anticipated", IN_TWO[1]),
    ],
    "who-held-office": [
        ("head", "Dee Dahl", "current", "", "", "", "Reported", *IN_THREE),
    ],
}


@pytest.fixture
def asked(query: Query, store: Store, printed_twice: Store) -> tuple[Query, Store]:
    """The query with what must be given, and the store that has an answer to it."""
    one = printed_twice if query.name in OF_AFFAIRS else store
    return narrowed(query, GIVEN.get(query.name, {}), Names(one, prefixes(one.names))), one


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
class TestEveryQuery:
    def test_answers_as_expected(self, query: Query, asked: tuple[Query, Store]) -> None:
        assert rows(*asked) == EXPECTED[query.name]

    def test_finds_something_here_or_in_the_seeds(self, query: Query) -> None:
        golden = (ROOT / "tests" / "golden" / "queries" / f"{query.name}.csv").read_text()
        assert EXPECTED[query.name] or golden.count("\n") > 1

    def test_says_what_it_answers(self, query: Query, asked: tuple[Query, Store]) -> None:
        assert query.title
        assert query.description.endswith(".")
        assert query.columns == answer(*asked).columns

    def test_answers_the_same_on_another_engine(self, query: Query, asked: tuple[Query, Store]) -> None:
        """Nothing in it leans on what only Oxigraph does."""
        bound, store = asked
        triples = ox.serialize({quad.triple for quad in store.quads()}, format=ox.RdfFormat.N_TRIPLES)
        found = Graph().parse(data=triples, format="nt").query(bound.text, initNs=prefixes(store.names)).bindings
        other = [tuple(str(row.get(Variable(column), "")) for column in query.columns) for row in found]
        assert other == [tuple(readable(term, {}) for term in row) for row in answer(*asked).rows]

    def test_orders_its_rows_by_every_column(self, query: Query) -> None:
        _, _, order = query.text.rpartition("ORDER BY")
        assert set(query.columns) <= set(re.findall(r"\?(\w+)", order))

    def test_has_an_example_of_each_kind_of_value_that_must_be_given(self, query: Query) -> None:
        required = {parameter.name for parameter in parameters(query) if parameter.required}
        assert required <= example(query).keys() <= {parameter.name for parameter in parameters(query)}


@pytest.mark.parametrize(
    ("name", "given", "left"),
    [
        ("who-said-what", {"about": "Oslo"}, [("Ed Eng", "said")]),
        ("who-said-what", {"by": "Cy Cole", "since": "2020"}, [("Cy Cole", "said")]),
        ("who-said-what", {"until": "2022"}, []),
        ("entities", {"at_least": "3"}, [("Ann Lee", "Person"), ("Unity", "Organization")]),
        ("articles", {"about": "Rovers", "until": "2018-11"}, [("2018-11-22", "")]),
        ("statements-about", {"about": "Unity", "only": "denied"}, [("Denied", "Bo Berg")]),
        ("statements-about", {"about": "Unity", "verb": "leave"}, [("Anticipated", "Ann Lee")]),
        ("stances", {"by": "Dee Dahl", "towards": "Ann Lee"}, [("Dee Dahl", "criticizes")]),
        ("stances", {"by": "Ann Lee"}, []),
        ("offices", {"at": "Oslo"}, []),
        ("denied", {"about": "Ann Lee"}, []),
        ("conflicts", {"about": "Rovers"}, [("contradictory counts", "Rovers")] * 2),
        ("conflicts", {"about": "Ann Lee"}, []),
        ("not-used", {"of": "one"}, []),
    ],
)
def test_parameters_leave_rows_out(name: str, given: dict[str, str], left: list[tuple[str, ...]], store: Store) -> None:
    query = narrowed(load_query(name), given, Names(store, prefixes(store.names)))
    assert [row[:2] for row in rows(query, store)] == left


def test_a_phrase_with_the_name_in_it_counts_once(phrased: Store) -> None:
    assert rows(load_query("entities"), phrased) == [("Ann Lee", "Person", "2", "1", "ent:ann-lee")]


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
