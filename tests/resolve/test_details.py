"""What claims say of the details, and what the statement says then."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import DocumentGraph, Literal, Polarity, Qualifier, Statement, Status
from kg.resolve import resolve
from tests.samples import Article

Told = tuple[str, str]
"""How a claim says it, and its details: "says" in its own voice, "cites" a speaker, "denies" or "expects" it."""

KINDS = {"Oslo": "City", "Bergen": "City", "Springfield": "City", "Lagos": "City", "Bavaria": "Place"} | dict.fromkeys(
    ("Norway", "Nigeria", "Germany"), "Country"
)

CASES: dict[str, tuple[list[Told], str]] = {
    "a month and one of its days": ([("says", "asOf 2018-11"), ("says", "asOf 2018-11-21")], "asOf 2018-11-21"),
    "a year and two of its days": (
        [("says", "asOf 2018"), ("says", "asOf 2018-11-21"), ("says", "asOf 2018-12-01")],
        "asOf 2018-11-21, asOf 2018-12-01",
    ),
    "two days": ([("says", "asOf 2018-11-21"), ("says", "asOf 2018-11-22")], "asOf 2018-11-21, asOf 2018-11-22"),
    "a day without its year, and a year": (
        [("says", "asOf --11-21"), ("says", "asOf 2018")],
        "asOf --11-21, asOf 2018",
    ),
    "beginnings by their grain": ([("says", "startDate 2015"), ("says", "startDate 2015-03")], "startDate 2015-03"),
    "a beginning and an end": ([("says", "startDate 2015"), ("says", "endDate 2018")], "endDate 2018, startDate 2015"),
    "a month in its own voice, a day of a speaker's": (
        [("says", "asOf 2018-11"), ("cites", "asOf 2018-11-21")],
        "asOf 2018-11",
    ),
    "what only a speaker gives": ([("says", ""), ("cites", "asOf 2018-11-21")], "asOf 2018-11-21"),
    "a city and its country": ([("says", "place Oslo"), ("says", "place Norway")], "place Oslo"),
    "a region and its country": ([("says", "place Bavaria"), ("says", "place Germany")], "place Bavaria"),
    "a city and another country": ([("says", "place Lagos"), ("says", "place Norway")], "place Lagos, place Norway"),
    "a country, and its city of a speaker's": ([("says", "place Norway"), ("cites", "place Oslo")], "place Norway"),
    "two cities of one country": (
        [("says", "place Oslo"), ("says", "place Bergen"), ("says", "place Norway")],
        "place Bergen, place Oslo",
    ),
    "votes for alone, and both": (
        [("says", "votesFor 101"), ("says", "votesFor 101, votesAgainst 61")],
        "votesAgainst 61, votesFor 101",
    ),
    "votes against of a speaker who agrees": (
        [("says", "votesFor 101"), ("cites", "votesFor 101, votesAgainst 61")],
        "votesAgainst 61, votesFor 101",
    ),
    "votes against of a speaker who does not": (
        [("says", "votesFor 101"), ("cites", "votesFor 110, votesAgainst 61")],
        "votesFor 101",
    ),
    "two counts": (
        [("says", "votesFor 101, votesAgainst 61"), ("says", "votesFor 110, votesAgainst 52")],
        "votesAgainst 52, votesAgainst 61, votesFor 101, votesFor 110",
    ),
    "a currency that goes with another amount": (
        [("says", "amount 5"), ("cites", "amount 4, currency EUR")],
        "amount 5",
    ),
    "an amount with its currency": (
        [("says", "amount 5"), ("cites", "amount 5, currency EUR")],
        "amount 5, currency EUR",
    ),
    "titles by their normal form": (
        [("says", "title Vice-Presidents"), ("says", "title vice president")],
        "title vice president",
    ),
    "a tenure that all give": ([("says", "tenure former"), ("cites", "tenure former")], "tenure former"),
    "a tenure that one gives": ([("says", "tenure former"), ("says", "")], ""),
    "two tenures": ([("says", "tenure former"), ("says", "tenure acting")], ""),
    "the tenure of what is denied": ([("says", ""), ("denies", "tenure former")], ""),
    "texts": ([("says", "reason debt"), ("says", "reason heavy debt")], "reason debt, reason heavy debt"),
    "a detail of what is denied": ([("says", ""), ("denies", "place Bergen")], ""),
    "a denial alone": ([("denies", "place Bergen")], "place Bergen"),
    "a plan and a report": ([("says", ""), ("expects", "place Bergen")], "place Bergen"),
    "a plan that came otherwise": ([("says", "place Oslo"), ("expects", "place Bergen")], "place Oslo"),
}


def article(number: int, how: str, told: str) -> DocumentGraph:
    made = Article(f"Article {number}: Cy Cole, who says so, has it that Ann Lee leads Unity.")
    ann, unity, cole = made.entity("Ann Lee"), made.entity("Unity", "Organization"), made.entity("Cy Cole")
    made.claim(
        "rel:lead",
        "leads",
        ann,
        unity,
        polarity=Polarity.NEGATIVE if how == "denies" else Polarity.POSITIVE,
        speaker=cole if how == "cites" else None,
        cue="says so" if how == "cites" else None,
        status=Status.ANTICIPATED if how == "expects" else None,
        qualifiers=tuple(qualifier(made, *pair.split(" ", 1)) for pair in told.split(", ") if pair),
    )
    return made.graph()


def qualifier(made: Article, name: str, value: str) -> Qualifier:
    if name == "place":
        return Qualifier(name, made.entity(value, KINDS[value]))
    number = value.isdecimal() and name not in ("startDate", "endDate", "asOf")
    return Qualifier(name, Literal(value, "integer" if number else "string"))


def fused(told: Iterable[Told]) -> Statement:
    (statement,) = resolve([article(number, *one) for number, one in enumerate(told)]).statements
    return statement


def said(statement: Statement) -> str:
    values = ((q.name, q.value.text if isinstance(q.value, Literal) else q.value.title()) for q in statement.qualifiers)
    return ", ".join(f"{name} {value}" for name, value in values)


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES)
def test_details(told: list[Told], expected: str) -> None:
    assert said(fused(told)) == expected


ANY = [one for told, _ in CASES.values() for one in told]


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=6), st.data())
def test_no_order_shows(told: list[Told], data: st.DataObject) -> None:
    assert said(fused(told)) == said(fused(data.draw(st.permutations(told))))


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=6))
def test_each_value_is_of_a_claim_or_its_normal_form(told: list[Told]) -> None:
    given_ones = {pair for _, pairs in told for pair in pairs.split(", ")} | {"title vice president"}
    assert {pair for pair in said(fused(told)).split(", ") if pair} <= given_ones


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=6), st.sampled_from(ANY))
def test_a_further_claim_never_lowers_the_number_of_documents(told: list[Told], one: Told) -> None:
    assert fused([*told, one]).documents == fused(told).documents + 1


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=6))
def test_bounds_are_in_order(told: list[Told]) -> None:
    statement = fused(told)
    assert (statement.earliest or "") <= (statement.latest or "9999")


def test_bounds_of_those_who_disagree_hold_all_that_is_said() -> None:
    statement = fused([("says", "startDate 2019"), ("says", "endDate 2018")])
    assert (statement.earliest, statement.latest) == ("2018-01-01", "2019-12-31")
