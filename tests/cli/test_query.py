"""`kg query`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

DEFEATS = "SELECT ?a ?b WHERE { ?a kg:defeated ?b } ORDER BY ?a"


@pytest.fixture
def store(built: Path, monkeypatch: pytest.MonkeyPatch, kg: Kg) -> Path:
    """The seeds, which `KG_STORE` names."""
    monkeypatch.setenv("KG_STORE", str(built / "store"))
    return built / "store"


def test_a_query_as_text_a_file_and_standard_input(store: Path, here: Path, kg: Kg) -> None:
    (here / "defeats.rq").write_text(DEFEATS)
    answer = kg("query", DEFEATS, "--format", "csv")
    assert answer.code == 0
    assert answer.out.startswith("a,b\r\n")
    assert "entity/kim-jong-yang,https://example.org/kg/entity/alexander-prokopchuk" in answer.out
    assert kg("query", "defeats.rq", "--format", "csv") == answer
    assert kg("query", "-", "--format", "csv", stdin=DEFEATS.encode()) == answer


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "xml", "markdown"])
def test_every_format_ends_with_a_line(format: str, store: Path, kg: Kg) -> None:
    result = kg("query", DEFEATS, "--format", format)
    assert (result.code, result.stderr) == (0, "")
    assert result.out.endswith("\n")
    assert not result.out.endswith("\n\n")


def test_json_is_json(store: Path, kg: Kg) -> None:
    assert json.loads(kg("query", DEFEATS, "--format", "json").out)["head"] == {"vars": ["a", "b"]}


def test_every_named_query_is_listed_and_runs(store: Path, kg: Kg) -> None:
    names = [line.split()[0] for line in kg("query", "--list").out.splitlines()]
    assert len(names) >= 10
    assert [kg("query", name).code for name in names] == [0] * len(names)


def test_construct_gives_turtle(store: Path, kg: Kg) -> None:
    text = "CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b . ?a kg:named true . ?b kg:named true }"
    assert "ent:kim-jong-yang kg:defeated ent:alexander-prokopchuk ." in kg("query", text).out


@pytest.mark.parametrize(
    ("format", "begins"),
    [("turtle", "@base"), ("ntriples", "<https:"), ("trig", "@base"), ("nquads", "<https:"), ("jsonld", "{")],
)
def test_triples_come_in_every_format_of_rdf(format: str, begins: str, store: Path, kg: Kg) -> None:
    result = kg("query", "CONSTRUCT WHERE { ?a kg:defeated ?b }", "--format", format)
    assert (result.code, result.stderr) == (0, "")
    assert result.out.startswith(begins)


@pytest.mark.parametrize(("text", "format"), [("CONSTRUCT WHERE { ?a kg:sues ?b }", "csv"), (DEFEATS, "turtle")])
def test_what_does_not_fit_an_answer_is_told_with_what_does(text: str, format: str, store: Path, kg: Kg) -> None:
    result = kg("query", text, "--format", format)
    assert (result.code, result.stdout) == (6, b"")
    assert f"not {format}: use " in result.stderr


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("no-such-query", "no query 'no-such-query'"),
        ("SELECT WHERE", "cannot be read at line 1"),
        ("DELETE WHERE { ?s ?p ?o }", "is an update"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "uses SERVICE"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(question: str, said: str, store: Path, kg: Kg) -> None:
    result = kg("query", question)
    assert (result.code, result.stdout) == (6, b"")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_empty_answer_says_why(store: Path, kg: Kg) -> None:
    result = kg("query", "SELECT ?a { ?a rdfs:label 'Meng Hongwe' ; kg:defeted ?b }", "--format", "csv")
    assert (result.code, result.out) == (0, "a\r\n")
    assert "nothing is called “Meng Hongwe”; nearest: “Meng Hongwei”" in result.stderr
    assert "nearest: kg:defeated" in result.stderr
    assert kg("query", "ASK { ?a kg:defeated ?b }").stderr == ""
    assert kg("query", "conflicts").stderr == ""
    assert "nothing in the store fits the whole query" in kg("query", "SELECT * { ?a kg:defeated ?a }").stderr
    assert kg("query", "ASK { ?a kg:defeated ?a }").stderr == ""


def test_standard_input_that_is_no_text_is_told(store: Path, kg: Kg) -> None:
    assert kg("query", "-", stdin=b"\xff\xfe").code == 6


def test_no_question_is_a_usage_error(store: Path, kg: Kg) -> None:
    assert kg("query").code == 2
