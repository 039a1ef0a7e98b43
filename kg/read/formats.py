"""Which suffix is read by which reader; a new format is a module and a line here."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnusableInput
from kg.read import delimited, html, jsonl, markdown, plain
from kg.read.article import Article
from kg.read.row import Row

Reader = Callable[[bytes], Article]
"""Bytes → article; raises `UnusableInput` with a reason that does not name the source."""

Table = Callable[[BinaryIO, int], Iterator[Row]]
"""A file, and how many characters a text has at most → its rows; raises `UnusableInput` where it can have none."""

TABLES: Mapping[str, Table] = {
    ".csv": delimited.rows,
    ".jsonl": jsonl.rows,
    ".ndjson": jsonl.rows,
    ".tsv": delimited.rows,
}
READERS: Mapping[str, Reader] = {
    ".htm": html.article,
    ".html": html.article,
    ".markdown": markdown.article,
    ".md": markdown.article,
    ".txt": plain.article,
    ".xhtml": html.article,
}
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


def table(path: Path) -> Table | None:
    """The reader for a file that holds many articles, if its suffix says that it does."""
    return TABLES.get(path.suffix.lower())


def reader(path: Path, data: bytes) -> Reader:
    """The reader for a file: by its suffix or, where it has none, by how it begins.

    Raises `UnusableInput` where there is none.
    """
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if suffix:
        known = ", ".join(sorted({*READERS, *TABLES}))
        raise UnusableInput(f"{suffix} is no format that kg reads ({known}); convert the file, or leave it out")
    return html.article if _PAGE.match(data) else plain.article
