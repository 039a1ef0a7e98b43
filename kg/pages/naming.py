"""Finds entities by the names that people type."""

from itertools import chain

from rapidfuzz import process

from kg.errors import KgError
from kg.ids import slug
from kg.model import CorpusGraph, Entity
from kg.pages.words import printable

_NEAREST = 3


class UnknownName(KgError):
    """A name or id that the graph does not know, or not as many as are needed."""


def named(corpus: CorpusGraph, term: str) -> set[str]:
    """The ids of the entities that a term names: by label or IRI, else by another name, which several may share.

    Raises `UnknownName`, which tells the nearest names.
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
    names = sorted(set(chain.from_iterable((e.label, *e.alt_labels) for e in corpus.entities)))
    nearest = process.extract(term, names, limit=_NEAREST, processor=str.casefold)
    return (
        "; the nearest names are " + ", ".join(f"“{printable(name)}”" for name, *_ in nearest)
        if nearest
        else ": the graph is empty"
    )
