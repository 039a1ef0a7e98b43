"""Which suffix is read by which reader; a new format is a module and a line here."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnusableInput
from kg.read import delimited, html, jsonl, markdown, pdf, plain
from kg.read.article import Article
from kg.read.row import Row


@dataclass(frozen=True, slots=True)
class Reader:
    """How a file of one format is read.

    `article`: bytes → article; raises `UnusableInput` with a reason that does not name the source. `widest`: bytes for
    each character that an article may have; of a larger file no more is read.
    """

    article: Callable[[bytes], Article]
    widest: int = 4


Table = Callable[[BinaryIO, int], Iterator[Row]]
"""A file, and how many characters a text has at most → its rows; raises `UnusableInput` where it can have none."""

TABLES: Mapping[str, Table] = {
    ".csv": delimited.rows,
    ".jsonl": jsonl.rows,
    ".ndjson": jsonl.rows,
    ".tsv": delimited.rows,
}
_PLAIN, _HTML, _MARKDOWN = Reader(plain.article), Reader(html.article), Reader(markdown.article)
_PDF = Reader(pdf.article, widest=64)  # most of it are pictures and fonts
READERS: Mapping[str, Reader] = {
    ".htm": _HTML,
    ".html": _HTML,
    ".markdown": _MARKDOWN,
    ".md": _MARKDOWN,
    ".pdf": _PDF,
    ".txt": _PLAIN,
    ".xhtml": _HTML,
}
HEAD = 1024
"""So many bytes tell the format of a file whose name does not."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


def table(path: Path) -> Table | None:
    """The reader for a file that holds many articles, if its suffix says that it does."""
    return TABLES.get(path.suffix.lower())


def reader(path: Path, head: bytes) -> Reader:
    """The reader for a file: by its suffix or, where it has none, by how it begins.

    Raises `UnusableInput` where there is none.
    """
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if suffix:
        known = ", ".join(sorted({*READERS, *TABLES}))
        raise UnusableInput(f"{suffix} is no format that kg reads ({known}); convert the file, or leave it out")
    if head.startswith(b"%PDF-"):
        return _PDF
    return _HTML if _PAGE.match(head) else _PLAIN
