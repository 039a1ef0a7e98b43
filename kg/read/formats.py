"""Which suffix is read by which reader; a new format is a module and a line here."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import UnusableInput
from kg.read import html, markdown, plain
from kg.read.article import Article

Reader = Callable[[bytes], Article]
"""Bytes → article; raises `UnusableInput` with a reason that does not name the source."""

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


def reader(path: Path, data: bytes) -> Reader:
    """The reader for a file: by its suffix or, where it has none, by how it begins.

    Raises `UnusableInput` where there is none.
    """
    suffix = path.suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if suffix:
        known = ", ".join(sorted(READERS))
        raise UnusableInput(f"{suffix} is no format that kg reads ({known}); convert the file, or leave it out")
    return html.article if _PAGE.match(data) else plain.article
