"""Writes the file that a backup is: a ZIP file of a few known members, with a checksum for each."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO, BinaryIO, Final

from kg.ids import Names

LAYOUT: Final = 1
ABOUT: Final = "backup.json"
DATA: Final = "data.nq"
PLACES: Final = "places.jsonl"
SUMS: Final = "SHA256SUMS"
README: Final = "README.txt"
STATE: Final = re.compile(r"versions\.json|judgements\.(csv|from)|background-[0-9a-f]{16}\.(json|nq)")
"""The names of what a state keeps beside its data."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_EXPLAINED: Final = """A backup of a store of kg: a graph of news articles.

backup.json      what this is: the layout of this file, the release of kg that wrote it, the IRI that all names of the
                 data begin with, and how many articles (documents) and quads there are
data.nq          all of it in N-Quads (https://www.w3.org/TR/n-quads/): a named graph for each article, with its text;
                 what was derived from them is in the default graph
versions.json    what read the articles
judgements.csv   what people decided, if anybody did; judgements.from says which file it came from
background-…     what RDF files say beside the articles, if any were loaded, and what each of them was
places.jsonl     which files the articles came from, as seen from the folder of the store
SHA256SUMS       a checksum for each of the others: unpack the file and run `sha256sum -c SHA256SUMS`

`kg restore` makes a store of it.
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup holds; `kg` is the release that wrote it."""

    base: str
    documents: int
    quads: int
    kg: str
    layout: int = LAYOUT

    @property
    def names(self) -> Names:
        return Names(self.base)


class Packing:
    """Writes members, one after another; the same bytes for the same members."""

    def __init__(self, file: BinaryIO) -> None:
        self._packed = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._sums: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        with self.member(name) as member:
            member.write(data)

    @contextmanager
    def member(self, name: str) -> Iterator["Counted"]:
        """Takes the bytes of a member piece by piece."""
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
        with self._packed.open(info, "w", force_zip64=True) as member:
            counted = Counted(member)
            yield counted
        self._sums[name] = counted.sum

    def finish(self, about: About) -> None:
        self.add(ABOUT, (json.dumps(asdict(about), indent=1) + "\n").encode())
        self.add(README, _EXPLAINED.encode())
        self.add(SUMS, "".join(f"{self._sums[name]}  {name}\n" for name in sorted(self._sums)).encode())
        self._packed.close()


class Counted(io.RawIOBase):
    """Passes bytes on, to a file or from it; how many lines they are, and what their checksum is."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.lines = 0

    @property
    def sum(self) -> str:
        return self._hash.hexdigest()

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # of bytes alone
        self._note(data)
        return self._file.write(data)

    def read(self, size: int = -1, /) -> bytes:
        data = self._file.read(size)
        self._note(data)
        return data

    def _note(self, data: bytes) -> None:
        self._hash.update(data)
        self.lines += data.count(b"\n")
