"""Finds the article that a user means."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kg.errors import KgError
from kg.model import Document
from kg.pages.nearest import nearest
from kg.pages.words import printable

_SHOWN: Final = 5
_ALL: Final = "`kg query 'SELECT ?source ?title { ?d dcterms:source ?source . OPTIONAL { ?d dcterms:title ?title } }'`"


class UnknownSource(KgError):
    """No article goes by that name, or several do."""


def article(documents: Iterable[Document], term: str) -> Document:
    """By source, id or title; else by the end of a source, its last characters. Raises `UnknownSource`."""
    known = sorted(documents, key=lambda document: (document.sources, document.id))
    wanted = term.rpartition("/document/")[2].removeprefix("doc:")
    ways: Sequence[Callable[[Document], bool]] = (
        lambda d: term in d.sources,
        lambda d: d.id == wanted,
        lambda d: d.title is not None and d.title.casefold() == term.casefold(),
        lambda d: bool(term) and any(source.endswith(term) for source in d.sources),
    )
    for way in ways:
        if found := [document for document in known if way(document)]:
            if len(found) == 1:
                return found[0]
            raise UnknownSource(f"“{printable(term)}” may be {_listed(found)}: name one by more of it, or by doc:ID")
    raise UnknownSource(f"no article is called “{printable(term)}”{_hint(known, term)}")


def _hint(known: Sequence[Document], term: str) -> str:
    """The articles with a name or title near to the term; else all, or how to list them."""
    by_name = [(name, d) for d in known for source in d.sources for name in (source, source.rpartition("/")[2])]
    by_name += [(d.title, d) for d in known if d.title]
    near = nearest(term, (name for name, _ in by_name))
    if meant := {d.id: d for name in near for own, d in by_name if own == name}:
        return f"; {'the nearest is' if len(meant) == 1 else 'the nearest are'} {_listed([*meant.values()])}"
    if len(known) > _SHOWN:
        return f" and nothing nearly so: {_ALL} lists all"
    return f": the store has {_listed(known)}"


def _listed(documents: Sequence[Document]) -> str:
    names = [f"{printable(d.sources[0])} (doc:{d.id})" for d in documents[:_SHOWN]]
    more = f" and {len(documents) - _SHOWN:,} more" if len(documents) > _SHOWN else ""
    return ", ".join(names) + more
