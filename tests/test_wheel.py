"""The wheel, installed on its own in another folder: it carries its data and needs nothing of the checkout."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from kg.pipeline.versions import deriver, extractor, schema


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin/` of a new environment that holds the wheel, and sees the packages of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, root], check=True)
    (wheel,) = folder.glob("kg-*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], check=True)
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    # Not by a .pth of this environment's own: the checkout's would be read too.
    (site / "parent.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return folder / "venv" / "bin"


def test_it_builds_a_graph_elsewhere(installed: Path, root: Path, built: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    subprocess.run([installed / "kg", "build", "seeds", "--out", "out", "--quiet"], cwd=tmp_path, check=True)
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == (built / "graph.ttl").read_bytes()


def test_it_runs_its_own_code_and_data(installed: Path, tmp_path: Path) -> None:
    program = "import kg.resources as r; print(r.__file__, r.folder('ontology'), r.folder('queries'), sep='\\n')"
    found = subprocess.run(
        [installed / "python", "-c", program], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert all(line.startswith(str(installed.parent)) for line in found.stdout.splitlines())


def test_its_code_and_data_are_those_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    program = "from kg.pipeline.versions import deriver, extractor, schema; print(extractor(), schema(), deriver())"
    found = subprocess.run(
        [installed / "python", "-c", program], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert found.stdout.split() == [extractor(), schema(), deriver()]


def test_it_knows_its_version_and_its_queries(installed: Path, root: Path, tmp_path: Path) -> None:
    def kg(*args: str) -> str:
        return subprocess.run(
            [installed / "kg", *args], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout

    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert kg("--version") == f"kg {project['version']}\n"
    assert len(kg("query", "--list").splitlines()) == len(list((root / "queries").glob("*.rq")))
