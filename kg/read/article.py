"""What a file's format gives of one article, before anything is read out of its words."""

from dataclasses import dataclass

from kg.model import Literal


@dataclass(frozen=True, slots=True)
class Article:
    """The text, and the metadata that stand beside it. `link`: the address under which it was published."""

    text: str
    title: str | None = None
    issued: Literal | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    link: str | None = None
    notes: tuple[str, ...] = ()
