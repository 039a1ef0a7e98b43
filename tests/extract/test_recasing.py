"""Headlines in title case, as the parser gets to see them."""

import pytest

from kg.extract.recasing import recased

BODY = """
Ann Hill, who heads Apex Airways, said on Monday that the firm would sue the city of Lima over its new airport.
The judge, who had been appointed in May, is expected to hear what the firm and the city have to say for themselves.
"""
ENGLISH = frozenset(
    {"judge", "airport", "sue", "fine", "rejects", "plan", "over", "apex", "hill", "to", "a", "march", "against"}
)


def first_line(headline: str) -> str:
    return recased(headline + BODY, ENGLISH.__contains__).split("\n")[0]


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("Judge Rejects Plan for New Airport", "Judge rejects plan for new airport"),
        ("Apex Airways Sues Lima Over Airport", "Apex Airways sues Lima over airport"),  # a form of a word of the body
        ("Ann Hill's Firm Fined Over Airport", "Ann Hill's firm fined over airport"),  # a surname stays one
        ("Ann Lee-Hill Rejects Airport Plan", "Ann Lee-Hill rejects airport plan"),
        ("UN Judge Rejects Plan to Sue", "UN judge rejects plan to sue"),
        ("Judge to Hear a Plan on Monday", "Judge to hear a plan on Monday"),  # days keep their capital
        ("JUDGE REJECTS LIMA AIRPORT PLAN", "Judge rejects Lima airport plan"),
        (
            "Second Hill dies on Judge Apex Airport Plan",
            "Second Hill dies on Judge Apex Airport Plan",
        ),  # "dies" is small
        ("Judge rejects plan for new airport in Lima", "Judge rejects plan for new airport in Lima"),
        ("The Judge Rejects Plan for Airport.", "The Judge Rejects Plan for Airport."),  # a sentence is no headline
        ("Rejects 3, Plan 2, Airport 1, Judge 4", "Rejects 3, Plan 2, Airport 1, Judge 4"),  # a table
        ("Judge Plan (Airport), Over (Fine)", "Judge Plan (Airport), Over (Fine)"),
        ("Sue Plan", "Sue Plan"),
    ],
)
def test_only_names_keep_their_capital(headline: str, written: str) -> None:
    assert first_line(headline) == written


def test_no_letter_moves() -> None:
    text = "Ann Hill Sues Lima Over New Airport" + BODY
    assert len(recased(text, ENGLISH.__contains__)) == len(text)


def test_without_a_body_nothing_tells_names_from_words() -> None:
    assert recased("Apple Corps Sues Apple Computer", bool) == "Apple Corps Sues Apple Computer"
