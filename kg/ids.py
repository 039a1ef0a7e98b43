"""Same input, same name: ids are hashes and slugs of content, IRIs are ids under a base."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span

KG = "https://example.org/kg/ontology#"
DEFAULT_BASE = "https://example.org/kg/"
_DIGITS, _LONGEST = 16, 80
_APOSTROPHES = re.compile(r"['’ʼ`]")
_NOT_WORD = re.compile(r"[\W_]+")


def digest(*parts: object, digits: int = _DIGITS) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts, which are told apart by a separator."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:digits]


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """A name as part of an IRI: lower case, without accents, words joined by hyphens. Other scripts are kept.

    >>> slug("Zoë Müller"), slug("U.S. Board of Trade"), slug("…")
    ('zoe-muller', 'u-s-board-of-trade', 'x-b493')
    """
    plain = text if text.isascii() else _unaccented(text)
    words = _NOT_WORD.sub("-", _APOSTROPHES.sub("", plain).lower()).strip("-")
    return words or "x-" + digest(text, digits=4)


def cut(slug: str) -> str:
    """The first words of a slug, at most eighty characters, for an id that something else makes unique.

    >>> len(cut("-".join(["word"] * 20)))
    79
    """
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Names:
    """Mints data IRIs under a base, which ends in a slash."""

    base: str = DEFAULT_BASE

    def document(self, id: str) -> str:
        return f"{self.base}document/{id}"

    def local(self, document: str, entity: str) -> str:
        return f"{self.base}document/{document}#{entity}"

    def span(self, document: str, span: Span) -> str:
        """A fragment identifier after RFC 5147."""
        return f"{self.base}document/{document}#char={span.begin},{span.end}"

    def claim(self, id: str) -> str:
        return f"{self.base}claim/{id}"

    def entity(self, id: str) -> str:
        return f"{self.base}entity/{id}"

    def statement(self, id: str) -> str:
        return f"{self.base}statement/{id}"

    def conflict(self, id: str) -> str:
        return f"{self.base}conflict/{id}"

    def change(self, id: str) -> str:
        return f"{self.base}change/{id}"

    def match(self, id: str) -> str:
        return f"{self.base}match/{id}"

    def difference(self, id: str) -> str:
        return f"{self.base}difference/{id}"

    def relation(self, name: str) -> str:
        """`defeated` is a term of the ontology, `rel:warn_about` an open relation of the data."""
        return f"{self.base}relation/{name[4:]}" if name.startswith("rel:") else KG + name
