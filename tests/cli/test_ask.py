"""`kg ask`."""

import csv
import io
from pathlib import Path

import pytest

from kg.query import named_queries
from tests.cli.conftest import Kg


@pytest.fixture
def store(built: Path, monkeypatch: pytest.MonkeyPatch, kg: Kg) -> Path:
    """The seeds, which `KG_STORE` names."""
    monkeypatch.setenv("KG_STORE", str(built / "store"))
    return built / "store"


def test_without_a_name_all_are_listed_by_group(kg: Kg) -> None:
    lines = kg("ask").out.splitlines()
    assert {line.split()[0] for line in lines if line.startswith("  ")} == {query.name for query in named_queries()}
    assert {line.rstrip(":") for line in lines if line.endswith(":")} == {query.group for query in named_queries()}


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_help_tells_what_can_be_narrowed_down(name: str, kg: Kg) -> None:
    result = kg("ask", name, "--help")
    assert (result.code, result.stderr) == (0, "")
    assert f"\n    kg ask {name}" in result.out
    assert "Columns: " in result.out


def test_an_answer_is_narrowed_down(store: Path, kg: Kg) -> None:
    every = rows(kg("ask", "who-said-what", "--format", "csv").out)
    some = rows(kg("ask", "who-said-what", "--about", "russia", "--since", "2018-11", "--format", "csv").out)
    assert some
    assert [row for row in every if row in some] == some
    assert len(some) < len(every)
    assert all("Russia" in (row["subject"], row["object"]) for row in some)
    assert rows(kg("ask", "who-said-what", "--until", "2017", "--format", "csv").out) == []


def test_a_limit_is_told(store: Path, kg: Kg) -> None:
    result = kg("ask", "entities", "--limit", 2, "--format", "csv")
    assert len(rows(result.out)) == 2
    assert "2 of " in result.stderr


def test_the_store_of_kg_toml_is_asked(built: Path, here: Path, kg: Kg) -> None:
    (here / "kg.toml").write_text(f'store = "{built / "store"}"\n')
    assert kg("ask", "entities").code == 0


def test_a_query_of_ones_own_has_options_too(store: Path, here: Path, kg: Kg) -> None:
    (here / "mine.rq").write_text(
        "# param: of (entity, required): Whose.\nSELECT ?name { VALUES ?of { UNDEF } ?of rdfs:label ?name }"
    )
    assert kg("ask", "mine.rq", "--of", "interpol", "--format", "csv").out == "name\r\nInterpol\r\n"
    assert kg("ask", "mine.rq").code == 2


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("who-said-wat",), 2, "Did you mean 'who-said-what'"),
        (("who-said-what", "--abuot", "x"), 2, "--about"),
        (("who-said-what", "--about", "Rusia"), 1, "nearest: “Russia”"),
        (("who-said-what", "--since", "soon"), 6, "is not a date"),
        (("no-such-file.rq",), 6, "no query"),
    ],
)
def test_what_is_not_understood_is_told(args: tuple[str, ...], code: int, said: str, store: Path, kg: Kg) -> None:
    result = kg("ask", *args)
    assert (result.code, result.stdout) == (code, b"")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("kg ask who-", {"who-said-what", "who-defeated-whom"}),
        ("kg ask who-said-what --about Alexander", {"Alexander Prokopchuk"}),
        ("kg ask who-said-what --a", {"--about"}),
    ],
)
def test_shells_complete_names(
    typed: str, proposed: set[str], store: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    assert proposed <= set(kg().out.splitlines())


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
