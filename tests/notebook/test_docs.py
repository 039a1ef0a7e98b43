"""docs/python.md says what happens."""

import doctest
from pathlib import Path

import pytest


def test_the_examples_run(built: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").symlink_to(built)
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(root / "docs" / "python.md"), module_relative=False)
    assert (failed, tried > 20) == (0, True)
