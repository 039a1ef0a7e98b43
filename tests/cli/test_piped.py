"""`kg load -`: standard input as a source."""

import os
import sys
from pathlib import Path

import pytest

from kg.cli.piped import with_standard_input
from tests.cli.conftest import ARTICLE, OTHER, Kg

CORRECTED = ARTICLE.replace("101 votes to 61", "110 votes to 52")


@pytest.mark.parametrize(("given", "source"), [((), "stdin"), (("--name", "wire/one"), "wire/one")])
def test_an_article_comes_from_standard_input(given: tuple[str, ...], source: str, here: Path, kg: Kg) -> None:
    found = kg("load", "-", *given, "-v", stdin=ARTICLE.encode())
    assert (found.code, found.out, found.stderr) == (0, f"Read 1 article.\n  {source}\n", "")


def test_it_stands_beside_files_and_is_read_once(article: Path, kg: Kg) -> None:
    found = kg("load", "-", "article.txt", "-", "-v", stdin=OTHER.encode())
    assert found.out.splitlines() == ["Read 2 articles.", "  stdin", "  article.txt"]


def test_a_graph_is_built_of_it(here: Path, kg: Kg) -> None:
    assert kg("build", "-", "--out", "out", stdin=ARTICLE.encode()).code == 0
    assert b'"stdin"' in (here / "out" / "graph.ttl").read_bytes()


def test_a_file_that_is_called_so_is_named_with_its_folder(here: Path, kg: Kg) -> None:
    (here / "-").write_text(ARTICLE)
    assert kg("load", "./-", "-v").out.splitlines()[1] == "  -"


def test_what_comes_again_replaces_what_it_repeats(here: Path, kg: Kg) -> None:
    kg("load", "-", stdin=ARTICLE.encode())
    assert kg("load", "-", stdin=CORRECTED.encode()).out.startswith("Read 1 article, 1 kept beside another.")
    assert kg("load", "-", "--replace", stdin=CORRECTED.encode()).out.startswith(
        "Read 0 articles, 1 known before, 1 replaced."
    )
    assert kg("load", "-", "--replace", stdin=OTHER.encode()).out.startswith(
        "Read 1 article, 1 kept beside an unrelated one."
    )


@pytest.mark.parametrize("arguments", [("a.txt", "--name", "b"), ("-", "--name", " ")])
def test_a_name_is_for_standard_input_only(arguments: tuple[str, ...], here: Path, kg: Kg) -> None:
    found = kg("load", *arguments)
    assert found.code == 2
    assert "give - as a source" in found.stderr


def test_what_is_no_article_is_refused_under_its_name(here: Path, kg: Kg) -> None:
    found = kg("load", "-", "--name", "wire", stdin=b"\0")
    assert found.code == 4
    assert found.stderr.startswith("kg: wire: is binary")


def test_a_pattern_is_read_and_one_that_nothing_fits_is_told(article: Path, kg: Kg) -> None:
    found = kg("load", "art*.txt", "*.pdf", "-v")
    assert found.code == 3
    assert found.out.splitlines() == ["Read 1 article, 1 refused.", f"  {article.parent.name}/article.txt"]
    assert found.stderr == "kg: *.pdf: no file fits this pattern; check it\n"


def test_a_pattern_that_the_output_fits_is_refused(article: Path, kg: Kg) -> None:
    kg("build", "article.txt", "--out", "out")
    found = kg("build", "*", "--out", "out")
    assert found.code == 1
    assert "lies inside the source out" in found.stderr


def test_whoever_sits_at_a_terminal_is_told_what_it_waits_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    here, there = os.openpty()
    with os.fdopen(there, encoding="utf-8") as terminal, os.fdopen(here, "wb"):
        monkeypatch.setattr(sys, "stdin", terminal)
        with_standard_input(["-"], None)
        assert capfd.readouterr().err.startswith("kg: reads an article from the terminal: ")
        with_standard_input(["a.txt"], None)
        assert capfd.readouterr().err == ""
