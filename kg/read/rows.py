"""A file → its documents: one, or one for each row of a table."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.errors import KgError, UnusableInput, mistake
from kg.model import Document
from kg.read import given, plain
from kg.read.article import Article
from kg.read.document import made, read_from
from kg.read.formats import Reader
from kg.read.opening import opened
from kg.read.row import TOO_LONG, Row
from kg.read.sources import Source
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Refused:
    """What gave no document: a source, or a row of one; and why."""

    name: str
    reason: str


def documents(source: Source, settings: Settings) -> Iterator[Document | Refused]:
    """Each document that a file holds, in its order, and what of it gave none. Raises nothing for what files hold."""
    try:
        with opened(source) as (form, file):
            if isinstance(form, Reader):
                yield read_from(file, form, source.name, settings)
                return
            for row in form(file, settings.max_characters):
                yield _document(source.name, row, settings)
    except UnusableInput as error:
        yield Refused(source.name, str(error))
    except KgError:
        raise
    except Exception as error:  # of whatever kind: libraries that read what anybody wrote may raise any
        yield Refused(source.name, mistake(error))


def _document(name: str, row: Row, settings: Settings) -> Document | Refused:
    """Named by what the row says; its source is its address, or else the file with `#` and its id or number."""
    own = row.fields.link or f"{name}#{given.words(row.fields.first('id')) or row.number}"
    try:
        article = replace(_article(row, settings.max_characters), link=None)
        return made(own, _bytes(article), article)
    except UnusableInput as error:
        return Refused(f"{name}, {row.place}", str(error))


def _article(row: Row, most: int) -> Article:
    if row.fault:
        raise UnusableInput(row.fault)
    text = row.fields.first("text")
    if text is None:
        raise UnusableInput("has no text; leave it out")
    if len(text) > most:
        raise UnusableInput(TOO_LONG)
    if plain.is_binary(text) or not _is_whole(text):
        raise UnusableInput("has a text with characters that are none; leave it out")
    return row.fields.article(text)


def _is_whole(text: str) -> bool:
    """Whether there are no halves of characters in it, as JSON can have them."""
    return not any("\ud800" <= c <= "\udfff" for c in text)


def _bytes(article: Article) -> bytes:
    """The same for the same article in any table: what names its document."""
    told = {
        "authors": article.authors,
        "date": article.issued.text if article.issued else None,
        "notes": article.notes,
        "publisher": article.publisher,
        "text": article.text,
        "title": article.title,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
