"""Where pages are, by the paths that IRIs have below their base."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

TEXT_SHOWN: Final = 100_000
"""So many characters of an article stand on one page."""


@dataclass(frozen=True, slots=True)
class Links:
    """Paths below `root`, which ends in a slash; ids are quoted."""

    root: str = "/"

    def entity(self, id: str, page: int = 1) -> str:
        return self._to("entity", id, page)

    def statement(self, id: str, page: int = 1) -> str:
        return self._to("statement", id, page)

    def claim(self, id: str) -> str:
        return self._to("claim", id)

    def conflict(self, id: str) -> str:
        return self._to("conflict", id)

    def change(self, id: str) -> str:
        return self._to("change", id)

    def relation(self, name: str, page: int = 1) -> str:
        """Of an open relation (`rel:warn_about`)."""
        return self._to("relation", name.removeprefix("rel:"), page)

    def document(self, id: str, page: int = 1) -> str:
        return self._to("document", id, page)

    def claim_place(self, document: str, claim: str, begin: int) -> str:
        """Where the sentence of a claim begins in its article.

        >>> Links().claim_place("9a3e", "77b0", 120)
        '/document/9a3e#claim-77b0'
        """
        return f"{self.document(document, begin // TEXT_SHOWN + 1)}#claim-{quote(claim, safe='')}"

    def search(self, term: str = "", page: int = 1) -> str:
        query = ({"q": term} if term else {}) | ({"page": page} if page > 1 else {})
        return f"{self.root}search" + (f"?{urlencode(query)}" if query else "")

    @property
    def style(self) -> str:
        return f"{self.root}assets/site.css"

    def _to(self, kind: str, id: str, page: int = 1) -> str:
        return f"{self.root}{kind}/{quote(id, safe='')}" + (f"?page={page}" if page > 1 else "")
