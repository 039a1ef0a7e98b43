"""`kg remove`."""

from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, Kg


@pytest.fixture
def two(article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(OTHER)
    kg("load", "article.txt", "other.txt")


def exported(kg: Kg, store: str = "kg.store") -> bytes:
    return kg("export", "--store", store, "--format", "nquads", "--with-text", "-o", "-").stdout


def test_what_is_left_is_what_the_others_alone_make(two: None, kg: Kg) -> None:
    kg("load", "other.txt", "--store", "alone")
    result = kg("remove", "article.txt")
    assert result.code == 0
    assert result.out.startswith("Removed 1 article:\n  article.txt (doc:")
    assert exported(kg) == exported(kg, "alone")


def test_a_dry_run_only_tells(two: None, kg: Kg) -> None:
    before = exported(kg)
    assert kg("remove", "article.txt", "--dry-run").out.startswith("Would remove 1 article:\n  article.txt (doc:")
    assert exported(kg) == before


def test_where_one_name_is_unknown_nothing_is_removed(two: None, kg: Kg) -> None:
    before = exported(kg)
    result = kg("remove", "article.txt", "none.txt")
    assert (result.code, result.stdout) == (1, b"")
    assert result.stderr.startswith("kg: no article is called “none.txt”")
    assert exported(kg) == before


def test_one_that_was_removed_can_be_loaded_again(two: None, kg: Kg) -> None:
    before = exported(kg)
    kg("remove", "article.txt", "other.txt")
    assert kg("load", "article.txt", "other.txt").out.startswith("Read 2 articles.")
    assert exported(kg) == before


def test_a_store_that_is_not_there_is_not_made(here: Path, kg: Kg) -> None:
    result = kg("remove", "article.txt", "--store", "none")
    assert (result.code, result.stderr.count("\n")) == (5, 1)
    assert not (here / "none").exists()
