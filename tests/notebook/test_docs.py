"""What docs/python.md and the README say of Python is what happens."""

import doctest
import re
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").symlink_to(built)
    monkeypatch.chdir(tmp_path)


def test_the_readme_runs(root: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(code, {})  # noqa: S102


def test_the_examples_run(root: Path) -> None:
    failed, tried = doctest.testfile(str(root / "docs" / "python.md"), module_relative=False)
    assert (failed, tried > 20) == (0, True)
