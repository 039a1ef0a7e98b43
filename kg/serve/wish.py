"""What a worker is asked for by somebody who browses."""

from dataclasses import dataclass

from kg.pages.links import Links


@dataclass(frozen=True, slots=True)
class Wish:
    """A noun by its kind ("entity", "document", "statement", "claim", "conflict" …) and id, or the search for a term.

    `media_type`: how it is to be written.
    """

    kind: str
    id: str
    page: int
    media_type: str
    links: Links
