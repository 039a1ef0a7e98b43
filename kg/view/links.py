"""Links inside the one file."""

from dataclasses import dataclass
from urllib.parse import urlencode

from kg.pages.links import Links


@dataclass(frozen=True, slots=True)
class Places(Links):
    """A place is what the address of the page says behind its #, for the page's script to follow."""

    root: str = "#"

    def claim_place(self, document: str, claim: str, begin: int) -> str:  # noqa: ARG002
        return f"{self.document(document)}&{urlencode({'claim': claim})}"

    def _to(self, kind: str, id: str, page: int = 1) -> str:  # noqa: ARG002
        return f"#{urlencode({kind: id})}"
