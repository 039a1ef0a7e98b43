"""`kg compare`."""

from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, Kg


@pytest.fixture
def two(article: Path, here: Path, kg: Kg) -> None:
    (here / "other.txt").write_text(OTHER)
    kg("load", "article.txt", "other.txt")


def test_in_words(two: None, kg: Kg) -> None:
    result = kg("compare", "article.txt", "other.txt")
    assert result.code == 0
    assert result.out.startswith("A: article.txt\nB: other.txt\n\nOnly A says: ")
    assert "\nNamed only by A: Ann Lee" in result.out


def test_as_a_table_there_is_a_row_for_each_article(two: None, kg: Kg) -> None:
    rows = kg("compare", "article.txt", "other.txt", "--format", "csv").out.splitlines()
    assert rows[0] == "what,words,source,status,statement"
    assert any(row.startswith("statement,Bo Berg resigned from Unity,other.txt,Attributed,https://") for row in rows)
    assert "name,Cy Cole,other.txt,," in rows


def test_what_is_unknown_or_alone_is_told_in_one_line(two: None, kg: Kg) -> None:
    unknown = kg("compare", "article.txt", "none.txt")
    assert (unknown.code, unknown.stdout) == (1, b"")
    assert unknown.stderr.startswith("kg: no article is called “none.txt”: the store has article.txt (doc:")
    assert unknown.stderr.count("\n") == 1
    assert kg("compare", "article.txt").code == 2


def test_an_article_is_not_compared_with_itself(two: None, kg: Kg) -> None:
    same = kg("compare", "article.txt", "article.txt")
    assert (same.code, same.stdout) == (1, b"")
    assert same.stderr == "kg: all that is named is one article: name another to compare it with\n"
