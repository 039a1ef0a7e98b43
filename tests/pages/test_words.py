import pytest

from kg.model import Literal, Qualifier, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.words import MEANINGS, Words, printable
from tests.pages.corpora import small


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(Lookup.of(*small()), load_ontology())


def statement(
    relation: str,
    subject: str | None,
    object_: str | Literal | None,
    status: Status = Status.REPORTED,
    qualifiers: tuple[Qualifier, ...] = (),
) -> Statement:
    return Statement("s", relation, subject, object_, status, ("c",), (), 1, 1, qualifiers)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (statement("defeated", "ann-lee", "bo-berg"), "Ann Lee defeated Bo Berg"),
        (statement("disappeared", "ann-lee", None), "Ann Lee disappeared"),
        (statement("charged", None, "bo-berg"), "Bo Berg was charged"),
        (statement("charged", None, "bo-berg", Status.DENIED), "Bo Berg not: was charged"),
        (statement("rel:warn_about", None, "bo-berg"), "(not named) warn about Bo Berg"),
        (statement("age", "ann-lee", Literal("57", "integer")), "Ann Lee age 57"),
        (statement("resignedFrom", "bo-berg", "unity", Status.DENIED), "Bo Berg not: resigned from Unity"),
        (statement("meets", "ann-lee", "bo-berg", Status.DISPUTED), "Ann Lee disputed: meets Bo Berg"),
        (
            statement("meets", "ann-lee", "bo-berg", qualifiers=(Qualifier("place", "oslo"),)),
            "Ann Lee meets Bo Berg (place: Oslo)",
        ),
    ],
)
def test_statement(words: Words, given: Statement, expected: str) -> None:
    assert words.statement(given) == expected


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\n b\t\u2028c", "a b c"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),
        ("naïve – 金正恩", "naïve – 金正恩"),
    ],
)
def test_printable(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


def test_every_status_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Status)
