"""A store from Python."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.notebook import Graph, Rows, Triples
from kg.notebook.values import IRI, value
from kg.pages.naming import UnknownName
from kg.pages.sources import UnknownSource

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def graph(built: Path) -> Iterator[Graph]:
    with kg.open(built / "store") as found:
        yield found


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, None),
        (ox.NamedNode("https://example.org/a"), IRI("https://example.org/a")),
        (ox.Literal("a"), "a"),
        (ox.Literal("-3", datatype=ox.NamedNode(XSD + "integer")), -3),
        (ox.Literal("ten", datatype=ox.NamedNode(XSD + "integer")), "ten"),
        (ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")), True),
        (ox.Literal("maybe", datatype=ox.NamedNode(XSD + "boolean")), "maybe"),
        (ox.Literal("2018-11", datatype=ox.NamedNode(XSD + "gYearMonth")), "2018-11"),
        (ox.Literal("2018-13-40", datatype=ox.NamedNode(XSD + "date")), "2018-13-40"),
        (ox.Literal("x", datatype=ox.NamedNode(XSD + "decimal")), "x"),
    ],
)
def test_terms_are_values(term: ox.NamedNode | ox.Literal | None, expected: object) -> None:
    assert value(term) == expected
    assert type(value(term)) is type(expected)


def test_each_kind_of_query_has_its_answer(graph: Graph) -> None:
    assert isinstance(graph.query("SELECT ?a { ?a kg:defeated ?b }"), Rows)
    assert graph.query("ASK { kg:nobody kg:defeated ?b }") is False
    assert isinstance(graph.query("DESCRIBE ent:kim-jong-yang"), Triples)
    with pytest.raises(TypeError, match="no SELECT"):
        graph.select("ASK {}")
    with pytest.raises(QueryError, match="line 1"):
        graph.query("SELECT ?a { ?a")
    with pytest.raises(QueryError, match="SERVICE"):
        graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }")


def test_questions_are_narrowed_down(graph: Graph) -> None:
    rows = graph.select("who-said-what", about="Kim Jong Yang")
    assert 0 < len(rows) < len(graph.select("who-said-what"))
    with pytest.raises(UnknownName, match="Prokopchuk"):
        graph.query("who-said-what", about="Prokopchok")
    with pytest.raises(QueryError, match="no parameter after: give one of"):
        graph.query("who-said-what", after="2018")


def test_frames_hold_columns_of_several_kinds(graph: Graph) -> None:
    rows = graph.select('SELECT ?a { VALUES ?a { 1 "two" kg:Three UNDEF } }')
    assert rows.column("a") == [None, 1, "two", IRI(graph.prefixes["kg"] + "Three")]
    assert rows.to_polars()["a"].to_list() == [None, "1", "two", graph.prefixes["kg"] + "Three"]
    assert len(rows.to_pandas()) == 4
    with pytest.raises(KeyError, match="there are a"):
        rows.column("b")


def test_a_table_in_a_notebook_is_safe_and_says_what_it_leaves_out(graph: Graph) -> None:
    rows = graph.select('SELECT ?a ("<script>" AS ?b) { ?a a kg:Claim }')
    shown = rows._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert f"50 of {len(rows)} rows" in shown
    assert "of" not in rows[:3]._repr_html_()


def test_the_page_in_a_notebook_is_shut_in(graph: Graph) -> None:
    shown = graph.view(title='"><b>')._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts" title="&#34;&gt;&lt;b&gt;"')
    assert shown.count("<") == 2


@pytest.mark.parametrize(
    "wanted",
    [
        {"around": "Kim Jong-yang", "hops": 2},
        {"sources": ["000_cabed86d941d2276.txt"]},
        {"statuses": ["Denied", "Anticipated"]},
        {"since": "2018-11-22"},
        {"until": "2018-11-20"},
    ],
    ids=lambda wanted: next(iter(wanted)),
)
def test_a_page_of_a_part_says_what_it_lacks(wanted: dict[str, Any], graph: Graph) -> None:
    whole, part = graph.view(), graph.view(**wanted)
    assert whole.left_out == ()
    assert [note.partition(":")[0] for note in part.left_out] == ["left out", "kept"]
    assert all(note[1:] in part.html for note in part.left_out)
    assert part.html != whole.html


@pytest.mark.parametrize(
    ("wanted", "error", "message"),
    [
        ({"around": "Prokopchok"}, UnknownName, "the nearest name"),
        ({"sources": ["nowhere.txt"]}, UnknownSource, "no article is called"),
        ({"hops": 0}, ValueError, "hops are 1 or more"),
        ({"since": "2018-13"}, ValueError, "is no date such as 2018"),
        ({"statuses": ["Sure"]}, ValueError, "'Sure' is not a valid Status"),
    ],
)
def test_what_no_page_can_be_made_of(
    wanted: dict[str, Any], error: type[Exception], message: str, graph: Graph
) -> None:
    with pytest.raises(error, match=message):
        graph.view(**wanted)


def test_both_libraries_hold_the_whole_graph(graph: Graph) -> None:
    network, quads = graph.to_networkx(), graph.to_rdflib()
    statements = graph.select("SELECT ?s { ?s a kg:Statement }")
    assert network.number_of_edges() == len(statements)
    exported = graph.select("SELECT ?s ?p ?o { ?s ?p ?o FILTER(?p != nif:isString) }")
    assert len(set(quads.quads((None, None, None, None)))) == len(exported)
    assert len(graph.to_rdflib(with_text=True)) - len(quads) == 4


def test_what_is_loaded_later_does_not_show(built: Path, graph: Graph) -> None:
    assert repr(graph) == f"<Graph of 4 articles in {built / 'store'}>"


def test_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg load"):
        kg.open(tmp_path / "none")
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        kg.shut  # noqa: B018


def test_the_package_imports_nothing_until_asked() -> None:
    code = "import sys, kg; print(sorted({'rdflib', 'spacy', 'networkx', 'pyoxigraph'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
