"""`kg sync`."""

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, OTHER, Kg
from tests.cli.test_import import FOUND, written


@pytest.fixture
def news(here: Path) -> Path:
    folder = here / "news"
    folder.mkdir()
    (folder / "article.txt").write_text(ARTICLE)
    (folder / "other.txt").write_text(OTHER)
    return folder


def exported(kg: Kg, store: str = "kg.store") -> bytes:
    return kg("export", "--store", store, "--format", "nquads", "--with-text", "-o", "-").stdout


def test_the_store_follows_the_folder(news: Path, kg: Kg) -> None:
    assert kg("load", "news").code == 0
    (news / "article.txt").write_text(ARTICLE.replace("101 votes", "110 votes"))
    (news / "other.txt").rename(news / "renamed.txt")
    lines = ["new article", "  Replaced: news/article.txt", "  Renamed: news/other.txt → news/renamed.txt"]
    told = [f"0 {lines[0]}s, 1 replaced, 1 renamed.", *lines[1:]]
    before = exported(kg)
    plan = kg("sync", "news", "--dry-run")
    assert (plan.code, plan.out.splitlines(), plan.stderr) == (0, [f"Would read {told[0]}", *told[1:]], "")
    assert exported(kg) == before
    done = kg("sync", "news")
    assert (done.code, done.out.splitlines(), done.stderr) == (0, [f"Read {told[0]}", *told[1:]], "")
    assert kg("load", "news", "--store", "fresh").code == 0
    assert exported(kg) == exported(kg, "fresh")
    assert kg("sync", "news").out == "Read 0 new articles, 2 unchanged.\n"


def test_what_was_imported_stays(news: Path, kg: Kg) -> None:
    written(news / "found.jsonl", FOUND)
    kg("import", "news/found.jsonl")
    written(news / "found.jsonl").unlink()
    kg("sync", "news")
    (news / "other.txt").unlink()
    result = kg("sync", "news")
    assert result.out.splitlines() == ["Read 0 new articles, 1 removed, 1 unchanged.", "  Removed: news/other.txt"]
    assert b'"found.jsonl:1"' in exported(kg)


def test_a_plan_tells_that_nothing_would_be_done(news: Path, kg: Kg) -> None:
    kg("sync", "news")
    for path in news.iterdir():
        path.unlink()
    before = exported(kg)
    plan, done = kg("sync", "news", "-n"), kg("sync", "news")
    assert plan.out.splitlines() == [
        "Would read 0 new articles, 2 removed.",
        "  Removed: news/article.txt, news/other.txt",
    ]
    assert (plan.code, done.code, done.out) == (1, 1, "")
    assert plan.stderr == done.stderr
    assert plan.stderr.startswith("kg: 2 of the 2 articles from news are not there any more, and nothing was changed")
    assert exported(kg) == before
    assert kg("sync", "news", "--max-removed", "100").code == 0
    assert exported(kg) == b""


def test_what_cannot_be_used_is_told(news: Path, kg: Kg) -> None:
    kg("sync", "news")
    (news / "other.txt").write_bytes(b"\0\1\2")
    result = kg("sync", "news")
    assert (result.code, result.out) == (3, "Read 0 new articles, 1 unchanged, 1 refused.\n")
    assert result.stderr.startswith("kg: news/other.txt: ")
    assert result.stderr.endswith("; what the store has of it stays\n")


def test_a_folder_that_is_not_there_is_told(here: Path, kg: Kg) -> None:
    result = kg("sync", "none")
    assert (result.code, result.stdout, result.stderr.count("\n")) == (1, b"", 1)
    assert not (here / "kg.store").exists()


@pytest.mark.parametrize("plan", [("--dry-run",), ()])
def test_a_folder_that_is_no_store_is_left_alone(plan: tuple[str, ...], news: Path, here: Path, kg: Kg) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "thesis.txt").write_text("mine")
    assert kg("sync", "news", "--store", "mine", *plan).code == 5
    assert [path.name for path in (here / "mine").iterdir()] == ["thesis.txt"]
