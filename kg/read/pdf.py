"""PDF: the text of its pages as paragraphs, by pypdf, without what runs through them."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.errors import UnusableInput
from kg.read import given, paragraphs, plain, running
from kg.read.article import Article
from kg.read.sheets import Sheet, Sheets, sheets

_HEAD: Final = 4_000  # characters in which an article says who wrote it, and what it is called
_SHOWN: Final = 3
_LOST: Final = "\ufffd"
_MOST_UNREADABLE: Final = 0.01


def article(data: bytes) -> Article:
    """The text of all pages, an empty line between its paragraphs. Raises `UnusableInput`.

    Its title and author are what the file says only where its first words say the same: programs write there the name
    of a file or of an account. The day on which the file was made is no day of publication.
    """
    found = sheets(data)
    pages, left = running.without(found.pages)
    text = "\n\n".join(paragraphs.paragraphs(pages))
    _check(text, found)
    return Article(
        text=text,
        title=_confirmed(found.title, text),
        authors=given.names(filter(None, (_confirmed(name, text) for name in found.author.split(";")))),
        notes=tuple(_notes(found, pages, left)),
    )


def _check(text: str, found: Sheets) -> None:
    if not any(map(str.isalnum, text)):
        if found.lost:
            raise UnusableInput("has no page that could be read; get it again, or print it into a new PDF file")
        raise UnusableInput(
            "has no text: it is a scan, or empty; have its letters recognized first, as with `ocrmypdf`"
        )
    unreadable = sum(c == _LOST or not (c.isprintable() or c.isspace()) for c in text)
    if plain.is_binary(text) or unreadable > _MOST_UNREADABLE * len(text):
        raise UnusableInput(
            "does not say which letters its fonts show; have them recognized first, as with `ocrmypdf --force-ocr`"
        )


def _confirmed(told: str, text: str) -> str | None:
    """What the file says of itself, if the first words of its text say it too."""
    words = given.words(told)
    return words if words and _letters(words) and _letters(words) in _letters(text[:_HEAD]) else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _notes(found: Sheets, pages: Sequence[Sheet], left: Sequence[str]) -> Iterator[str]:
    if left:
        kinds = {running.kind(line): given.words(line) or "" for line in reversed(left)}
        shown = ", ".join(f"“{line}”" for line in list(reversed(kinds.values()))[:_SHOWN])
        yield f"{len(left):,} headers, footers and page numbers are not in its text: {shown}"
    if found.lost:
        yield f"pages that could not be read: {', '.join(map(str, found.lost))} of {len(pages)}"
    if empty := [str(number) for number, page in enumerate(pages, 1) if not page and number not in found.lost]:
        yield f"pages without text: {', '.join(empty)} of {len(pages)}"
    if found.warnings:
        yield "its file is not as PDF has it: some of its text may be missing"
