"""`kg rebuild`, `kg backup` and `kg restore`."""

from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, Kg
from tests.store.test_renewal import format_1


def exported(kg: Kg, store: str = "kg.store") -> bytes:
    return kg("export", "--store", store, "--format", "nquads", "--with-text").stdout


def test_a_store_is_read_anew_with_the_settings_of_today(article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(OTHER)
    kg("load", "article.txt", "other.txt", "--threshold", "1", "--base", "https://news.test/")
    kg("load", "article.txt", "other.txt", "--store", "fresh", "--base", "https://news.test/")
    result = kg("rebuild")
    assert (result.code, result.out, result.stderr) == (0, "Read 2 articles anew.\n", "")
    assert exported(kg) == exported(kg, "fresh")
    result = kg("rebuild")
    assert (result.code, result.out) == (
        0,
        "kg.store is up to date, and nothing was done: --force reads it anew all the same.\n",
    )
    assert kg("rebuild", "--force", "--quiet").stdout == b""
    assert kg("rebuild", "--threshold", "1").out == "Read 2 articles anew.\n"
    assert exported(kg) != exported(kg, "fresh")


def test_what_would_be_refused_is_told_and_stays(article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = exported(kg)
    result = kg("rebuild", "--force", "--max-characters", "20")
    assert (result.code, result.out) == (3, "Read 0 articles anew, 1 refused and left.\n")
    assert result.stderr == "kg: article.txt: is longer than 20 characters; what the store has of it stays\n"
    assert exported(kg) == before


def test_a_store_of_the_first_format_is_named_and_rebuilt(article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = exported(kg)
    format_1(Path("kg.store"))
    for command in (["query", "who-defeated-whom"], ["load", "article.txt"], ["export"], ["remove", "article.txt"]):
        result = kg(*command)
        assert (result.code, result.stderr) == (
            5,
            "kg: an earlier kg made kg.store: run `kg rebuild --store kg.store`\n",
        )
    assert kg("rebuild").out == "Read 1 article anew.\n"
    assert exported(kg) == before


@pytest.mark.parametrize(("args", "code"), [(["--store", "none"], 5), (["--model", "none"], 8), (["--base", "x:/"], 2)])
def test_what_cannot_be_done_is_told(args: list[str], code: int, article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    before = exported(kg)
    result = kg("rebuild", *args)
    assert (result.code, result.stdout) == (code, b"")
    assert exported(kg) == before
    assert not Path("none").exists()


def test_a_backup_is_restored_to_the_same_bytes(article: Path, here: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    result = kg("backup", "news.zip")
    assert (result.code, result.out.startswith("news.zip has 1 article in "), result.stderr) == (0, True, "")
    result = kg("restore", "news.zip", "--store", "new")
    assert (result.code, result.out.startswith("new has 1 article in "), result.stderr) == (0, True, "")
    assert exported(kg, "new") == exported(kg)
    assert kg("diff", "kg.store", "new").out.startswith("Nothing differs")
    result = kg("restore", "news.zip")
    assert (result.code, result.stdout, result.stderr.count("\n")) == (5, b"", 1)
    assert kg("restore", "news.zip", "--replace", "--quiet").stdout == b""
    kg("load", "article.txt", "--store", "new")
    assert exported(kg, "new") == exported(kg)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["backup", "x.zip", "--store", "none"], 5),
        (["backup", "none/x.zip"], 1),
        (["restore", "none.zip", "--store", "new"], 1),
        (["restore", "article.txt", "--store", "new"], 1),
        (["restore", ".", "--store", "new"], 1),
    ],
)
def test_a_backup_that_cannot_be_is_told(args: list[str], code: int, article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    result = kg(*args)
    assert (result.code, result.stdout, result.stderr.count("\n")) == (code, b"", 1)
    assert sorted(path.name for path in Path().iterdir()) == ["article.txt", "kg.store"]
