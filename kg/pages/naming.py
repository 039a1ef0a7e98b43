"""Finds entities by the names that people type."""

from collections.abc import Iterable
from itertools import chain

from kg.errors import KgError
from kg.ids import slug
from kg.model import CorpusGraph, Entity
from kg.pages.nearest import nearest
from kg.pages.words import printable


class UnknownName(KgError):
    """A name or id that the graph does not know, or not as many as are needed."""


def named(corpus: CorpusGraph, term: str) -> set[str]:
    """The ids of the entities that a term names: by label or IRI, else by another name, which several may share.

    Raises `UnknownName`, which tells the names that are near, or how to list all.
    """
    wanted = term.rpartition("/entity/")[2].removeprefix("ent:").casefold()
    for names in (_own_names, _other_names):
        found = {e.id for e in corpus.entities if wanted in names(e)}
        if found:
            return found
    raise UnknownName(f"no entity is called “{printable(term)}”{_hint(corpus, term)}")


def _own_names(entity: Entity) -> set[str]:
    return {entity.id, entity.label.casefold()}


def _other_names(entity: Entity) -> set[str]:
    return {slug(entity.label), *entity.replaces, *map(str.casefold, entity.alt_labels), *map(slug, entity.alt_labels)}


def _hint(corpus: CorpusGraph, term: str) -> str:
    if not corpus.entities:
        return ": the graph is empty"
    near = nearest(term, chain.from_iterable((e.label, *e.alt_labels) for e in corpus.entities if e.named))
    if not near:
        return " and nothing nearly so: `kg query entities` lists the names"
    return f"; {'the nearest name is' if len(near) == 1 else 'the nearest names are'} {_quoted(near)}"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{printable(name)}”" for name in names)
