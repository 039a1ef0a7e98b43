"""What `kg` says of the seeds, byte for byte: a change of the rules shows here in what it changes of the facts."""

from difflib import unified_diff
from pathlib import Path

import pytest

from kg.query import Query, named_queries
from tests.golden.outputs import MANUAL, ROOT, kept, names, outputs


@pytest.fixture(scope="module")
def found(built: Path) -> dict[str, bytes]:
    return outputs(built / "store")


@pytest.mark.parametrize("name", sorted(names()))
def test_the_seeds_say_what_they_said(name: str, found: dict[str, bytes]) -> None:
    expected = (ROOT / name).read_bytes()
    if found[name] != expected:
        diff = unified_diff(_lines(expected), _lines(found[name]), name, "now")
        pytest.fail("".join([*diff, "\nIf this is better, renew all: python -m tests.golden"]), pytrace=False)


def test_nothing_is_kept_that_is_not_compared(found: dict[str, bytes]) -> None:
    assert kept() == names() == set(found)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_the_manual_has_a_chapter_for_each_query_with_its_columns(query: Query) -> None:
    _, heading, chapter = (ROOT / MANUAL).read_text().partition(f"\n## {query.name}: {query.title}\n")
    columns = ", ".join(f"`{column}`" for column in query.columns)
    assert heading
    assert query.description in chapter.partition("\n## ")[0]
    assert f"\nColumns: {columns}\n" in chapter.partition("\n## ")[0]


def _lines(data: bytes) -> list[str]:
    return data.decode().splitlines(keepends=True)
