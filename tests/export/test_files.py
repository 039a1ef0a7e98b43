"""A file is there whole or not at all."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.export import write


def test_a_file_is_replaced_and_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"much longer than the new one")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["none/graph.ttl", "file/graph.ttl", "folder"])
def test_where_no_file_can_be_nothing_changes(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("dear")
    (tmp_path / "folder").mkdir()
    with pytest.raises(KgError, match=r"cannot write .*: name a file in a folder that you can write to"):
        write(tmp_path / place, b"new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "dear"


def test_a_pipe_stays_a_pipe_and_takes_what_is_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        write(pipe, b"new")
        assert read.result(10) == b"new"
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
