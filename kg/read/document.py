"""One file → one `Document`, or one line that says why not."""

import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import UnusableInput
from kg.model import Document
from kg.read import boilerplate, issued, language, publisher, title
from kg.read.article import Article
from kg.read.blocks import blocks_of
from kg.read.formats import HEAD, reader
from kg.read.sources import Source
from kg.settings import Settings

_ID_DIGITS = 16


def read(source: Source, settings: Settings) -> Document:
    """The document that a file holds: a pure function of its bytes, its name and the settings.

    Raises `UnusableInput` with one line that begins with the source's name, whatever the bytes are.
    """
    try:
        data, article = _content(source.path, settings.max_characters)
        return made(source.name, data, article)
    except UnusableInput as reason:
        raise UnusableInput(f"{source.name}: {reason}") from None


def made(name: str, data: bytes, article: Article) -> Document:
    """The document of an article, named by its bytes. Raises `UnusableInput` for one that is empty or not English."""
    text = article.text
    if not any(map(str.isalnum, text)):
        raise UnusableInput("is empty; leave it out")
    notes = language.notes(text)
    blocks = blocks_of(text)
    remarks = boilerplate.flag(text, blocks)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=sha256[:_ID_DIGITS],
        sha256=sha256,
        text=text,
        sources=(name,),
        title=article.title or title.title(text, blocks, remarks),
        issued=article.issued or issued.issued(text, blocks, remarks),
        publisher=article.publisher or publisher.publisher(text, blocks, remarks),
        authors=article.authors,
        link=article.link,
        boilerplate=remarks,
        notes=tuple(sorted({*notes, *article.notes})),
    )


def _content(path: Path, most: int) -> tuple[bytes, Article]:
    """The file's bytes and its article; never many more bytes are read than `most` characters can take."""
    with opened(path) as file:
        head = file.read(HEAD)
        form = reader(path, head)
        largest = form.widest * (most + 1)  # an encoding signature is no character
        data = head + file.read(max(0, largest + 1 - len(head)))
    if len(data) > largest:
        raise UnusableInput(f"is longer than {most:,} characters, or {form.widest} bytes for each; split it")
    article = form.article(data)
    if len(article.text) > most:
        raise UnusableInput(f"is longer than {most:,} characters; split it")
    return data, article


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file to be read. Raises `UnusableInput` where it cannot be, also later on."""
    try:
        _check_kind(path)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise UnusableInput("no such file or folder; check the path") from None
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror}); check the path and its permissions") from None


def _check_kind(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnusableInput("is a folder in which no file can be read; check its contents and permissions")
    if not stat.S_ISREG(mode):
        raise UnusableInput("is no regular file; save its contents as a text file first")
