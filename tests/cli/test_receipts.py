"""`kg explain` and `kg validate`."""

import shutil
from pathlib import Path

import pyoxigraph as ox

from tests.cli.conftest import Kg


def test_the_sentences_behind_a_defeat(built: Path, kg: Kg) -> None:
    result = kg("explain", "Kim Jong-yang", "Alexander Prokopchuk", "--store", built / "store")
    assert (result.code, result.stderr) == (0, "")
    assert "Kim Jong-yang defeated Alexander Prokopchuk" in result.out
    assert "101 votes to 61" in result.out


def test_a_statement_by_its_id(built: Path, kg: Kg) -> None:
    both = kg("explain", "Kim Jong-yang", "Alexander Prokopchuk", "--store", built / "store").out
    statement = next(word for word in both.split() if word.startswith("st:"))
    assert kg("explain", statement, "--store", built / "store").out in both


def test_a_name_that_nobody_has(built: Path, kg: Kg) -> None:
    result = kg("explain", "Kim Jong-yan", "Nobody", "--store", built / "store")
    assert result.code == 1
    assert "“Kim Jong-yang”" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_seeds_keep_to_every_shape(built: Path, kg: Kg) -> None:
    result = kg("validate", "--store", built / "store")
    assert result.code == 0
    *shapes, verdict = result.out.splitlines()
    assert verdict.startswith("The graph conforms")
    assert all(" nodes" in line for line in shapes)
    assert kg("validate", "--store", built / "store", "--quiet").out == ""


def test_what_breaks_a_shape_is_told(built: Path, here: Path, kg: Kg) -> None:
    store = shutil.copytree(built / "store", here / "store")
    data = ox.Store(next((store / "states").iterdir()) / "oxigraph")
    data.update("DELETE { GRAPH ?g { ?c ?p ?v } } WHERE { GRAPH ?g { ?c ?p ?v FILTER(STRENDS(STR(?p), '#voice')) } }")
    data.flush()
    del data
    result = kg("validate", "--store", "store")
    assert result.code == 7
    assert "/claim/" in result.out
    assert result.stderr.startswith("kg: The graph does not conform: ")
