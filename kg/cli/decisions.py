"""Decisions on their way into the judgements file, each written at once."""

import getpass
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import JudgementsError, KgError
from kg.export import write
from kg.judgements import added
from kg.model import Judgement, Verdict


@dataclass(slots=True)
class Decisions:
    """`kept`: what a file that is not there yet begins with."""

    file: Path
    kept: bytes
    who: str
    why: str = ""
    _before: list[bytes] = field(default_factory=list)
    _last: bytes = b""

    def __len__(self) -> int:
        return len(self._before)

    def add(self, verdict: Verdict, left: str, right: str = "", name: str = "") -> None:
        """One more row at the end of the file as it is now."""
        row = Judgement(verdict, left, right, name, self.who, date.today().isoformat(), self.why)
        before = self._bytes()
        self._last = added(before, row)
        write(self.file, self._last)
        self._before.append(before)

    def undo(self) -> None:
        """Takes the last row back. A `JudgementsError` if somebody else has changed the file."""
        if self._bytes() != self._last:
            raise JudgementsError(f"{self.file} was changed by somebody else: take the row back by hand")
        self._last = self._before.pop()
        write(self.file, self._last)

    def _bytes(self) -> bytes:
        return self.file.read_bytes() if self.file.exists() else self.kept


def whoever() -> str:
    """The name that git knows, else that of the account. A `KgError` if there is neither."""
    if given := os.environ.get("GIT_AUTHOR_NAME"):
        return given
    if git := shutil.which("git"):
        said = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
        if name := said.stdout.strip():
            return name
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise KgError("neither git nor the system knows your name: say who decides with --who NAME") from error
