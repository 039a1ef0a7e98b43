"""Pages → files that `kg load` reads, named by their addresses."""

import codecs
import os
from pathlib import Path
from typing import Final

from kg.fetch.addresses import Address
from kg.fetch.limits import Refused
from kg.fetch.pages import Page
from kg.ids import digest, slug

SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/plain": ".txt",
}
_LONGEST: Final = 80
_DIGITS: Final = 8


def file_of(asked: str, page: Page, folder: Path) -> Path:
    """The same for the same address, and another for any other: host, words of the path, and a hash of all."""
    suffix = SUFFIXES.get(page.kind)
    if suffix is None:
        raise Refused(
            f"is {page.kind[:60] or 'of no kind that is told'}, not a page, a feed, text or PDF; save it by hand"
        )
    address = Address.of(asked)
    words = slug(address.target.strip("/").removesuffix(suffix) or "index")[:_LONGEST].strip("-")
    name = f"{words}-{digest(str(address), digits=_DIGITS)}{suffix}"
    return folder / slug(address.origin.partition("://")[2]) / name


def bytes_of(page: Page) -> bytes:
    """As they came; but a page of which its server names the encoding is written in UTF-8, for a file names none."""
    if page.kind == "application/pdf" or not page.charset:
        return page.body
    try:
        text = page.body.decode(codecs.lookup(page.charset).name)
    except (LookupError, UnicodeError):
        return page.body
    return codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", errors="replace")


def save(file: Path, data: bytes) -> bool:
    """Writes it whole or not at all; whether it is another than it was."""
    if file.exists() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data)
    os.replace(beside, file)  # noqa: PTH105 - the same
    return True
