"""The store on disk: what goes in comes out, once, and a crash or another process is never taken for an answer."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.ids import Names
from kg.store import Store, WritableStore

NAMES = Names()
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def quads(id: str, *labels: str) -> list[ox.Quad]:
    document = ox.NamedNode(NAMES.document(id))
    return [ox.Quad(document, LABEL, ox.Literal(label), document) for label in labels]


def derived(*labels: str) -> list[ox.Quad]:
    return [ox.Quad(ox.NamedNode(NAMES.entity("x")), LABEL, ox.Literal(label)) for label in labels]


def contents(path: Path) -> set[ox.Quad]:
    with Store.reading(path) as store:
        return set(store.quads())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two documents, "a" and "b", and a default graph."""
    path = tmp_path / "new" / "store"
    with WritableStore.opened(path, NAMES) as store:
        store.add([quads("a", "one", "two"), quads("b", "one")])
        store.replace_default_graph(derived("x"))
        store.publish()
    return path


@contextmanager
def elsewhere(mode: str, path: Path) -> Iterator[None]:
    """Another process that has the store open."""
    opened = "WritableStore.opened(path, Names())" if mode == "writing" else "Store.reading(path)"
    code = (
        "import sys; from pathlib import Path; from kg.ids import Names; from kg.store import Store, WritableStore\n"
        f"path = Path(sys.argv[1])\nwith {opened}:\n    print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield


def test_what_goes_in_comes_out(path: Path) -> None:
    with Store.reading(path) as store:
        assert store.document_ids() == {"a", "b"}
        assert set(store.document_quads("a")) == set(quads("a", "one", "two"))
        assert list(store.document_quads("c")) == []
        assert list(store.default_quads()) == derived("x")
        assert store.names == NAMES
    assert contents(path) == {*quads("a", "one", "two"), *quads("b", "one"), *derived("x")}


def test_a_document_added_again_changes_nothing_and_a_second_source_only_adds(path: Path) -> None:
    before = contents(path)
    with WritableStore.opened(path, NAMES) as store:
        store.add([quads("a", "two", "one")])
        store.replace_default_graph(derived("x"))
        store.publish()
    assert contents(path) == before
    with WritableStore.opened(path, NAMES) as store:
        store.add([quads("a", "one", "two", "three")])
        store.replace_default_graph(derived("x"))
        store.publish()
    assert contents(path) - before == set(quads("a", "three"))


def test_more_documents_than_one_batch_are_all_kept(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path, NAMES) as store:
        store.add(iter(quads(str(number), "one")) for number in range(250))
        assert store.document_ids() == {str(number) for number in range(250)}


def test_a_store_that_forgets_what_was_read_has_what_was_written(path: Path) -> None:
    before = contents(path)
    with WritableStore.opened(path, NAMES) as store:
        assert set(store.quads()) == before
        store.add([quads("c", "three")])
        store.forget()
        assert set(store.quads()) == before | set(quads("c", "three"))
    assert contents(path) == before, "nothing was published"


def test_the_default_graph_is_replaced_and_no_document_touched(path: Path) -> None:
    with WritableStore.opened(path, NAMES) as store:
        store.replace_default_graph(iter(derived("y", "z")))
        assert set(store.default_quads()) == set(derived("y", "z"))
        assert set(store.document_quads("a")) == set(quads("a", "one", "two"))


def test_queries_run_over_the_union_or_over_the_default_graph(path: Path) -> None:
    text = "SELECT ?o { ?s label: ?o } ORDER BY ?o"

    def labels(store: Store, *, union: bool) -> list[str]:
        found = store.query(text, prefixes={"label": LABEL.value}, union=union)
        assert isinstance(found, ox.QuerySolutions)
        return [solution["o"].value for solution in found]

    with Store.reading(path) as store:
        assert labels(store, union=True) == ["one", "one", "two", "x"]
        assert labels(store, union=False) == ["x"]


def test_a_store_that_is_not_there_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"no store at .*none: run `kg load SOURCE --store .*none` first"),
        Store.reading(tmp_path / "none"),
    ):
        pass
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("writing", [True, False])
def test_a_folder_of_somebody_else_is_refused_and_left_as_it_is(tmp_path: Path, writing: bool) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    opened = WritableStore.opened(tmp_path, NAMES) if writing else Store.reading(tmp_path)
    with pytest.raises(StoreError, match="is no store of kg"), opened:
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("writing", [True, False])
def test_a_file_is_no_store(tmp_path: Path, writing: bool) -> None:
    file = tmp_path / "file"
    file.write_text("dear")
    with (
        pytest.raises(StoreError, match="is a file"),
        WritableStore.opened(file, NAMES) if writing else Store.reading(file),
    ):
        pass
    assert file.read_text() == "dear"


@pytest.mark.parametrize(
    ("marker", "message"),
    [("", "damaged"), ("[]", "damaged"), ("{}", "damaged"), ('{"format": 99, "base": "x:/"}', "format 99")],
)
def test_a_marker_that_we_do_not_understand_is_said_so(path: Path, marker: str, message: str) -> None:
    (path / "kg-store.json").write_text(marker)
    with pytest.raises(StoreError, match=message), Store.reading(path):
        pass


def test_one_store_has_one_base(path: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"pass `--base https://example\.org/kg/`"),
        WritableStore.opened(path, Names("x:/")),
    ):
        pass


def test_a_writer_is_alone(path: Path) -> None:
    with (
        elsewhere("writing", path),
        pytest.raises(StoreError, match="another process is writing into"),
        WritableStore.opened(path, NAMES),
    ):
        pass
    assert contents(path)


@pytest.mark.parametrize("there", ["reading", "writing"])
def test_readers_are_not(path: Path, there: str) -> None:
    with elsewhere(there, path), Store.reading(path) as store:
        assert store.document_ids() == {"a", "b"}


def test_readers_see_what_was_published_when_they_began(path: Path) -> None:
    with elsewhere("reading", path), Store.reading(path) as reader:
        with WritableStore.opened(path, NAMES) as writer:
            for id in "cde":
                writer.add([quads(id, "new")])
                with Store.reading(path) as other:
                    assert id not in other.document_ids()
                writer.publish()
                with Store.reading(path) as other:
                    assert id in other.document_ids()
        assert reader.document_ids() == {"a", "b"}
        assert set(reader.quads()) == {*quads("a", "one", "two"), *quads("b", "one"), *derived("x")}
    assert contents(path) > {*quads("c", "new"), *quads("d", "new"), *quads("e", "new")}


def test_of_states_that_nobody_reads_the_last_is_kept(path: Path) -> None:
    for id in "cd":
        with WritableStore.opened(path, NAMES) as store:
            store.add([quads(id, "new")])
            store.publish()
    assert len(list((path / "states").iterdir())) == 1
    assert not (path / "scratch").exists()


def test_what_is_not_published_is_nowhere(path: Path) -> None:
    before = contents(path)
    with WritableStore.opened(path, NAMES) as store:
        store.add([quads("c", "new")])
    assert contents(path) == before


def test_a_store_with_nothing_in_it_yet_says_so(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path, NAMES):
        pass
    with pytest.raises(StoreError, match=r"nothing was loaded into .* yet: run `kg load"), Store.reading(tmp_path):
        pass


@pytest.mark.parametrize("name", ["", "../..", "00000009", "\u00e9"])
def test_a_state_that_is_not_there_is_told(path: Path, name: str) -> None:
    (path / "current").write_text(name, encoding="utf-8")
    with pytest.raises(StoreError, match="load into a new folder"), Store.reading(path):
        pass


def test_a_failure_inside_the_block_is_not_taken_for_one_of_the_store(path: Path) -> None:
    with pytest.raises(FileNotFoundError), Store.reading(path):
        raise FileNotFoundError
    with pytest.raises(BlockingIOError), WritableStore.opened(path, NAMES):
        raise BlockingIOError


@pytest.mark.parametrize("last", ["die()", "store.replace_default_graph(die() for _ in 'x')", "store.publish(); die()"])
def test_after_a_kill_all_that_was_published_is_there_and_nothing_else(path: Path, last: str) -> None:
    code = (
        "import os, sys; from pathlib import Path; from kg.ids import Names\n"
        "from kg.store import WritableStore; from tests.store.test_store import quads\n"
        f"def die(): os.kill(os.getpid(), {signal.SIGKILL:d})\n"
        "with WritableStore.opened(Path(sys.argv[1]), Names()) as store:\n"
        f"    store.add([quads('c', 'new')]); {last}"
    )
    before = contents(path)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code, path], env=environment).returncode == -signal.SIGKILL
    after = before | set(quads("c", "new")) if "publish" in last else before
    assert contents(path) == after
    with WritableStore.opened(path, NAMES) as store:
        assert set(store.quads()) == after


def test_a_change_that_fails_halfway_leaves_nothing_of_itself(path: Path) -> None:
    def failing() -> Iterator[ox.Quad]:
        yield from quads("c", "one")
        raise UnicodeError

    with WritableStore.opened(path, NAMES) as store:
        with pytest.raises(UnicodeError), store.whole():
            store.change((), derived("x"), "a")
            store.add([failing()])
        assert not store.changed
        assert set(store.quads()) == contents(path)
