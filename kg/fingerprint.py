"""Tells versions of code and word lists apart by the contents of their files, alike in a checkout and a wheel."""

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg import resources

_DIGITS = 12
_SUFFIXES = frozenset({".py", ".toml", ".csv", ".ttl"})


@cache
def release() -> str:
    """The version that the package bears, installed or in a checkout."""
    try:
        return version("kg")
    except PackageNotFoundError:
        project = tomllib.loads((Path(resources.__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])


@cache
def fingerprint(*parts: str) -> str:
    """Of files and folders, as they lie in a checkout: `kg/extract`, `kg/model.py`, `ontology/lexicon`."""
    found = {name: path for part in parts for name, path in _files(part)}
    return hashed(found)


def hashed(files: dict[str, Path]) -> str:
    """The first digits of a SHA-256 of names and contents, in whatever order they are given."""
    whole = hashlib.sha256()
    for name, path in sorted(files.items()):
        with path.open("rb") as file:
            whole.update(f"{name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return whole.hexdigest()[:_DIGITS]


def _files(part: str) -> Iterator[tuple[str, Path]]:
    first, _, rest = part.partition("/")
    top = Path(resources.__file__).parent if first == "kg" else resources.folder(first)
    place = top / rest
    for path in place.rglob("*") if place.is_dir() else [place]:
        if path.suffix in _SUFFIXES:
            yield f"{first}/{path.relative_to(top).as_posix()}", path
