"""`kg view`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.pipeline import contents
from kg.store import Store
from tests.cli.conftest import Kg

ROOT = Path(__file__).parents[2]
DEFEATS = "CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b }"
NARROW = [
    ("--around", "Kim Jong-yang"),
    ("--around", "ent:kim-jong-yang", "--hops", "2"),
    ("--source", "000_cabed86d941d2276.txt"),
    ("--source", "000_cabed86d941d2276.txt", "--source", "001_7b74bfbe2ee6ce00.txt"),
    ("--status", "Denied"),
    ("--status", "denied", "--status", "Anticipated"),
    ("--since", "2018-11-22"),
    ("--until", "2018-11-20"),
    ("--around", "Interpol", "--status", "Reported", "--since", "2018-11"),
]


@pytest.fixture(scope="module")
def statements(built: Path) -> frozenset[str]:
    """The ids of all."""
    with Store.reading(built / "store") as opened:
        return frozenset(statement.id for statement in contents(opened)[0].statements)


def found(text: bytes, ids: frozenset[str]) -> frozenset[str]:
    """Those of them that stand in a text."""
    return ids & {word.decode() for word in re.findall(rb"[0-9a-f]{16}", text)}


def test_a_view_is_what_build_wrote(built: Path, here: Path, kg: Kg) -> None:
    result = kg("view", "--store", built / "store")
    assert (result.code, result.stdout, result.stderr) == (0, b"", "")
    assert (here / "graph.html").read_bytes() == (built / "graph.html").read_bytes()
    assert kg("view", "-o", "-", "--store", built / "store").stdout == (built / "graph.html").read_bytes()


@pytest.mark.parametrize("options", NARROW, ids=" ".join)
def test_a_page_has_what_an_export_has(
    options: tuple[str, ...], statements: frozenset[str], built: Path, kg: Kg
) -> None:
    page = kg("view", "-o", "-", *options, "--store", built / "store")
    file = kg("export", "--format", "nquads", *options, "--store", built / "store")
    assert page.code == file.code == 0
    assert set() < found(page.stdout, statements) < statements
    assert found(page.stdout, statements) == found(file.stdout, statements)
    assert page.stderr == file.stderr


def test_what_was_left_out_is_told_twice(built: Path, kg: Kg) -> None:
    result = kg("view", "-o", "-", "--around", "Kim Jong-yang", "--hops", "2", "--store", built / "store")
    left, kept = result.stderr.splitlines()
    assert re.fullmatch(r"kg: left out: \d+ of \d+ entities, \d+ of \d+ statements, \d+ of \d+ claims", left)
    assert kept == "kg: kept: statements up to 2 steps from “Kim Jong-yang”"
    assert left.replace("kg: left", "Left") in result.out
    assert kept.replace("kg: kept", "Kept") in result.out


def test_where_nothing_is_left_the_page_says_why(statements: frozenset[str], built: Path, kg: Kg) -> None:
    result = kg("view", "-o", "-", "--since", "2030", "--store", built / "store")
    assert result.code == 0
    assert not found(result.stdout, statements)
    assert "no statement meets all that was asked for" in result.out
    assert "Kept: statements of 2030 or later." in result.out


@pytest.mark.parametrize("command", ["view", "export"])
def test_steps_are_steps_from_somebody(command: str, built: Path, kg: Kg) -> None:
    result = kg(command, "-o", "-", "--hops", "2", "--store", built / "store")
    assert (result.code, result.stdout) == (2, b"")
    assert "steps from what? Name it: --around NAME" in result.stderr


def test_top_and_title(built: Path, kg: Kg) -> None:
    usual = kg("view", "-o", "-", "--store", built / "store").out
    fewer = kg("view", "-o", "-", "--top", "3", "--store", built / "store").out
    assert fewer != usual
    titled = kg("view", "-o", "-", "--title", "<i>A & B", "--store", built / "store").out
    assert "<title>&lt;i&gt;A &amp; B</title>" in titled
    assert "<i>A" not in titled


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (DEFEATS, "SELECT ?s { ?a kg:defeated ?b . ?s rdf:predicate kg:defeated ; rdf:subject ?a ; rdf:object ?b }"),
        (
            "CONSTRUCT { ?s rdf:predicate kg:elected } WHERE { ?s rdf:predicate kg:elected }",
            "SELECT ?s { ?s rdf:predicate kg:elected }",
        ),
        (
            "CONSTRUCT { ?a ?r ?b } { ?s kg:status kg:Attributed ; rdf:subject ?a ; rdf:predicate ?r ; rdf:object ?b }",
            "SELECT ?s { ?s kg:status kg:Attributed ; rdf:subject ?a ; rdf:object ?b }",
        ),
    ],
)
def test_a_query_chooses_the_statements_that_it_names(
    query: str, kept: str, statements: frozenset[str], built: Path, here: Path, kg: Kg
) -> None:
    expected = found(kg("query", kept, "--format", "csv", "--store", built / "store").stdout, statements)
    assert expected
    result = kg("view", "-o", "-", "--query", query, "--store", built / "store")
    assert found(result.stdout, statements) == expected
    assert result.stderr.endswith("kg: kept: statements that the query names\n")
    (here / "asked.rq").write_text(query)
    assert kg("view", "-o", "-", "--query", "asked.rq", "--store", built / "store").stdout == result.stdout


def test_a_query_is_asked_of_what_the_rest_leaves(statements: frozenset[str], built: Path, kg: Kg) -> None:
    def ids(*options: str) -> frozenset[str]:
        return found(kg("view", "-o", "-", *options, "--store", built / "store").stdout, statements)

    around = ("--around", "Alexander Prokopchuk")
    assert ids("--query", DEFEATS, *around) == ids("--query", DEFEATS) & ids(*around)
    assert set() < ids("--query", DEFEATS, *around) < ids(*around)


def test_a_query_that_gives_nothing_is_told_with_what_may_be_meant(built: Path, kg: Kg) -> None:
    query = DEFEATS.replace("defeated", "defeatd")
    result = kg("view", "-o", "-", "--query", query, "--store", built / "store")
    assert result.code == 0
    assert result.stderr.splitlines()[:2] == [
        "kg: the query gives no triples",
        "kg: kg:defeatd is neither in the ontology nor in the store; nearest: kg:defeated",
    ]
    assert "no statement meets all that was asked for" in result.out


def test_who_is_suppressed_is_nowhere(statements: frozenset[str], built: Path, kg: Kg) -> None:
    without = ("--without", "Kim Jong-yang", "--around", "Interpol")
    result = kg("view", "-o", "-", *without, "--store", built / "store")
    assert found(result.stdout, statements)
    assert not re.search(r"jong.yang", result.out, re.IGNORECASE)
    assert result.stderr.startswith("kg: suppressed: ent:kim-jong-yang; 3 texts that name them are held back\n")
    assert "Held back: all but the quoted words of 3 of these articles." in result.out


@pytest.mark.parametrize(
    ("options", "code", "error"),
    [
        (("--hops", "0"), 2, "--hops"),
        (("--top", "0"), 2, "--top"),
        (("--since", "2018-13"), 2, "'2018-13' is no date such as"),
        (("--until", "yesterday"), 2, "'yesterday' is no date such as"),
        (("--status", "Sure"), 2, "--status"),
        (("--open",), 2, "standard output cannot be opened in the browser"),
        (("--around", "Prokopchok"), 1, "no entity is called “Prokopchok”; the nearest name"),
        (("--without", "Prokopchok"), 1, "no entity is called “Prokopchok”; the nearest name"),
        (("--source", "000_cabed86d941d2277.txt"), 1, "the nearest is seeds/000_cabed86d941d2276.txt"),
        (("--query", "SELECT ?a { ?a ?b ?c }"), 6, "gives a table, and triples are needed"),
        (("--query", "CONSTRUCT { ?a ?b"), 6, "cannot be read at line 1"),
        (("--query", "no-such-query"), 6, "no query 'no-such-query'"),
        (
            ("--query", "CONSTRUCT { ?a a kg:Known } WHERE { ?a kg:defeated ?b }"),
            6,
            "names a statement",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_drawn_is_told(options: tuple[str, ...], code: int, error: str, built: Path, kg: Kg) -> None:
    result = kg("view", "-o", "-", *options, "--store", built / "store")
    assert (result.code, result.stdout) == (code, b"")
    assert error in result.stderr.splitlines()[-1]


def run(here: Path, built: Path, **environment: str) -> str:
    """What `kg view --open` says on standard error, with another environment."""
    command = [sys.executable, "-m", "kg", "view", "--open", "-o", "a page.html", "--store", str(built / "store")]
    changed = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=here, env=changed, capture_output=True, text=True, check=True)
    assert (here / "a page.html").read_bytes() == (built / "graph.html").read_bytes()
    return done.stderr


def test_the_browser_is_given_the_file(here: Path, built: Path) -> None:
    browser = here / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {here}/opened\n')
    browser.chmod(0o755)
    assert run(here, built, BROWSER=f"{browser} %s") == ""
    assert (here / "opened").read_text() == f"{(here / 'a page.html').as_uri()}\n"


def test_without_a_browser_the_file_is_there_and_this_is_told(here: Path, built: Path) -> None:
    nowhere = {"BROWSER": "", "PATH": str(here), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    assert run(here, built, **nowhere) == "kg: no browser could be started: open a page.html yourself\n"
