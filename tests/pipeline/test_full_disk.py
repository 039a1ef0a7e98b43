"""A load on a disk that is full leaves a whole store, and goes on when there is room again."""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import DiskFull, StoreError
from kg.ids import Names
from kg.pipeline import change, derive, deriving
from kg.store import WritableStore
from tests.pipeline.test_kill import GRAPHS, exported, whole

SIZE = 4 << 20
STEP = 150 << 10


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder with a small file system of its own, in memory; an ordinary one where nobody may mount any."""
    path = tmp_path / "disk"
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(path)]
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield path
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    if mounted:
        subprocess.run(["umount", "--lazy", path], check=True)


def fill(disk: Path, free: int) -> None:
    """Leaves so many bytes, or fewer, of what was free; without a file system of our own, no file may have more."""
    if not disk.is_mount():
        resource.setrlimit(resource.RLIMIT_FSIZE, (free // 20, resource.RLIM_INFINITY))
        return
    ballast = disk / "ballast"
    ballast.unlink(missing_ok=True)
    there_is = os.statvfs(disk)
    ballast.write_bytes(bytes(max(0, there_is.f_bavail * there_is.f_frsize - free)))


def loaded(path: Path) -> bool:
    """Whether there was room."""
    try:
        with WritableStore.opened(path, Names()) as store:
            change(store, GRAPHS)
    except StoreError as error:
        assert isinstance(error, DiskFull) or not path.parent.is_mount()
        return False
    return True


def test_a_disk_may_be_full_at_any_moment(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "_BATCH", 60)
    monkeypatch.setattr(deriving, "_MANY", 1)
    store = disk / "store"
    found = []
    for free in range(0, SIZE, STEP):
        fill(disk, free)
        done = loaded(store)
        if (store / "current").exists():
            found.append(len(whole(store)))
        if done:
            break
    assert done, "there was never room"
    assert found == sorted(found)
    assert len(set(found)) > 3 or not disk.is_mount(), "full at the same moment each time"
    assert loaded(tmp_path / "elsewhere")
    assert exported(store) == exported(tmp_path / "elsewhere")
