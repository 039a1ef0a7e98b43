"""What a backup holds comes back, all of it or nothing, and nothing but a backup is restored."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import KgError, StoreError
from kg.ids import Names
from kg.pipeline import backup, change, load, restore
from kg.pipeline.background import learn
from kg.rdf import document_quads
from kg.settings import Settings
from kg.store import Store, WritableStore
from kg.store.folder import Folder
from kg.store.places import Places
from tests.cli.conftest import ARTICLE, OTHER
from tests.pipeline.test_kill import GRAPHS, exported
from tests.pipeline.test_rebuild import ROWS
from tests.samples import election
from tests.store.test_renewal import format_1

RESTORER = """
import sys; from pathlib import Path; from kg.pipeline import restore
print("ready", flush=True)
restore(Path(sys.argv[1]), Path(sys.argv[2]), replace=True)
"""
Members = dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of two articles that follows judgements and has a background, and with its backup."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "news").mkdir()
    (folder / "news" / "one.txt").write_text(ARTICLE)
    (folder / "news" / "two.txt").write_text(OTHER)
    (folder / "people.csv").write_text(ROWS)
    load([str(folder / "news")], folder / "store", Settings(), judgements=folder / "people.csv")
    (folder / "known.nt").write_text("<https://a.test/s> <https://a.test/p> <https://a.test/o> .\n")
    learn([folder / "known.nt"], folder / "store")
    backup(folder / "store", folder / "store.zip")
    return folder


def kept(path: Path) -> tuple[object, ...]:
    """All that a store holds beside its graph."""
    with Places.reading(Folder(path).places) as places, Store.reading(path) as store:
        background = {file.name: file.read_bytes() for file in store.beside() if "background" in file.name}
        assert len(background) in {0, 2}
        return Folder(path).kept(), Folder(path).versions(), background, set(places.all())


def test_all_of_a_store_comes_back(made: Path) -> None:
    restored = made / "restored"
    about = restore(made / "store.zip", restored)
    assert (about.documents, about.base) == (2, Names().base)
    assert exported(restored) == exported(made / "store")
    _, *others = kept(made / "store")
    assert kept(restored)[1:] == tuple(others)
    assert kept(restored)[0].file.read_bytes() == (made / "people.csv").read_bytes()  # type: ignore[attr-defined]
    backup(restored, made / "again.zip")
    assert (made / "again.zip").read_bytes() == (made / "store.zip").read_bytes()
    (made / "news" / "three.txt").write_text(
        "Dee Dale won the election in Bergen on Sunday, the city council said today."
    )
    copied = shutil.copytree(made / "store", made / "copied")
    for path in (copied, restored):
        load([str(made / "news")], path, Settings())
    assert exported(restored) == exported(copied)


def test_the_same_store_gives_the_same_bytes_whatever_came_when(tmp_path: Path) -> None:
    for name, graphs in (("one", election()), ("other", list(reversed(election())))):
        for graph in graphs:
            with WritableStore.opened(tmp_path / name, Names()) as store:
                change(store, [graph])
        backup(tmp_path / name, tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_it_can_be_read_and_checked_without_kg(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made / "store.zip") as packed:
        assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        packed.extractall(tmp_path)
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, check=True)
    told = (tmp_path / "README.txt").read_text()
    names = {path.name for path in tmp_path.iterdir() if not path.name.startswith("background-")} - {"README.txt"}
    assert all(name in told for name in names)
    assert (tmp_path / "judgements.csv").read_text() == ROWS


def test_a_backup_is_of_one_moment_while_a_load_runs(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path / "store", Names()) as store:
        change(store, GRAPHS[:3])
        before = exported(tmp_path / "store")
        store.add([document_quads(GRAPHS[4], store.names)])
        backup(tmp_path / "store", tmp_path / "store.zip")
    restore(tmp_path / "store.zip", tmp_path / "restored")
    assert exported(tmp_path / "restored") == before


def test_a_store_is_replaced_only_if_that_is_said(made: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    with WritableStore.opened(old, Names()) as store:
        change(store, GRAPHS)
    before = exported(old)
    with pytest.raises(StoreError, match="has a store already: name another folder, or pass --replace"):
        restore(made / "store.zip", old)
    assert exported(old) == before
    restore(made / "store.zip", new)
    with Store.reading(old) as reader:
        restore(made / "store.zip", old, replace=True)
        assert len(reader.document_ids()) == len(GRAPHS)
    assert (exported(old), kept(old)[1:]) == (exported(new), kept(new)[1:])


def test_a_store_of_the_first_format_is_replaced(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "store", tmp_path / "old")
    format_1(tmp_path / "old")
    restore(made / "store.zip", tmp_path / "old", replace=True)
    assert exported(tmp_path / "old") == exported(made / "store")


def test_neither_another_base_nor_another_folder_is_replaced(made: Path, tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path / "store", Names("https://news.test/")) as store:
        change(store, election())
    with pytest.raises(StoreError, match=r"has IRIs under https://news\.test/, the backup https://example\.org/kg/"):
        restore(made / "store.zip", tmp_path / "store", replace=True)
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="is no store of kg"):
        restore(made / "store.zip", tmp_path, replace=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt", "store"]


def resummed(members: Members) -> Members:
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in members.items() if name != "SHA256SUMS"}
    return {**members, "SHA256SUMS": "".join(f"{sum}  {name}\n" for name, sum in sums.items()).encode()}


def about(**changed: object) -> Callable[[Members], Members]:
    return lambda m: resummed({**m, "backup.json": json.dumps({**json.loads(m["backup.json"]), **changed}).encode()})


def other(name: str, data: bytes) -> Callable[[Members], Members]:
    return lambda members: resummed({**members, name: data})


FOREIGN = b"<https://a.test/s> <https://a.test/p> <https://a.test/o> <https://a.test/g> .\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda m: {**m, "data.nq": m["data.nq"].replace(b"Ann", b"Bob")}, "data.nq is not what was written"),
        (lambda m: {**m, "versions.json": b"{}"}, "versions.json is not what was written"),
        (lambda m: {**m, "SHA256SUMS": b"\xff"}, "backup.json is not what was written"),
        (lambda m: {name: data for name, data in m.items() if name != "data.nq"}, "it has no data.nq"),
        (lambda m: {**m, "../../evil": b""}, "it has '../../evil', which no backup has"),
        (lambda m: {**m, "/etc/passwd": b""}, "it has '/etc/passwd', which no backup has"),
        (other("data.nq", b"<a> <b>"), "its data.nq is no N-Quads"),
        (other("data.nq", b""), "its articles are not those that it tells of"),
        (other("data.nq", FOREIGN + FOREIGN.replace(b"/g>", b"/h>")), "its articles are not those that it tells of"),
        (other("data.nq", b"#" * (1 << 27)), "its data.nq is packed too densely"),
        (other("judgements.csv", b" " * ((1 << 26) + 1)), "its judgements.csv is too large"),
        (other("places.jsonl", b"[]\n"), "its places.jsonl cannot be understood"),
        (other("places.jsonl", b'{"source": "\\ud800", "document": "", "path": ""}\n'), "its places.jsonl cannot be"),
        (other("places.jsonl", b"[" * 100_000), "its places.jsonl cannot be understood"),
        (other("backup.json", b"[" * 100_000), "its backup.json cannot be understood"),
        (about(base="<x>"), "its backup.json cannot be understood"),
        (about(layout=2), "it has layout 2, this kg reads 1: use the kg that wrote it"),
    ],
)
@pytest.mark.parametrize("there", [False, True])
def test_what_is_no_backup_is_told_and_changes_nothing(
    change: Callable[[Members], Members], told: str, there: bool, made: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(made / "store.zip") as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    file, store = tmp_path / "other.zip", tmp_path / "deep" / "store"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in change(members).items():
            packed.writestr(name, data)
    if there:
        shutil.copytree(made / "store", store)
        before = exported(store)
    with pytest.raises(KgError) as error:
        restore(file, store, replace=True)
    assert str(error.value).startswith(f"{file} is no backup that can be restored: {told}")
    assert "\n" not in str(error.value)
    if there:
        assert exported(store) == before
    else:
        assert not store.exists()


@pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_is_told(part: float, made: Path, tmp_path: Path) -> None:
    data = (made / "store.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[: int(len(data) * part)])
    with pytest.raises(KgError, match="is damaged, or no backup"):
        restore(tmp_path / "cut.zip", tmp_path / "store")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("part", range(30))
def test_a_file_that_was_changed_on_the_way_is_told_or_holds_the_same(part: int, made: Path, tmp_path: Path) -> None:
    data = bytearray((made / "store.zip").read_bytes())
    data[-part * 40 - 1 if part % 2 else part * len(data) // 30] ^= 0xFF  # a date, for one, may be any
    (tmp_path / "bad.zip").write_bytes(data)
    try:
        restore(tmp_path / "bad.zip", tmp_path / "store")
    except KgError as error:
        assert "\n" not in str(error)
        assert not (tmp_path / "store").exists()
    else:
        assert exported(tmp_path / "store") == exported(made / "store")


def test_a_restore_that_is_killed_leaves_no_store_or_the_old_or_the_new_one(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path / "new", Names()) as store:
        change(store, GRAPHS)
    with WritableStore.opened(tmp_path / "old", Names()) as store:
        change(store, GRAPHS[:5])
    backup(tmp_path / "new", tmp_path / "new.zip")
    old, new = exported(tmp_path / "old"), exported(tmp_path / "new")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for kill in range(12):
        path = tmp_path / str(kill)
        if kill % 2:
            shutil.copytree(tmp_path / "old", path)
        command: list[str | Path] = [sys.executable, "-c", RESTORER, tmp_path / "new.zip", path]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.01 * kill)
            process.send_signal(signal.SIGKILL)
        if kill % 2 or (path / "current").exists():
            assert exported(path) in ({old, new} if kill % 2 else {new})
        restore(tmp_path / "new.zip", path, replace=True)
        assert exported(path) == new
