"""Reads the file that a backup is, and trusts nothing in it."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, Self
from zlib import error as ZlibError  # noqa: N812 - an error, and nothing else says of what

from kg.errors import KgError
from kg.pipeline.packing import ABOUT, DATA, LAYOUT, PLACES, README, STATE, SUMS, About, Counted
from kg.settings import checked_base

_NEEDED: Final = {ABOUT, DATA, SUMS}
_KNOWN: Final = {*_NEEDED, README, PLACES}
_LARGEST: Final = 1 << 26  # bytes of those that are read at once
_DENSEST: Final = 200  # bytes for each packed one; quads have about 20


class Packed:
    """The members of a backup that is what it says, `state` the names of some; each is checked when it was read."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        _check_members(packed.infolist())
        self._packed = packed
        lines = packed.read(SUMS).decode("ascii", "replace").splitlines()
        self._sums: Mapping[str, str] = {name: sum for sum, _, name in (line.partition("  ") for line in lines)}
        self.about = _about(self._whole(ABOUT))
        self.state = sorted(filter(STATE.fullmatch, self._members))

    @classmethod
    @contextmanager
    def opened(cls, file: Path) -> Iterator[Self]:
        """A `KgError` in one line, then and later, where the file cannot be read, is damaged or is no backup."""
        try:
            with zipfile.ZipFile(file) as packed:
                yield cls(packed)
        except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
            raise KgError(f"{file} is damaged, or no backup ({error}): name a file that `kg backup` wrote") from error
        except _NoBackup as error:
            raise KgError(f"{file} is no backup that can be restored: {error}") from error
        except OSError as error:
            raise KgError(f"{file} cannot be read ({error.strerror or error}): check the path") from error

    @contextmanager
    def member(self, name: str) -> Iterator[IO[bytes]]:
        """A member to read to its end, or an empty one if it is missing."""
        if name not in self._members:
            yield io.BytesIO()
            return
        with self._packed.open(name) as file:
            counted = Counted(file)
            yield counted  # type: ignore[misc]  # it reads, and that is all that is asked of it
            counted.read()
        self._check(name, counted.sum)

    def _whole(self, name: str) -> bytes:
        with self.member(name) as file:
            return file.read()

    def _check(self, name: str, sum: str) -> None:
        if self._sums.get(name) != sum:
            raise _NoBackup(f"{name} is not what was written, by its checksum")

    @property
    def _members(self) -> frozenset[str]:
        return frozenset(self._packed.namelist())


class _NoBackup(Exception):
    """Why a file is none."""


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if missing := sorted(_NEEDED.difference(names)):
        raise _NoBackup(f"it has no {missing[0]}")
    if strange := sorted(name for name in set(names) - _KNOWN if not STATE.fullmatch(name)):
        raise _NoBackup(f"it has {strange[0]!r:.80}, which no backup has")
    if len(set(names)) < len(names):
        raise _NoBackup("it has two members of one name")
    for member in members:
        if member.flag_bits & 1 or member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise _NoBackup(f"its {member.filename} is packed in a way that no backup is")
        if not member.filename.endswith((".nq", PLACES)) and member.file_size > _LARGEST:
            raise _NoBackup(f"its {member.filename} is too large")
        if member.file_size > _LARGEST and member.file_size > _DENSEST * member.compress_size:
            raise _NoBackup(f"its {member.filename} is packed too densely to be one")


def _about(data: bytes) -> About:
    try:
        found = json.loads(data)
        if found["layout"] != LAYOUT:
            raise _NoBackup(f"it has layout {found['layout']!r:.20}, this kg reads {LAYOUT}: use the kg that wrote it")
        about = About(checked_base(found["base"]), int(found["documents"]), int(found["quads"]), str(found["kg"]))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise _NoBackup(f"its {ABOUT} cannot be understood") from error
    return about
