"""Which suffix is read by which reader; a new format is a module and a line here."""

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import UnusableInput
from kg.read import plain

Reader = Callable[[bytes], str]
"""Bytes → text; raises `UnusableInput` with a reason that does not name the source."""

READERS: Mapping[str, Reader] = {".txt": plain.decode, "": plain.decode}


def reader(path: Path) -> Reader:
    """The reader for a file of this name. Raises `UnusableInput` where there is none."""
    suffix = path.suffix.lower()
    if suffix not in READERS:
        known = ", ".join(sorted(filter(None, READERS)))
        raise UnusableInput(f"{suffix} is no format that kg reads ({known}); convert the file, or leave it out")
    return READERS[suffix]
