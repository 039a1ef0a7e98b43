"""A store that is made anew takes the place of the old one in one step, of whatever format that is."""

import json
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store, WritableStore
from kg.store.folder import FORMAT
from kg.store.kept import Kept
from kg.store.renewal import renewing
from kg.store.versions import Version, Versions
from tests.store.test_store import NAMES, contents, derived, elsewhere, quads

READER = Versions(frozenset({Version("0.1.0")}), "d")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of one document, which follows the judgements of a file."""
    (tmp_path / "judgements.csv").write_bytes(b"rows")
    with WritableStore.opened(tmp_path / "store", NAMES) as store:
        store.add([quads("a", "one")])
        store.keep_judgements(b"rows", tmp_path / "judgements.csv")
        store.publish()
    return tmp_path / "store"


def format_1(path: Path) -> None:
    """Makes a store one of the first format: all of its only state lay in its folder."""
    (state,) = (path / "states").iterdir()
    (state / "versions.json").unlink()
    for part in list(state.iterdir()):
        part.rename(path / part.name)
    state.rmdir()
    (path / "states").rmdir()
    (path / "current").unlink()
    marker = path / "kg-store.json"
    marker.write_text(json.dumps({**json.loads(marker.read_bytes()), "format": 1}))


def fill(store: WritableStore) -> None:
    store.add([quads("b", "two")])
    store.replace_default_graph(derived("x"))
    store.keep_versions(READER)
    store.publish()


@pytest.mark.parametrize("old_format", [False, True])
def test_the_new_store_takes_the_place_of_the_old_one(path: Path, old_format: bool) -> None:
    if old_format:
        format_1(path)
    with renewing(path) as renewal:
        assert renewal.old.document_ids() == {"a"}
        assert renewal.new.document_ids() == set()
        fill(renewal.new)
        renewal.replace()
    assert contents(path) == {*quads("b", "two"), *derived("x")}
    with WritableStore.opened(path, NAMES) as store:
        assert store.versions == READER
        assert store.judgements() == b"rows"
    with renewing(path) as renewal:
        kept = renewal.folder.kept()
    assert (kept.data, kept.moved, kept.file and kept.file.read_bytes()) == (b"rows", False, b"rows")
    assert sorted(p.name for p in path.iterdir()) == ["current", "kg-store.json", "states"]
    assert len(list((path / "states").iterdir())) == 1


def test_other_judgements_take_the_place_of_the_old_ones(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_bytes(b"others")
    with renewing(path) as renewal:
        fill(renewal.new)
        renewal.replace(Kept(b"others", tmp_path / "other.csv"))
        kept = renewal.folder.kept()
    assert (kept.data, kept.moved, kept.file and kept.file.read_bytes()) == (b"others", False, b"others")


def test_readers_see_the_old_store_until_then_and_writers_wait(path: Path) -> None:
    with renewing(path) as renewal:
        fill(renewal.new)
        assert contents(path) == set(quads("a", "one"))
        with pytest.raises(StoreError, match="another process is writing"), WritableStore.opened(path, NAMES):
            pass
        with Store.reading(path) as reader:
            renewal.replace()
            assert set(reader.quads()) == set(quads("a", "one"))
        assert contents(path) == {*quads("b", "two"), *derived("x")}
    with elsewhere("writing", path), pytest.raises(StoreError, match="another process"), renewing(path):
        pass


@pytest.mark.parametrize("old_format", [False, True])
def test_a_failure_leaves_the_old_store(path: Path, old_format: bool) -> None:
    if old_format:
        format_1(path)
    before = sorted(p.name for p in path.iterdir())
    with pytest.raises(ZeroDivisionError), renewing(path) as renewal:
        fill(renewal.new)
        raise ZeroDivisionError
    assert sorted(p.name for p in path.iterdir()) == before
    with renewing(path) as renewal:
        assert renewal.old.document_ids() == {"a"}


def test_an_old_format_is_named_with_what_to_do(path: Path) -> None:
    format_1(path)
    told = f"an earlier kg made {path}: run `kg rebuild --store {path}`"
    with pytest.raises(StoreError, match=told), Store.reading(path):
        pass
    with pytest.raises(StoreError, match=told), WritableStore.opened(path, NAMES):
        pass


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ({"format": FORMAT + 1, "base": NAMES.base}, "use a newer kg"),
        ({"format": FORMAT, "base": NAMES.base}, "nothing was loaded"),
        (None, "is no store of kg"),
    ],
)
def test_what_cannot_be_made_anew_is_told(marker: dict[str, object] | None, told: str, tmp_path: Path) -> None:
    if marker:
        (tmp_path / "kg-store.json").write_text(json.dumps(marker))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError, match=told), renewing(tmp_path):
        pass
    assert sorted(tmp_path.iterdir()) == before
    with pytest.raises(StoreError, match="no store at"), renewing(tmp_path / "none"):
        pass
