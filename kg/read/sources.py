"""Which files the SOURCE arguments mean, and under which names their documents are known."""

import heapq
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.read import patterns

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and its name: the last component of the SOURCE argument and the path below it.

    `piped`: it is no file but standard input, which can be read once.
    """

    path: Path
    name: str
    piped: bool = False


def standard_input(name: str) -> Source:
    """What comes from standard input, under a name that somebody gives it."""
    return Source(Path("-"), _printable(name), piped=True)


def find(sources: Sequence[str | Source]) -> Iterator[Source]:
    """The files that the arguments name, folders searched throughout, by name and each file once.

    A pattern that no file is called by means the files and folders that fit it, named from the folder on that stands
    before it. Hidden files in folders are passed over. What is missing, is no text or cannot be listed is yielded as
    well, and so is a folder without files: `kg.read.read` refuses it with the reason. Links are followed, to each
    folder once. What is a `Source` already comes first.
    """
    yield from dict.fromkeys(source for source in sources if isinstance(source, Source))
    # A child's name sorts after its folder's, so taking the least name first gives all names in order.
    pending = sorted(named for source in sources if isinstance(source, str) for named in _meant(source))
    seen: set[str] = set()
    while pending:
        name, path = heapq.heappop(pending)
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        inside = _inside(path)
        for child in inside:
            heapq.heappush(pending, (f"{name}/{_printable(child.name)}", child))
        if not inside:
            yield Source(path, name)


def meant(source: str) -> tuple[Path, ...]:
    """The files and folders that an argument means, before any folder is searched."""
    return tuple(path for _, path in _meant(source))


def _meant(source: str) -> list[tuple[str, Path]]:
    if not patterns.is_pattern(source):
        return [(called(Path(source)), Path(source))]
    folder, _ = patterns.split(source)
    found = patterns.matches(source)
    return [("/".join((called(folder), *map(_printable, path.relative_to(folder).parts))), path) for path in found] or [
        (_printable(source), Path(source))
    ]


def _inside(path: Path) -> list[Path]:
    """What a folder holds; nothing for a file, nor for a folder that cannot be listed."""
    try:
        return [child for child in path.iterdir() if not child.name.startswith(".")]
    except OSError:
        return []


def called(path: Path, below: str = "") -> str:
    """The name of a SOURCE argument, and of what is found in it at `below`, a path that begins with a slash."""
    named = path if path.name not in {"", ".."} else Path(os.path.realpath(path))
    return _printable(named.name + below)


def _printable(name: str) -> str:
    """Names go into one-line messages and into RDF: no line breaks, no bytes that are no text."""
    return _UNPRINTABLE.sub("\ufffd", name)
