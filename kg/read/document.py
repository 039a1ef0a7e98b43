"""One file → one `Document`, or one line that says why not."""

import hashlib
from typing import BinaryIO

from kg.errors import UnusableInput
from kg.model import Document
from kg.read import boilerplate, issued, language, publisher, title
from kg.read.article import Article
from kg.read.blocks import blocks_of
from kg.read.formats import Reader, Table
from kg.read.opening import opened
from kg.read.sources import Source
from kg.settings import Settings

_ID_DIGITS = 16


def read(source: Source, settings: Settings) -> Document:
    """The document that a file holds: a pure function of its bytes, its name and the settings.

    Raises `UnusableInput` with one line that begins with the source's name, whatever the bytes are.
    """
    try:
        with opened(source) as (form, file):
            return read_from(file, form, source.name, settings)
    except UnusableInput as reason:
        raise UnusableInput(f"{source.name}: {reason}") from None


def read_from(file: BinaryIO, form: Reader | Table, name: str, settings: Settings) -> Document:
    """The document that is left in a file; the `UnusableInput` does not name it.

    Never many more bytes are read than the longest text can take.
    """
    if not isinstance(form, Reader):
        raise UnusableInput("holds a table of articles, not one; `kg load` reads it")
    most = settings.max_characters
    largest = form.widest * (most + 1)  # an encoding signature is no character
    data = file.read(largest + 1)
    if len(data) > largest:
        raise UnusableInput(f"is longer than {most:,} characters, or has more than {largest:,} bytes; split it")
    article = form.article(data)
    if len(article.text) > most:
        raise UnusableInput(f"is longer than {most:,} characters; split it")
    return made(name, data, article)


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
