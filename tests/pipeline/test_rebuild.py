"""A store that is made anew is that of a load of the same articles today."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.export import Format
from kg.index import Index
from kg.pipeline import Refusal, load, moment, rebuild, serialized
from kg.pipeline.importing import import_extractions
from kg.settings import Settings
from kg.store import Store
from kg.store.folder import Folder
from tests.cli.conftest import ARTICLE, OTHER
from tests.cli.test_import import FOUND
from tests.store.test_renewal import format_1

NOW, CAREFUL = Settings(), Settings(threshold=1, base="https://news.test/")

ROWS = "verdict,left,right,name,who,when,why\ndifferent,news/one.txt#Unity,news/two.txt#Unity,,,,\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, one of them under two names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "more").mkdir(parents=True)
    (tmp_path / "news" / "one.txt").write_text(ARTICLE)
    (tmp_path / "news" / "more" / "again.txt").write_text(ARTICLE)
    (tmp_path / "news" / "two.txt").write_text(f"Unity mourns\n\nOSLO, Nov 22, 2018. {OTHER}")
    return tmp_path


def exported(path: Path) -> bytes:
    with Store.reading(path) as store:
        return serialized(store, Format.NQUADS, with_text=True)


@pytest.mark.parametrize("old_format", [False, True])
def test_it_is_the_store_of_a_load_with_these_settings(here: Path, old_format: bool) -> None:
    store, fresh = here / "store", here / "fresh"
    load(["news"], store, CAREFUL)
    load(["news"], fresh, replace(NOW, base=CAREFUL.base))
    assert exported(store) != exported(fresh)
    if old_format:
        format_1(store)
    rebuilt = rebuild(store, NOW)
    assert rebuilt
    assert (rebuilt.read, rebuilt.kept, rebuilt.refused) == (2, 0, ())
    assert exported(store) == exported(fresh)
    assert Folder(store).versions() == Folder(fresh).versions()


def test_one_that_is_up_to_date_is_left_alone_unless_told(here: Path) -> None:
    load(["news"], here / "store", NOW)
    before = (here / "store" / "current").read_bytes()
    assert rebuild(here / "store", replace(NOW, max_characters=5000)) is None
    assert (here / "store" / "current").read_bytes() == before
    rebuilt = rebuild(here / "store", NOW, force=True)
    assert rebuilt
    assert rebuilt.read == 2
    assert (here / "store" / "current").read_bytes() != before


def test_what_would_be_refused_now_stays_as_it_was_and_is_told(here: Path) -> None:
    load(["news"], here / "store", CAREFUL)
    before = {graph.document.sources: graph for graph in moment(here / "store").documents}
    rebuilt = rebuild(here / "store", replace(NOW, max_characters=len(ARTICLE)))
    assert rebuilt
    assert rebuilt.read == 1
    assert rebuilt.refused == (
        Refusal("news/two.txt", f"is longer than {len(ARTICLE):,} characters; what the store has of it stays"),
    )
    after = {graph.document.sources: graph for graph in moment(here / "store").documents}
    assert after.keys() == before.keys()
    assert after["news/two.txt",] == before["news/two.txt",]
    assert after["news/more/again.txt", "news/one.txt"] != before["news/more/again.txt", "news/one.txt"]
    assert {version.threshold for version in Folder(here / "store").versions().read_by} == {0.5, 1}


def test_what_others_read_is_not_read_again(here: Path) -> None:
    (here / "found.jsonl").write_text(json.dumps(FOUND))
    import_extractions(["found.jsonl"], here / "store", NOW)
    assert rebuild(here / "store", NOW) is None, "there is nothing that kg read"
    load(["news"], here / "store", replace(NOW, threshold=1))
    before = [graph for graph in moment(here / "store").documents if graph.document.extractor is not None]
    rebuilt = rebuild(here / "store", NOW)
    assert rebuilt
    assert (rebuilt.read, rebuilt.kept) == (2, 1)
    assert [g for g in moment(here / "store").documents if g.document.extractor is not None] == before


def test_judgements_stay_with_the_file_that_they_came_from(here: Path) -> None:
    (here / "judgements.csv").write_text(ROWS)
    load(["news"], here / "store", replace(NOW, threshold=1))
    load(["news"], here / "fresh", NOW)
    kept = Folder(here / "store").kept()
    rebuilt = rebuild(here / "store", NOW)
    assert rebuilt
    assert len(rebuilt.replay.rows) == 1
    assert exported(here / "store") == exported(here / "fresh")
    assert Folder(here / "store").kept() == kept
    (here / "judgements.csv").unlink()
    again = rebuild(here / "store", NOW, force=True)
    assert again
    assert "is gone" in again.lost
    assert Folder(here / "store").kept() == kept


def test_places_stay_so_that_corrected_articles_take_the_place_of_old_ones(here: Path) -> None:
    load(["news"], here / "store", replace(NOW, threshold=1))
    rebuild(here / "store", NOW)
    (here / "news" / "two.txt").write_text(
        "Dee Dale won the election in Bergen on Sunday, the city council said today."
    )
    assert load(["news"], here / "store", NOW, replace=True).replaced == ("news/two.txt",)


def test_the_index_goes_with_it(here: Path) -> None:
    load(["news"], here / "store", replace(NOW, threshold=1))
    rebuild(here / "store", NOW)
    folder = Folder(here / "store")
    with Index.opened(folder.index, folder.snapshots.number) as index:
        assert not index.empty


def test_what_is_no_store_is_told_and_left(here: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        rebuild(here / "none", NOW)
    with pytest.raises(StoreError, match="is no store of kg"):
        rebuild(here / "news", NOW)
    assert sorted(p.name for p in (here / "news").iterdir()) == ["more", "one.txt", "two.txt"]
