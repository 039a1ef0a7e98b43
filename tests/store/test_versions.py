"""What a state says of those who read it."""

from pathlib import Path

import pytest

from kg.ids import Names
from kg.store import Store, WritableStore
from kg.store.versions import UNKNOWN, Version, Versions

READER = Version("0.1.0", "e", "s", "en 3.8", "w", 0.5, 1000)
FOUND = Versions(frozenset({READER, UNKNOWN}), "d")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    FOUND.write(tmp_path)
    assert Versions.of(tmp_path) == FOUND


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"read by": [{"more": 1}], "derived by": ""}', "\xff"])
def test_what_cannot_be_understood_is_an_unknown_version(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "versions.json").write_bytes(text.encode("latin-1"))
    assert Versions.of(tmp_path).read_by == {UNKNOWN}


def test_a_new_store_was_read_by_nobody_and_what_is_kept_is_published(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path, Names()) as store:
        assert store.versions == Versions()
        store.publish()
        store.keep_versions(FOUND)
        assert store.changed
        with Store.reading(tmp_path) as other:
            assert other.versions == Versions()
        store.publish()
        store.keep_versions(FOUND)
        assert not store.changed
    with WritableStore.opened(tmp_path, Names()) as store:
        assert store.versions == FOUND


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (Version("0.1.0", "e", "s", "en 3.8", "w", 0.5, 9), True),
        (Version("0.1.0", "e", "s", "en 3.8", "w", 0.6, 1000), False),
        (Version("0.1.0", "f", "s", "en 3.8", "w", 0.5, 1000), False),
        (Version("0.1.0", "e", "s", "en 3.8", "x", 0.5, 1000), False),
    ],
)
def test_those_are_alike_that_read_an_article_alike(other: Version, alike: bool) -> None:
    assert READER.alike(other) is alike
