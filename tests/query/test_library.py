"""Where queries come from and what their header says."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import load_query
from kg.query.library import parse_query


def test_a_query_is_a_name_or_a_file_or_sparql(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("# title: Mine\nASK {}\n")
    assert load_query("entities").title == "Entities"
    assert load_query(str(file)).title == "Mine"
    assert load_query("# title: Typed\nASK {}").title == "Typed"
    assert load_query("DESCRIBE ent:x").text == "DESCRIBE ent:x"
    assert load_query("ASK{}" + " " * 9999).name == "the query"


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no query 'entitis' \(nearest: entities\): .* one that `kg ask` lists"):
        load_query("entitis")


@pytest.mark.parametrize("name", ["", ".", "../queries/entities", "x" * 5000, "\0"])
def test_what_is_no_file_is_no_query(name: str) -> None:
    with pytest.raises(QueryError, match="no query"):
        load_query(name)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes("# title: Jürgen\nASK {}".encode("latin-1"))
    with pytest.raises(QueryError, match="is not UTF-8"):
        load_query(str(tmp_path / "latin.rq"))


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("ASK {}", ()),
        ("# title: A", (("title", "A"),)),
        ("# title:A \n#  more\nASK {}", (("title", "A more"),)),
        ("# title: A: b\n#\n# param: b\nASK {}\n# columns: c", (("title", "A: b"), ("param", "b"))),
        ("\n# title: A\nASK {}", ()),
    ],
)
def test_the_header(text: str, header: tuple[tuple[str, str], ...]) -> None:
    assert parse_query("q", text).header == header


def test_the_columns_are_a_list() -> None:
    assert parse_query("q", "# columns: a,  b_c ,d").columns == ("a", "b_c", "d")
    assert parse_query("q", "ASK {}").columns == ()
