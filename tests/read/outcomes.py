"""What becomes of bytes in a file."""

from pathlib import Path

from kg.errors import UnusableInput
from kg.model import Document
from kg.read import Source, read
from kg.settings import Settings


def load(path: Path, data: bytes, *, most: int = 1_000_000) -> Document:
    """Of at most so many characters."""
    path.write_bytes(data)
    return read(Source(path, path.name), Settings(max_characters=most))


def outcome(path: Path, data: bytes) -> Document | str:
    """The document, or the one line that says why there is none."""
    try:
        return load(path, data)
    except UnusableInput as error:
        assert str(error).startswith(f"{path.name}: ")
        assert len(str(error).splitlines()) == 1
        return str(error)
