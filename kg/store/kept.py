"""The copy of people's judgements that a state keeps, and where they came from."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self

JUDGEMENTS = _ROWS, _ORIGIN = "judgements.csv", "judgements.from"


@dataclass(frozen=True, slots=True)
class Kept:
    """`data`: the rows that people wrote, empty where there are none; `file`: where they were from, if from a file.

    `moved`: the place of that file, as seen from the store, is not where the file was.
    """

    data: bytes = b""
    file: Path | None = None
    moved: bool = False

    @classmethod
    def of(cls, state: Path, home: Path) -> Self:
        """What a state of the store in the folder `home` keeps."""
        data = (state / _ROWS).read_bytes() if (state / _ROWS).exists() else b""
        if not (state / _ORIGIN).exists():
            return cls(data)
        seen, _, whole = (state / _ORIGIN).read_bytes().partition(b"\0")
        file = home / os.fsdecode(seen)
        return cls(data, file, bool(whole) and os.path.realpath(file) != os.fsdecode(whole))

    def write(self, state: Path, home: Path) -> None:
        """The file's place is kept as seen from the store, so that both may move together, and as a whole."""
        (state / _ROWS).write_bytes(self.data)
        if self.file is None:
            (state / _ORIGIN).unlink(missing_ok=True)
        else:
            seen = os.path.relpath(self.file.resolve(), home.resolve())
            (state / _ORIGIN).write_bytes(b"\0".join((os.fsencode(seen), os.fsencode(self.file.resolve()))))


def hand_on(state: Path, other: Path, *names: str) -> None:
    """Copies what a state keeps beside its data, as it is, or the files with these names alone."""
    for file in state.iterdir():
        if file.is_file() and (not names or file.name in names):
            shutil.copyfile(file, other / file.name)
