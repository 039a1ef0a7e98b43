"""After a sync the store holds what the folder holds, whatever it held before and however earlier syncs ended."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as tested
from hypothesis import strategies as st

from kg.errors import KgError
from kg.export import Format
from kg.model import Document, DocumentGraph
from kg.pipeline import NothingUsable, Synced, derive, load, planned, serialized, sync
from kg.pipeline.extraction import Extraction, fault
from kg.pipeline.intake import Intake
from kg.pipeline.progress import Unseen
from kg.settings import Settings
from kg.store import Store
from tests.samples import Article

NAMES = ("Ann Lee", "Bo Berg", "Cy Cole", "Di Dahl")


def text(number: int) -> str:
    """English, and of no other number."""
    return (
        f"{NAMES[number % 4]} beat {NAMES[(number + 1) % 4]} in the vote of the party on the {number}th of the month."
    )


class Cheap(Intake):
    """Finds the names in a text, and who beat whom, without a language model."""

    def _graphs(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            graph = self._graph(document)
            yield document, fault(graph, Settings()) or graph

    def _graph(self, document: Document) -> DocumentGraph:
        article = Article(document.text)
        article.document = document
        ids = [article.entity(name) for name in sorted(NAMES, key=document.text.find) if name in document.text]
        if len(ids) == 2:
            article.claim("defeated", "beat", *ids)
        return article.graph()


def cheap() -> Cheap:
    return Cheap(Settings(), Unseen())


def synced(store: Path, *sources: Path, most_removed: int = 100) -> Synced:
    return sync([str(source) for source in sources], store, Settings(), most_removed=most_removed, intake=cheap())


def loaded(store: Path, *sources: Path) -> None:
    load([str(source) for source in sources], store, Settings(), intake=cheap())


def exported(store: Path) -> bytes:
    with Store.reading(store) as opened:
        return serialized(opened, Format.NQUADS, with_text=True)


def fresh(folder: Path, *sources: Path) -> bytes:
    """The bytes of a new store that is loaded from the sources."""
    shutil.rmtree(folder / "fresh", ignore_errors=True)
    loaded(folder / "fresh", *sources)
    return exported(folder / "fresh")


State = Mapping[str, Sequence[int]]
"""By their paths, the numbers of the texts of files; of tables there are several."""


def written(folder: Path, state: State) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, numbers in state.items():
        (folder / name).parent.mkdir(exist_ok=True)
        rows = "".join(f'"{text(number)}"\n' for number in numbers)
        (folder / name).write_text(f"text\n{rows}" if name.endswith(".csv") else text(numbers[0]))
    return folder


FILES = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "sub/a.txt", "sub/c.md"]), st.tuples(st.integers(0, 6)), min_size=1
)
TABLES = st.dictionaries(
    st.sampled_from(["wire.csv", "sub/more.csv"]), st.lists(st.integers(0, 6), min_size=1, max_size=4)
)
STATES = st.builds(lambda files, tables: {**files, **tables}, FILES, TABLES)


@tested(max_examples=40, deadline=None)
@given(st.lists(STATES, min_size=1, max_size=4), st.none() | STATES)
def test_of_any_states_of_a_folder_the_last_counts(states: Sequence[State], other: State | None) -> None:
    with TemporaryDirectory() as name:
        place, news, stays = (Path(name, part) for part in ("store", "news", "other/news"))
        others = [written(stays, other)] if other else []
        for source in others:
            loaded(place, source)
        for state in states:
            synced(place, written(news, state))
        assert exported(place) == fresh(Path(name), news, *others)
        again = synced(place, news).comparison
        assert again.unchanged
        assert not (again.loaded or again.replaced or again.renamed or again.removed)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return written(tmp_path / "news", {"a.txt": [1], "b.txt": [2], "sub/c.txt": [3], "wire.csv": [4, 5]})


@pytest.fixture
def store(tmp_path: Path, news: Path) -> Path:
    synced(tmp_path / "store", news)
    return tmp_path / "store"


def test_each_source_is_told_once_and_a_plan_tells_the_same_and_writes_nothing(store: Path, news: Path) -> None:
    written(news, {"a.txt": [6], "moved.txt": [2], "wire.csv": [4, 5], "new.txt": [7]})
    before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file()}
    plan = planned([str(news)], store, Settings())
    assert {path: path.read_bytes() for path in store.rglob("*") if path.is_file()} == before
    done = synced(store, news)
    for found in (plan.comparison, done.comparison):
        assert found.loaded == ("news/new.txt",)
        assert found.replaced == ("news/a.txt",)
        assert found.renamed == (("news/b.txt", "news/moved.txt"),)
        assert found.removed == ("news/sub/c.txt",)
        assert found.unchanged == ("news/wire.csv#1", "news/wire.csv#2")
    assert not plan.stopped


def test_a_plan_makes_no_store(tmp_path: Path, news: Path) -> None:
    assert len(planned([str(news)], tmp_path / "none", Settings()).comparison.loaded) == 5
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("state", [{}, {"a.txt": [1]}, {"a.txt": [1], "new.txt": [7]}], ids=["all", "most", "and new"])
def test_where_most_went_nothing_is_changed_until_it_is_told(state: State, store: Path, news: Path) -> None:
    before = exported(store)
    written(news, state)
    assert planned([str(news)], store, Settings()).stopped.partition(str(news))[0].endswith("of the 5 articles from ")
    with pytest.raises(KgError, match="--max-removed 100"):
        synced(store, news, most_removed=50)
    assert exported(store) == before
    synced(store, news, most_removed=100)
    assert exported(store) == (fresh(news.parent, news) if state else b"")


def test_a_folder_that_is_not_there_changes_nothing(store: Path, news: Path) -> None:
    before = exported(store)
    shutil.rmtree(news)
    with pytest.raises(KgError, match="check the path"):
        synced(store, news, most_removed=100)
    assert exported(store) == before


def unreadable(path: Path) -> None:
    """As it is when the disk that it leads to is not there."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.symlink_to(path.with_name("nowhere"))


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("a.txt", ["news/a.txt"]),
        ("sub", ["news/sub/c.txt"]),
        ("wire.csv", ["news/wire.csv#1", "news/wire.csv#2"]),
    ],
)
def test_what_cannot_be_read_stays(name: str, stays: list[str], store: Path, news: Path) -> None:
    before = exported(store)
    unreadable(news / name)
    done = synced(store, news, most_removed=0)
    assert sorted({place.source for place in done.comparison.staying}) == stays
    (refused,) = done.refused
    assert refused.source == f"news/{name}"
    assert refused.reason.endswith("what the store has of it stays")
    assert exported(store) == before
    (news / name).unlink()
    assert synced(store, news).comparison.removed == tuple(stays)


def test_a_table_with_a_row_that_cannot_be_read_loses_none(store: Path, news: Path) -> None:
    (news / "wire.csv").write_text(f'text\n"{text(4)}"\n"{text(5)}",too many\n"{text(7)}"\n')
    done = synced(store, news, most_removed=0)
    assert [refused.source for refused in done.refused] == ["news/wire.csv, line 3"]
    assert done.comparison.loaded == ("news/wire.csv#3",)
    assert [place.source for place in done.comparison.staying] == ["news/wire.csv#2"]


def test_an_article_that_names_nobody_replaces_none(store: Path, news: Path) -> None:
    before = exported(store)
    (news / "a.txt").write_text("It was said that there would be a vote of some kind at some time in the year.")
    for _ in range(2):
        done = synced(store, news)
        assert [refused.source for refused in done.refused] == ["news/a.txt"]
        assert done.comparison.replaced == ()
        assert exported(store) == before


def test_where_nothing_can_be_used_nothing_is_done(tmp_path: Path) -> None:
    folder = written(tmp_path / "news", {})
    with pytest.raises(NothingUsable):
        synced(tmp_path / "store", folder)
    (folder / "a.txt").write_bytes(b"\0\1\2")
    with pytest.raises(NothingUsable):
        synced(tmp_path / "store", folder)
    assert not (tmp_path / "store").exists()


def test_what_came_under_other_names_stays(store: Path, news: Path) -> None:
    """Also if it is the same file: nobody said that this load was to follow the folder."""
    loaded(store, news / "a.txt")
    loaded(store, written(news.parent / "other" / "news", {"b.txt": [8], "x.txt": [9]}))
    written(news, {"wire.csv": [4, 5]})
    done = synced(store, news)
    assert done.left == ("news/b.txt", "news/x.txt")
    alone = written(news.parent / "alone", {"a.txt": [1]}) / "a.txt"
    assert exported(store) == fresh(news.parent, news, news.parent / "other" / "news", alone)


def test_several_sources_at_once(tmp_path: Path, news: Path) -> None:
    more = written(tmp_path / "more", {"a.txt": [1], "z.txt": [8]})
    synced(tmp_path / "store", news, more, news / "a.txt")
    (more / "a.txt").unlink()
    (news / "b.txt").unlink()
    assert synced(tmp_path / "store", more).comparison.removed == ("more/a.txt",)
    assert synced(tmp_path / "store", news, more, news / "a.txt").comparison.removed == ("news/b.txt",)
    assert exported(tmp_path / "store") == fresh(tmp_path, news, more, news / "a.txt")


def test_a_store_and_its_folder_may_move_together(tmp_path: Path, store: Path, news: Path) -> None:
    (tmp_path / "new").mkdir()
    for path in (store, news):
        path.rename(tmp_path / "new" / path.name)
    (tmp_path / "new" / "news" / "b.txt").unlink()
    assert synced(tmp_path / "new" / "store", tmp_path / "new" / "news").comparison.removed == ("news/b.txt",)


KILLS = 12
SYNCER = """
import sys; from pathlib import Path; from kg.pipeline import derive; from tests.pipeline.test_sync import synced
derive._BATCH = 60
print("ready", flush=True)
synced(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def syncing(store: Path, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-c", SYNCER, store, folder], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def ids(store: Path) -> frozenset[str]:
    with Store.reading(store) as opened:
        return opened.document_ids()


def state(number: int) -> State:
    """Of any two, some files are the same, some have other texts or names, and some are in one alone."""
    return {f"{name}.txt": [(name + 2 * number) % 17] for name in range(number, number + 14)} | {"w.csv": [number, 4]}


def test_a_sync_may_be_killed_at_any_moment_and_the_next_one_goes_on(tmp_path: Path) -> None:
    store, news = tmp_path / "store", tmp_path / "news"
    with syncing(tmp_path / "undisturbed", written(news, state(0))) as process:
        began = time.monotonic()
        assert process.wait() == 0
    seconds = time.monotonic() - began
    synced(store, news)
    seen = set()
    for kill in range(KILLS):
        before = ids(store)
        with syncing(store, written(news, state(kill))) as process:
            time.sleep(seconds * kill / KILLS)
            process.send_signal(signal.SIGKILL)
        held = {place.document for place in planned([str(news)], store, Settings()).comparison.held.places}
        assert before & held <= ids(store) <= before | held
        seen.add(ids(store) == before)
    synced(store, news)
    assert exported(store) == fresh(tmp_path, news)
    assert seen == {True, False}, "killed at the same moment each time"


class BrokenOff(Cheap):
    """Ends as Ctrl-C does, at the third article."""

    def _graph(self, document: Document) -> DocumentGraph:
        if len(self.loaded) == 2:
            raise KeyboardInterrupt
        return super()._graph(document)


def test_what_a_sync_that_was_broken_off_put_in_does_not_stay_for_ever(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derive, "_BATCH", 60)
    with pytest.raises(KeyboardInterrupt):
        sync([str(news)], tmp_path / "store", Settings(), intake=BrokenOff(Settings(), Unseen()))
    assert len(ids(tmp_path / "store")) == 2
    (news / "a.txt").unlink()
    assert synced(tmp_path / "store", news).comparison.removed == ("news/a.txt",)
    assert exported(tmp_path / "store") == fresh(tmp_path, news)
