"""Patterns of file names, where no shell has put names in their place: `articles/*.txt`, `more/**/*.md`."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path

_ANY_DEPTH = "**"


def is_pattern(source: str) -> bool:
    """Whether a SOURCE argument is one: it has `*`, `?` or `[…]`, and is no file or folder as it stands."""
    return has_magic(source) and not os.path.lexists(source)


def split(pattern: str) -> tuple[Path, tuple[str, ...]]:
    """The folder that is searched, and what fits below it, name by name."""
    parts = Path(pattern).parts
    first = next(at for at, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:first]), parts[first:]


def matches(pattern: str) -> tuple[Path, ...]:
    """The files and folders that fit, sorted. A name that begins with a dot fits only what begins with one too."""
    folder, parts = split(pattern)
    return tuple(sorted(set(_fitting(folder, parts))))


def _fitting(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    if not parts:
        yield folder
        return
    part, *rest = parts
    if part == _ANY_DEPTH:
        yield from _fitting(folder, rest)
    for child in _inside(folder):
        if part == _ANY_DEPTH:
            if child.is_dir() and not child.is_symlink() and not child.name.startswith("."):
                yield from _fitting(child, parts)
        elif fnmatchcase(child.name, part) and child.name.startswith(".") <= part.startswith("."):
            yield from _fitting(child, rest)


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
