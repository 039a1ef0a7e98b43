"""`kg describe` and `kg schema`."""

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


@pytest.fixture
def store(built: Path, monkeypatch: pytest.MonkeyPatch, kg: Kg) -> Path:
    """The seeds, which `KG_STORE` names."""
    monkeypatch.setenv("KG_STORE", str(built / "store"))
    return built / "store"


def test_all_that_is_known_stands_there_with_its_sources(store: Path, kg: Kg) -> None:
    result = kg("describe", "prokopchuk")
    assert (result.code, result.stderr) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "Alexander Prokopchuk  person  ent:alexander-prokopchuk"
    assert {"Offices", "Stances", "Law", "Articles, the newest first"} <= set(lines)
    assert sum("  st:" in line for line in lines) == int(lines[2].split("; ")[1].split()[0])
    assert all(below.startswith("    - ") for line, below in pairwise(lines) if "  st:" in line)


def test_what_is_at_odds_is_told(store: Path, kg: Kg) -> None:
    out = kg("describe", "Interpol").out
    assert "changed count\n    - Interpol number of members 194\n    - Interpol number of members 195\n" in out


def test_json_says_the_same(store: Path, kg: Kg) -> None:
    (about,) = json.loads(kg("describe", "Interpol", "--format", "json").out)
    assert (about["entity"], about["kind"], about["articles"]) == ("interpol", "Organization", 4)
    assert about["all_statements"] == len(about["statements"])
    assert all(statement["sources"] for statement in about["statements"])
    assert [one["kind"] for one in about["disagreements"]] == ["changed count"]


@pytest.mark.parametrize(("name", "said"), [("Intrepol", "“Interpol”"), ("ent:x", "no entity is called")])
def test_a_name_that_nobody_has_is_told(name: str, said: str, store: Path, kg: Kg) -> None:
    result = kg("describe", name)
    assert (result.code, result.stdout) == (1, b"")
    assert said in result.stderr


def test_the_schema_as_a_table_and_as_data(store: Path, kg: Kg) -> None:
    assert kg("schema").out.startswith("kind ")
    result = kg("schema", "--open", 2, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert [row["kind"] for row in rows].count("open relation") == 2
    assert {row["term"].rpartition("#")[2] for row in rows} >= {"Person", "hasRoleAt", "votesFor"}
    assert "more open relations are not shown" in result.stderr
    assert kg("schema", "--format", "turtle").code == 6
