"""What a header declares, and that no value is ever read as SPARQL."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import Kind, Parameter, Query, named_queries, parameters
from kg.query.library import parse_query
from kg.query.parameters import bound

TEXT = """\
# param: about (entity, required): Whom it concerns.
# param: at_least (number): How many
#   there must be.
SELECT ?about ?at_least { VALUES ?about { UNDEF } VALUES ?at_least { 2 } }
"""


def test_the_header_declares_and_the_text_has_the_default() -> None:
    about, least = parameters(parse_query("q", TEXT))
    assert about == Parameter("about", Kind.ENTITY, "Whom it concerns.", required=True, default="")
    assert least == Parameter("at_least", Kind.NUMBER, "How many there must be.", required=False, default="2")
    assert (about.option, least.option) == ("--about", "--at-least")


@pytest.mark.parametrize(
    "text",
    [
        "# param: about\nASK { VALUES ?about { UNDEF } }",
        "# param: about (entty): Whom.\nASK { VALUES ?about { UNDEF } }",
        "# param: about (entity): Whom.\nASK { VALUES ?abuot { UNDEF } }",
    ],
)
def test_a_wrong_declaration_is_told(text: str) -> None:
    with pytest.raises(QueryError, match="q declares a parameter wrongly"):
        parameters(parse_query("q", text))


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_question_declares_each_of_its_parameters(query: Query) -> None:
    declared = parameters(query)
    assert query.group
    assert all(parameter.description.endswith(".") for parameter in declared)
    assert query.text.count("{ UNDEF }") >= len([one for one in declared if not one.default])


def answer(values: dict[str, ox.NamedNode | ox.Literal]) -> ox.QuerySolution:
    found = ox.Store().query(bound(parse_query("q", TEXT), values).text)
    assert isinstance(found, ox.QuerySolutions)
    solution: ox.QuerySolution = next(found)
    return solution


@given(st.text(), st.text())
def test_a_value_comes_out_as_it_went_in(one: str, other: str) -> None:
    values: dict[str, ox.NamedNode | ox.Literal] = {"about": ox.Literal(one), "at_least": ox.Literal(other)}
    row = answer(values)
    assert tuple(row) == (ox.Literal(one), ox.Literal(other))


@given(st.sampled_from(['" } VALUES ?at_least { UNDEF } #', "VALUES ?about { UNDEF }", "\\", "'''", "\n#"]))
def test_neither_does_one_that_looks_like_a_parameter(hostile: str) -> None:
    values: dict[str, ox.NamedNode | ox.Literal] = {"about": ox.Literal(hostile), "at_least": ox.Literal(hostile)}
    row = answer(values)
    assert tuple(row) == (ox.Literal(hostile), ox.Literal(hostile))


def test_what_is_not_given_keeps_its_default() -> None:
    assert answer({"about": ox.Literal("x")})["at_least"] == ox.Literal(2)
