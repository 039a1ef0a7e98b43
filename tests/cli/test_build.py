"""`kg build`."""

import shlex
from pathlib import Path

import pytest

from kg.store import Store
from kg.store.lock import locked
from tests.cli.conftest import ARTICLE, OTHER, Kg

FILES = {"store", "graph.ttl", "graph.trig", "graph.html", "report.md"}


def outputs(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def test_it_tells_what_was_found_and_where_it_is(article: Path, here: Path, kg: Kg) -> None:
    result = kg("build", "article.txt", "--out", "out")
    assert (result.code, result.stderr) == (0, "")
    assert "Read 1 article." in result.out
    assert "The graph conforms" in result.out
    assert {path.name for path in (here / "out").iterdir()} == FILES
    assert all(f"out/{name} " in result.out for name in FILES)


def test_what_it_says_to_try_can_be_tried(article: Path, kg: Kg) -> None:
    said = kg("build", "article.txt", "--out", "out").out
    commands = [shlex.split(line)[1:] for line in said.partition("Try:\n")[2].splitlines()]
    assert len(commands) == 3
    assert all(kg(*command).code == 0 for command in commands)


def test_it_says_which_sentences_were_not_used_and_that_all_were(here: Path, kg: Kg) -> None:
    (here / "all.txt").write_text("Maria Lopez visited Oslo.\n")
    (here / "some.txt").write_text("Maria Lopez visited Oslo.\n\nShare Now\n")
    assert "Every sentence was used.\n" in kg("build", "all.txt", "--out", "one").out
    assert "1 sentence was not used:\n      1  " in kg("build", "some.txt", "--out", "two").out


def test_a_build_is_of_its_sources_alone(article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(OTHER)
    kg("build", "article.txt", "--out", "out")
    first = outputs(here / "out")
    kg("build", "other.txt", "--out", "out")
    assert outputs(here / "out") != first
    kg("build", "article.txt", "--out", "out")
    assert outputs(here / "out") == first


def test_what_it_does_not_know_it_leaves(article: Path, here: Path, kg: Kg) -> None:
    (here / "out").mkdir()
    (here / "out" / "notes.txt").write_text("mine")
    kg("build", "article.txt", "--out", "out")
    kg("build", "article.txt", "--out", "out")
    assert {path.name for path in (here / "out").iterdir()} == FILES | {"notes.txt"}


@pytest.mark.parametrize("place", ["store", ".store.new"])
def test_a_folder_that_is_no_store_is_never_replaced(place: str, article: Path, here: Path, kg: Kg) -> None:
    thesis = here / "out" / place / "thesis.txt"
    thesis.parent.mkdir(parents=True)
    thesis.write_text("mine")
    result = kg("build", "article.txt", "--out", "out")
    assert (result.code, result.stdout) == (5, b"")
    assert f"out/{place} is no store of kg" in result.stderr
    assert thesis.read_text() == "mine"


def test_a_link_is_not_followed_to_be_replaced(article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt", "--store", "other")
    (here / "out").mkdir()
    (here / "out" / "store").symlink_to(here / "other")
    assert kg("build", "article.txt", "--out", "out").code == 5
    assert kg("validate", "--store", "other").code == 0


def test_a_build_that_fails_leaves_the_one_before(article: Path, here: Path, kg: Kg) -> None:
    kg("build", "article.txt", "--out", "out")
    before = outputs(here / "out")
    assert kg("build", "nowhere.txt", "--out", "out").code == 4
    assert outputs(here / "out") == before
    assert kg("validate", "--store", "out/store").code == 0
    assert {path.name for path in (here / "out").iterdir()} == FILES


def test_what_a_crash_left_is_cleared(article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt", "--store", "out/.store.new")
    assert kg("build", "article.txt", "--out", "out").code == 0
    assert {path.name for path in (here / "out").iterdir()} == FILES


def test_a_store_in_use_can_be_replaced(article: Path, here: Path, kg: Kg) -> None:
    kg("build", "article.txt", "--out", "out")
    with Store.reading(here / "out" / "store") as store:
        before = len(list(store.quads()))
        assert kg("build", "article.txt", "--out", "out").code == 0
        assert len(list(store.quads())) == before


def test_two_builds_do_not_mix(article: Path, here: Path, kg: Kg) -> None:
    (here / "out").mkdir()
    with locked(here / "out", exclusive=True):
        assert kg("build", "article.txt", "--out", "out").code == 5
    assert list((here / "out").iterdir()) == []


def test_articles_that_say_nothing_make_a_graph_of_nothing(here: Path, kg: Kg) -> None:
    (here / "names.txt").write_text("Ann Lee, Bo Berg, Cy Cole")
    result = kg("build", "names.txt", "--out", "out")
    assert result.code == 0
    assert "There is nothing to check" in result.out


@pytest.mark.parametrize("out", ["article.txt", "article.txt/out"])
def test_a_folder_that_cannot_be_made_is_told(out: str, article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(ARTICLE)
    result = kg("build", "other.txt", "--out", out)
    assert result.code == 1
    assert result.stderr.startswith(f"kg: cannot make the folder {out} (")


def test_its_outputs_are_not_its_sources(article: Path, kg: Kg) -> None:
    assert kg("build", ".", "--out", "out").stderr == "kg: out lies inside the source .: name a folder outside of it\n"
