"""One line → one document's graph, and what of it was refused."""

import hashlib
from dataclasses import dataclass

from kg.errors import UnusableInput
from kg.imports.entities import Refused, entities
from kg.imports.parsing import canonical, parsed
from kg.imports.relations import Claims
from kg.imports.schema import UNNAMED, Line, validated
from kg.imports.values import date
from kg.model import Document, DocumentGraph
from kg.settings import Settings

_ID_DIGITS = 16
# Characters that are looked through for words, at most: some seconds.
_MOST_WORK = 20_000_000_000


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a line gave. Each entity and relation of it is in the graph or refused."""

    graph: DocumentGraph
    refused: tuple[Refused, ...]


def read_line(line: bytes, place: str, settings: Settings) -> Extraction:
    """The graph of the document that a line holds: a pure function of the line, its place and the settings.

    `place` is its source unless it names another. Raises `UnusableInput` with a reason of one line where the line as a
    whole cannot be used, whatever its bytes are.
    """
    found = parsed(line)
    bytes_of = canonical({key: value for key, value in found.items() if key != "source"})
    given = validated(Line, found)
    document = _document(given, bytes_of, place, settings.max_characters)
    if len(document.text) * bytes_of.count(b'"') > _MOST_WORK:
        raise UnusableInput("says too much of too long a text; split it")
    who = entities(given.entities, document.text)
    claims, refused = Claims(document.id, document.text, who, settings.threshold).of(given.relations)
    known = tuple(sorted(who.known.values(), key=lambda entity: entity.id))
    return Extraction(DocumentGraph(document, known, who.mentions, claims), (*who.refused, *refused))


def _document(given: Line, bytes_of: bytes, place: str, most: int) -> Document:
    if len(given.text) > most:
        raise UnusableInput(f"its text is longer than {most:,} characters; split it")
    if "\0" in given.text or not any(map(str.isalnum, given.text)):
        raise UnusableInput("its text is empty or binary; leave it out")
    sha256 = hashlib.sha256(bytes_of).hexdigest()
    return Document(
        id=sha256[:_ID_DIGITS],
        sha256=sha256,
        text=given.text,
        sources=(_plain(given.source) or place,),
        title=_plain(given.title),
        issued=None if given.date is None else date(given.date),
        publisher=_plain(given.publisher),
        extractor=_plain(given.extractor) or UNNAMED,
    )


def _plain(name: str | None) -> str | None:
    """On one line; None where there is nothing to see."""
    return " ".join((name or "").split()) or None
