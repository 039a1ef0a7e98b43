"""The command line, run in this process."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.configuration import SETTINGS

ARTICLE = "Ann Lee beat Bo Berg by 101 votes to 61 in Oslo. Lee was elected president of Unity on Monday."
OTHER = "Cy Cole, a spokesman for Unity, said that Bo Berg resigned from Unity last week."


@dataclass(frozen=True)
class Result:
    """How a command ended and what it said."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def out(self) -> str:
        return self.stdout.decode()


Kg = Callable[..., Result]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Kg:
    """`kg("load", "a.txt", stdin=b"")`: what is no `KgError` and no exit comes through."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)

    def run(*args: object, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        out, err = capfdbinary.readouterr()
        assert isinstance(code, int)
        return Result(code, out, err.decode())

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(here: Path) -> Path:
    path = here / "article.txt"
    path.write_text(ARTICLE)
    return path
