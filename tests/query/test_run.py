"""What is asked, and in what order the answer comes."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.ids import Names
from kg.query import Answer, ResultTable, load_query, run
from kg.store import Store, WritableStore

EX = "https://example.org/"
NAMES = Names()
PREFIXES = {"ex": EX, "doc": NAMES.document("")}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """`ex:a ex:p 1 … 9` in the graphs of documents "1" … "9", and `ex:a ex:p 0` in the default graph."""

    def quad(number: int, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
        integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
        return ox.Quad(ox.NamedNode(EX + "a"), ox.NamedNode(EX + "p"), ox.Literal(str(number), datatype=integer), graph)

    with WritableStore.opened(tmp_path, NAMES) as store:
        store.add([quad(number, ox.NamedNode(NAMES.document(str(number))))] for number in range(1, 10))
        store.replace_default_graph([quad(0, ox.DefaultGraph())])
        store.publish()
    return tmp_path


def ask(path: Path, text: str) -> Answer:
    with Store.reading(path) as store:
        return run(load_query(text), store, PREFIXES)


def numbers(path: Path, text: str) -> list[int]:
    answer = ask(path, text)
    assert isinstance(answer, ResultTable)
    return [int(row[-1].value) for row in answer.rows if isinstance(row[-1], ox.Literal)]


def test_all_graphs_are_asked_unless_the_query_names_some(small: Path) -> None:
    assert numbers(small, "SELECT ?o { ex:a ex:p ?o }") == list(range(10))
    assert numbers(small, "SELECT ?o FROM doc:3 { ex:a ex:p ?o }") == [3]
    assert numbers(small, "SELECT ?o { GRAPH doc:3 { ex:a ex:p ?o } }") == [3]
    assert numbers(small, "SELECT ?from { ex:a ex:p ?from }") == list(range(10))


def test_rows_come_as_ordered_or_else_sorted(small: Path) -> None:
    assert numbers(small, "SELECT ?o { ex:a ex:p ?o } ORDER BY DESC(?o)") == list(range(9, -1, -1))
    assert numbers(small, "SELECT (9 - ?o AS ?rest) ?o { ex:a ex:p ?o }") == list(range(9, -1, -1))


def test_prefixes_hold_unless_the_query_has_its_own(small: Path) -> None:
    assert ask(small, "ASK { ex:a ?p ?o }") == ResultTable(boolean=True)
    assert ask(small, "PREFIX ex: <x:> ASK { ex:a ?p ?o }") == ResultTable(boolean=False)


@pytest.mark.parametrize("text", ["CONSTRUCT { ?s ex:q ?o } { ?s ?p ?o }", "DESCRIBE ex:a"])
def test_triples_come_sorted_and_once(small: Path, text: str) -> None:
    answer = ask(small, text)
    assert isinstance(answer, tuple)
    assert [triple.object.value for triple in answer if isinstance(triple.object, ox.Literal)] == list("0123456789")


def test_what_the_engine_cannot_do_is_said(small: Path) -> None:
    with pytest.raises(QueryError, match=r"cannot be run: The custom function <https://example\.org/f> is not"):
        ask(small, "SELECT (ex:f(1) AS ?x) {}")
