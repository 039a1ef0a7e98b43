"""A store that is made anew with other judgements."""

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ids import Names
from kg.index import Index
from kg.model import Judgement, Verdict
from kg.pipeline import change, contents, judge
from kg.store import Store, WritableStore
from kg.store.folder import Folder
from tests.samples import election

HEADER = "verdict,left,right,name,who,when,why\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with WritableStore.opened(path, Names("https://news.test/")) as store:
        change(store, election())
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "judgements.csv"
    file.write_text(HEADER + "pin-name,a/one.txt#Ann Lee,,Anna Lee,,,\n")
    return file


def labels(path: Path) -> set[str]:
    with Store.reading(path) as store:
        return {entity.label for entity in contents(store)[0].entities}


def test_a_store_follows_the_file_and_keeps_its_base(path: Path, file: Path) -> None:
    assert judge(path, file).rows == (Judgement(Verdict.PIN_NAME, "a/one.txt#Ann Lee", name="Anna Lee", line=2),)
    assert "Anna Lee" in labels(path)
    with Store.reading(path) as store:
        assert store.names == Names("https://news.test/")


def test_judgements_without_a_row_cost_no_new_index(path: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.csv"
    bare.write_text(HEADER)
    judge(path, bare)
    folder = Folder(path)
    with Index.opened(folder.index, folder.snapshots.number) as index:
        assert not index.empty


def test_where_there_is_no_store_none_is_made(tmp_path: Path, file: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("none", "empty"):
        with pytest.raises(StoreError, match=f"{name} is no store of kg"):
            judge(tmp_path / name, file)
    assert not (tmp_path / "none").exists()
    assert list((tmp_path / "empty").iterdir()) == []
