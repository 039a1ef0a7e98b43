"""Answers as text."""

from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query import ResultFormat, ResultTable

ENT = "https://example.org/kg/entity/"
PREFIXES = {"kg": "https://example.org/kg/", "ent": ENT}
INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
TABLE = ResultTable(
    ("who", "what"),
    (
        (ox.NamedNode(ENT + "kim"), ox.Literal('said "yes, \n no"\t')),
        (None, ox.Literal("61", datatype=INTEGER)),
        (ox.NamedNode("x:other"), ox.Literal("\x1b[2J\u202eevil [bold]")),
    ),
)
terms = st.one_of(
    st.none(),
    st.text().map(ox.Literal),
    st.integers().map(lambda number: ox.Literal(str(number), datatype=INTEGER)),
    st.sampled_from(["en", "de-at"]).map(lambda language: ox.Literal("x", language=language)),
    st.from_regex(r"[a-z]+:[a-z/]*(#[a-z]*)?", fullmatch=True).map(ox.NamedNode),
)


def tables() -> st.SearchStrategy[ResultTable]:
    def of_width(width: int) -> st.SearchStrategy[ResultTable]:
        columns = tuple(f"c{number}" for number in range(width))
        return st.lists(st.tuples(*[terms] * width)).map(lambda rows: ResultTable(columns, tuple(rows)))

    return st.integers(0, 3).flatmap(of_width)


@given(tables())
def test_nothing_is_lost_on_the_way_to_a_writer(table: ResultTable) -> None:
    assert ResultTable.of(table.to_oxigraph()) == table


@pytest.mark.parametrize("boolean", [True, False])
def test_neither_are_yes_and_no(boolean: bool) -> None:
    assert ResultTable.of(ResultTable(boolean=boolean).to_oxigraph()) == ResultTable(boolean=boolean)


@given(tables())
def test_sorting_forgets_the_order(table: ResultTable) -> None:
    assert ResultTable(table.columns, table.rows[::-1]).sorted() == table.sorted()


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            ResultFormat.CSV,
            f'who,what\r\n{ENT}kim,"said ""yes, \n no""\t"\r\n,61\r\nx:other,\x1b[2J\u202eevil [bold]\r\n',
        ),
        (
            ResultFormat.TSV,
            f'?who\t?what\n<{ENT}kim>\t"said \\"yes, \\n no\\"\\t"\n\t61\n<x:other>\t"\x1b[2J\u202eevil [bold]"\n',
        ),
        (
            ResultFormat.TABLE,
            "who       what\n"
            "──────────────────────────\n"
            'ent:kim   said "yes, no"\n'
            "          61\n"
            "x:other   �[2J�evil [bold]\n",
        ),
        (
            ResultFormat.MARKDOWN,
            "| who | what |\n| --- | --- |\n"
            '| ent:kim | said "yes, no" |\n'
            "|  | 61 |\n"
            "| x:other | �\\[2J�evil \\[bold\\] |\n",
        ),
    ],
)
def test_each_format(format: ResultFormat, text: str) -> None:
    assert format.write(TABLE, PREFIXES).decode() == text


def test_json_is_that_of_sparql() -> None:
    assert ResultFormat.JSON.write(ResultTable(("a", "b"), ((None, ox.Literal("x")),)), {}) == (
        b'{"head":{"vars":["a","b"]},"results":{"bindings":[{"b":{"type":"literal","value":"x"}}]}}'
    )
    assert ResultFormat.JSON.write(ResultTable(boolean=True), {}) == b'{"head":{},"boolean":true}'


@given(tables())
def test_xml_can_be_read_whatever_is_in_it(table: ResultTable) -> None:
    root = ElementTree.fromstring(ResultFormat.XML.write(table, {}))  # noqa: S314 - our own
    assert len(root.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == len(table.rows)


@pytest.mark.parametrize(("boolean", "text"), [(True, b"yes\n"), (False, b"no\n")])
def test_people_get_yes_or_no(boolean: bool, text: bytes) -> None:
    assert ResultFormat.TABLE.write(ResultTable(boolean=boolean), {}) == text


def test_a_table_keeps_to_its_width() -> None:
    long = ResultTable(("sentence",), ((ox.Literal("word " * 50),),))
    assert max(map(len, ResultFormat.TABLE.write(long, {}, width=40).decode().splitlines())) <= 40


def test_media_types() -> None:
    assert [kind.media_type for kind in ResultFormat] == [
        "text/plain; charset=utf-8",
        "text/csv; charset=utf-8",
        "text/tab-separated-values; charset=utf-8",
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/markdown; charset=utf-8",
    ]
