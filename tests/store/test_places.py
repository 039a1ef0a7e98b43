"""Which files the articles of a store came from."""

import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store.places import Places


def test_a_file_is_known_by_its_place_as_seen_from_the_store(tmp_path: Path) -> None:
    with Places.opened(tmp_path / "places.sqlite") as places:
        places.add([("a.txt", "9a3e", tmp_path / "x" / "a.txt")] * 2)
        places.add([("a.txt", "77b0", tmp_path.parent / "a.txt"), ("b.txt", "9a3e", tmp_path / "b.txt")])
    with Places.opened(tmp_path / "places.sqlite") as places:
        assert places.of("a.txt", "9a3e") == {b"x/a.txt"} == {places.seen(tmp_path / "x" / "." / "a.txt")}
        assert places.of("a.txt", "77b0") == {b"../a.txt"}
        assert places.of("b.txt", "77b0") == frozenset()
        places.remove("a.txt", ["9a3e"])
        assert places.of("a.txt", "9a3e") == frozenset()
        assert places.of("b.txt", "9a3e") == {b"b.txt"}


def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    with Places.opened(tmp_path / "places.sqlite") as places:
        places.add([("\ufffd.txt", "9a3e", tmp_path / os.fsdecode(b"\xff.txt"))])
        assert places.of("\ufffd.txt", "9a3e") == {b"\xff.txt"}


def test_what_was_broken_off_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Places.opened(tmp_path / "places.sqlite") as places:
        places.add([("a.txt", "9a3e", tmp_path / "a.txt")])
        raise ZeroDivisionError
    with Places.opened(tmp_path / "places.sqlite") as places:
        assert places.of("a.txt", "9a3e") == frozenset()


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "places.sqlite").write_text("this is no database " * 99)
    with pytest.raises(StoreError, match=r"places\.sqlite cannot be used"), Places.opened(tmp_path / "places.sqlite"):
        raise AssertionError
