"""Which suffix is read by which reader; a new format is a module and a line here."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
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
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Reader | Table], ...] = (
    (re.compile(rb"%PDF-"), _PDF),
    (_PAGE, _HTML),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}"'), jsonl.rows),
)


def form(name: str, head: bytes, *, guess: bool = False) -> Reader | Table:
    """How a file is read: by the suffix of its name or, where it has none, by how it begins.

    Raises `UnusableInput` for a suffix that is not known; with `guess`, that is none.
    """
    suffix = PurePath(name).suffix.lower()
    known: Mapping[str, Reader | Table] = {**READERS, **TABLES}
    if suffix in known:
        return known[suffix]
    if suffix and not guess:
        raise UnusableInput(
            f"{suffix} is no format that kg reads ({', '.join(sorted(known))}); convert the file, or leave it out"
        )
    return next((found for begins, found in _BEGINNINGS if begins.match(head)), _PLAIN)
