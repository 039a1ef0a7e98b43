"""A store knows what read and derived it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.fingerprint import release
from kg.ids import Names
from kg.index import Index
from kg.model import DocumentGraph
from kg.pipeline import change, load, sync
from kg.pipeline.versions import deriver, extractor, others, present, recorded, schema
from kg.settings import Settings
from kg.store import WritableStore
from kg.store.folder import Folder
from kg.store.versions import UNKNOWN, Version, Versions
from tests.samples import election

NOW = Version(release(), extractor(), schema(), "en_core_web_md 3.8.0", present(Settings()).weights, 0.5, 1_000_000)


def imported(graph: DocumentGraph) -> DocumentGraph:
    return replace(graph, document=replace(graph.document, extractor="other"))


def test_a_load_records_what_read_and_with_which_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann Lee beat Bo Berg in Oslo. Lee was elected president of Unity on Monday.")
    load([str(tmp_path / "a.txt")], tmp_path / "store", Settings())
    assert Folder(tmp_path / "store").versions() == Versions(frozenset({NOW}), deriver())
    load([str(tmp_path / "a.txt")], tmp_path / "store", Settings(threshold=0.6))
    assert Folder(tmp_path / "store").versions().read_by == {NOW}, "nothing was read"
    (tmp_path / "b.txt").write_text("Cy Cole, a spokesman for Unity, said that Bo Berg resigned from Unity last week.")
    load([str(tmp_path / "b.txt")], tmp_path / "store", Settings(threshold=0.6))
    assert Folder(tmp_path / "store").versions().read_by == {NOW, replace(NOW, threshold=0.6)}


def test_a_sync_records_it_as_well(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(
        "Ann Lee beat Bo Berg in Oslo. Lee was elected president of Unity on Monday."
    )
    sync([str(tmp_path / "news")], tmp_path / "store", Settings())
    assert Folder(tmp_path / "store").versions().read_by == {NOW}


def test_what_others_read_is_not_recorded(tmp_path: Path) -> None:
    first, second, *_ = election()
    with WritableStore.opened(tmp_path, Names()) as store:
        assert list(recorded(store, [imported(first)], Settings())) == [imported(first)]
        assert store.versions == Versions()
        assert list(recorded(store, [imported(first), second], Settings())) == [imported(first), second]
        assert store.versions.read_by == {NOW}


def test_what_another_version_derived_is_derived_anew(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, election())
        whole = set(store.default_quads())
        store.keep_versions(replace(store.versions, derived_by="another"))
        store.replace_default_graph([])
        store.publish()
        with Index.opened(store.index, store.published - 1) as index:
            index.belongs_to(store.published)
        change(store)
        assert set(store.default_quads()) == whole
        assert store.versions.derived_by == deriver()


@pytest.mark.parametrize(
    ("read_by", "settings", "words"),
    [
        ([], None, ()),
        ([NOW], None, ()),
        ([NOW], Settings(), ()),
        ([NOW, replace(NOW, max_characters=9)], Settings(), ()),
        ([NOW, UNKNOWN], None, ("an earlier version of kg",)),
        ([replace(NOW, kg="0.0.9", extractor="e")], None, ("kg 0.0.9",)),
        ([replace(NOW, extractor="e")], None, (f"another state of kg {release()}",)),
        ([replace(NOW, schema="s")], None, ("another ontology (s)",)),
        ([replace(NOW, model="en 1", weights="w")], None, ()),
        ([replace(NOW, model="en 1", weights="w")], Settings(), ("the model en 1 (w)",)),
        ([replace(NOW, threshold=0.6)], None, ()),
        ([replace(NOW, threshold=0.6)], Settings(), ("the threshold 0.6",)),
        ([NOW, replace(NOW, threshold=0.6)], None, ("the threshold 0.5",)),
    ],
)
def test_what_differs_is_told_in_words(
    read_by: list[Version], settings: Settings | None, words: tuple[str, ...]
) -> None:
    assert others(Versions(frozenset(read_by)), settings) == words
