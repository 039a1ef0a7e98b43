from collections.abc import Iterator

import pytest

from kg.pipeline import searching
from kg.pipeline.searching import Names
from tests.pages.corpora import fuse
from tests.pages.stores import stored
from tests.samples import Article

PEOPLE = ("Zoë Müller", "Ann Lee", "Anna Leigh", "Lee Ann Marsh", "Bo Berg", "李明", "Ann Leeson")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Names]:
    """All in one article, Ann Leeson in two, and experts who have no name."""
    first = Article(f"{', '.join(PEOPLE)} and some experts met. Mr. Berg left.", "a/first report.txt")
    for name in PEOPLE:
        first.entity(name, alt=("Mr. Berg",) if name == "Bo Berg" else ())
    first.entity("some experts", named=False)
    second = Article("Ann Leeson stayed.", "a/second.txt")
    second.entity("Ann Leeson")
    with stored(fuse([first.graph(), second.graph()]), tmp_path_factory.mktemp("names") / "store") as store:
        yield Names(store)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Ann Lee", ["Ann Lee", "Ann Leeson", "Lee Ann Marsh"]),
        ("ann  LEE", ["Ann Lee", "Ann Leeson", "Lee Ann Marsh"]),
        ("lee", ["Lee Ann Marsh", "Ann Leeson", "Ann Lee"]),
        ("zoe", ["Zoë Müller"]),
        ("muller", ["Zoë Müller"]),
        ("Mr. Berg", ["Bo Berg"]),
        ("李", ["李明"]),
        ("erg", []),
        ("experts", []),
        ("", []),
        ("…", []),
    ],
)
def test_names_that_have_it_in_them(names: Names, term: str, expected: list[str]) -> None:
    assert [hit.entity.label for hit in names.search(term).hits] == expected


@pytest.mark.parametrize(
    ("term", "expected"), [("Bo Brg", "Bo Berg"), ("Zoe Muler", "Zoë Müller"), ("Anne Leesson", "Ann Leeson")]
)
def test_names_that_are_near(names: Names, term: str, expected: str) -> None:
    found = names.search(term)
    assert found.hits == ()
    assert found.similar[0].entity.label == expected


def test_nothing_near(names: Names) -> None:
    found = names.search("xyzzyqw")
    assert (found.hits, found.similar, found.articles) == ((), (), ())
    assert (found.names, found.texts) == (len(PEOPLE), 2)


@pytest.mark.parametrize(("term", "expected"), [("report", 1), ("a first", 1), ("txt", 2), ("third", 0)])
def test_articles(names: Names, term: str, expected: int) -> None:
    assert len(names.search(term).articles) == expected


def test_pages_hold_each_hit_once(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "HITS", 2)
    pages = [names.search("ann", page) for page in (1, 2)]
    shown = [hit.entity.label for found in pages for hit in found.hits]
    assert sorted(shown) == ["Ann Lee", "Ann Leeson", "Anna Leigh", "Lee Ann Marsh"]
    assert pages[0].slice.total == 4
