"""A load that is killed at any moment leaves a whole store, and the next one goes on."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.export import Format
from kg.ids import Names
from kg.model import DocumentGraph
from kg.pipeline import change, serialized
from kg.pipeline.contents import documents
from kg.rdf import corpus_quads
from kg.resolve import resolve
from kg.store import Store, WritableStore
from tests.samples import Article, election

KILLS = 30
LOADER = """
import sys; from pathlib import Path; from kg.ids import Names; from kg.pipeline import change, derive
from kg.store import WritableStore; from tests.pipeline.test_kill import GRAPHS
derive._BATCH = 60
print("ready", flush=True)
with WritableStore.opened(Path(sys.argv[1]), Names()) as store:
    change(store, GRAPHS)
"""


RENEWER = """
import sys; from pathlib import Path; from kg.pipeline import change, derive
from kg.store.renewal import renewing; from tests.pipeline.test_kill import GRAPHS
derive._BATCH = 60
print("ready", flush=True)
with renewing(Path(sys.argv[1])) as renewal:
    change(renewal.new, GRAPHS)
    renewal.replace()
"""


def reports() -> list[DocumentGraph]:
    """Names come again, so that batches touch what earlier ones made."""
    made = []
    for number in range(24):
        article = Article(f"Report {number}: she won.", issued=None)
        ids = [article.entity(f"Ann {'ABC'[number % 3]}erg"), article.entity(f"Bo {'DEFGH'[number % 5]}ale")]
        article.claim("defeated", "won", *ids)
        made.append(article.graph())
    return [*made, *election()]


GRAPHS = reports()


def loading(path: Path, program: str = LOADER) -> subprocess.Popen[str]:
    """A process that has begun to load all reports."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-c", program, path], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def whole(path: Path) -> Sequence[str]:
    """The documents of a store, which must have all that follows from them and nothing else."""
    with Store.reading(path) as store:
        known = tuple(documents(store))
        assert set(store.default_quads()) == set(corpus_quads(resolve(known), known, store.names))
        return [graph.document.id for graph in known]


def exported(path: Path) -> bytes:
    with Store.reading(path) as store:
        return serialized(store, Format.NQUADS, with_text=True)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, float]:
    """The bytes of a load that nobody killed, and how many seconds it took."""
    path = tmp_path_factory.mktemp("undisturbed") / "store"
    with loading(path) as process:
        began = time.monotonic()
        assert process.wait() == 0
    return exported(path), time.monotonic() - began


def test_a_load_may_be_killed_at_any_moment(tmp_path: Path, undisturbed: tuple[bytes, float]) -> None:
    expected, seconds = undisturbed
    found: list[int] = []
    for kill in range(KILLS):
        path = tmp_path / str(kill % 10)  # of each store, three loads are killed
        with loading(path) as process:
            time.sleep(seconds * kill / KILLS)  # no two processes are equally fast: the moments are others each time
            process.send_signal(signal.SIGKILL)
        if (path / "current").exists():
            found.append(len(whole(path)))
    assert len(set(found)) > 2, "killed at the same moment each time"
    for number in range(10):
        with WritableStore.opened(tmp_path / str(number), Names()) as store:
            change(store, GRAPHS)
        assert exported(tmp_path / str(number)) == expected


def test_what_was_published_before_a_kill_is_not_loaded_again(tmp_path: Path) -> None:
    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, GRAPHS[:5])
    with loading(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
    assert set(whole(tmp_path)) >= {graph.document.id for graph in GRAPHS[:5]}


def test_a_store_that_is_made_anew_is_the_old_or_the_new_one_at_any_moment(
    tmp_path: Path, undisturbed: tuple[bytes, float]
) -> None:
    new, seconds = undisturbed
    with WritableStore.opened(tmp_path / "old", Names()) as store:
        change(store, GRAPHS[:5])
    old = exported(tmp_path / "old")
    found = []
    for kill in range(10):
        path = shutil.copytree(tmp_path / "old", tmp_path / str(kill))
        with loading(path, RENEWER) as process:
            time.sleep(seconds * 1.5 * kill / 10)
            process.send_signal(signal.SIGKILL)
        found.append(exported(path))
        assert set(whole(path)) >= {graph.document.id for graph in GRAPHS[:5]}
        with WritableStore.opened(path, Names()) as store:
            change(store, GRAPHS)
        assert exported(path) == new
    assert set(found) <= {old, new}
    assert found[0] == old
