"""The same articles give the same bytes, in whatever process and in whatever order they are named."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FILES = ("graph.ttl", "graph.trig", "graph.html", "report.md")


def build(sources: list[str], out: Path, root: Path, seed: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "kg", "build", *sources, "--out", str(out), "--quiet"]
    set_apart = {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": seed}
    subprocess.run(command, cwd=root, env={**os.environ, **set_apart}, check=True)
    return {name: (out / name).read_bytes() for name in FILES}


def test_two_builds_are_the_same(root: Path, tmp_path: Path) -> None:
    seeds = sorted(f"seeds/{path.name}" for path in (root / "seeds").iterdir())
    with ThreadPoolExecutor() as pool:
        one = pool.submit(build, seeds, tmp_path / "one", root, "1")
        other = pool.submit(build, seeds[::-1], tmp_path / "other", root, "2")
    assert one.result() == other.result()
