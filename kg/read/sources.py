"""Which files the SOURCE arguments mean, and under which names their documents are known."""

import heapq
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and its name: the last component of the SOURCE argument and the path below it."""

    path: Path
    name: str


def find(sources: Sequence[str]) -> Iterator[Source]:
    """The files that the arguments name, folders searched throughout, by name and each file once.

    Hidden files in folders are passed over. What is missing, is no text or cannot be listed is yielded as well, and so
    is a folder without files: `kg.read.read` refuses it with the reason. Links are followed, to each folder once.
    """
    # A child's name sorts after its folder's, so taking the least name first gives all names in order.
    pending = sorted((called(Path(source)), Path(source)) for source in sources)
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
