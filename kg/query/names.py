"""The names that a store has for entities, relations and sources, and which of them a user means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ids import KG, slug
from kg.ontology import load_ontology
from kg.pages.naming import UnknownName
from kg.pages.nearest import nearest
from kg.pages.words import printable
from kg.query.library import Query
from kg.query.parameters import bound
from kg.query.run import Queryable

_SHOWN: Final = 5
_ENTITIES: Final = """
SELECT ?entity ?name ?first {
  ?entity kg:named true
  { ?entity rdfs:label ?name BIND(true AS ?first) } UNION { ?entity skos:altLabel ?name BIND(false AS ?first) }
}"""
_REPLACED: Final = "SELECT ?entity ?old { ?old dcterms:isReplacedBy ?entity }"
_EXACTLY: Final = "SELECT DISTINCT ?entity { VALUES ?name { UNDEF } ?entity rdfs:label ?name ; kg:named ?named }"
_IS_ENTITY: Final = "SELECT ?named { VALUES ?name { UNDEF } ?name kg:named ?named }"
_OPEN: Final = "SELECT ?relation ?name { ?relation a kg:OpenRelation ; rdfs:label ?name }"
_SOURCES: Final = (
    "SELECT ?source ?title { ?document dcterms:source ?source OPTIONAL { ?document dcterms:title ?title } }"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a name may stand for. `weight`: of several that bear it, those with the least are meant."""

    term: ox.NamedNode | ox.Literal
    name: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one store. Each question reads all names of a kind, in the default graph or of the documents."""

    store: Queryable
    prefixes: Mapping[str, str]

    def entity(self, text: str) -> ox.NamedNode | ox.Literal:
        """By label, another name, slug or IRI, in any case; those with a name before those without.

        Raises `UnknownName`, which tells the nearest names, or those that it may be.
        """
        known = self.entities()
        return self._chosen(text, known, "entity") or self._exactly(text) or self._unknown(text, known, "entity")

    def relation(self, text: str) -> ox.NamedNode | ox.Literal:
        """By label or IRI: one that is declared, else one that the store has. Raises `UnknownName`."""
        known = self.relations()
        return self._chosen(text, known, "relation") or self._unknown(text, known, "relation")

    def source(self, text: str) -> ox.NamedNode | ox.Literal:
        """By path, by the last part of it with or without suffix, or by title. Raises `UnknownName`."""
        known = self.sources()
        return self._chosen(text, known, "source") or self._unknown(text, known, "source")

    def entities(self) -> list[Known]:
        """Those that have a name, by each of their names."""
        found = self._rows(_ENTITIES, union=False)
        names = [Known(one, name.value, 0 if first.value == "true" else 1) for one, name, first in found]
        old = [Known(one, self._local(old.value), 1) for one, old in self._rows(_REPLACED, union=False)]
        return [*names, *old]

    def relations(self) -> list[Known]:
        declared = load_ontology().relations.values()
        terms = [(ox.NamedNode(KG + r.name), name) for r in declared for name in (r.label, r.name)]
        return [*(Known(*pair) for pair in terms), *(Known(one, name.value, 1) for one, name in self._rows(_OPEN))]

    def sources(self) -> list[Known]:
        found = list(self._rows(_SOURCES))
        paths = [(one, part) for one, *_ in found for part in _parts(one.value)]
        return [Known(*pair) for pair in (*paths, *((one, title.value) for one, title in found if title))]

    def _chosen(self, text: str, known: Iterable[Known], what: str) -> ox.NamedNode | ox.Literal | None:
        wanted, iri = text.casefold(), self._iri(text)
        found = [one for one in known if one.term.value == iri or one.name.casefold() == wanted]
        found = found or [one for one in known if slug(one.name) == slug(text)]
        terms = {one.term for one in found if one.weight == min(other.weight for other in found)}
        if len(terms) > 1:
            raise UnknownName(f"“{printable(text)}” may be {self._listed(terms)}: give one of these for the {what}")
        return next(iter(terms), None)

    def _exactly(self, text: str) -> ox.NamedNode | ox.Literal | None:
        """Somebody without a name, such as "12 senators", by label or IRI."""
        node = self._iri(text)
        if node and any(self._rows(_IS_ENTITY, ox.NamedNode(node), union=False)):
            return ox.NamedNode(node)
        terms = {one for (one,) in self._rows(_EXACTLY, ox.Literal(text), union=False)}
        return self._chosen(text, [Known(one, text) for one in terms], "entity")

    def _unknown(self, text: str, known: Iterable[Known], what: str) -> ox.NamedNode:
        near = ", ".join(f"“{printable(name)}”" for name in nearest(text, (one.name for one in known)))
        hint = f"; nearest: {near}" if near else " and nothing nearly so"
        raise UnknownName(f"no {what} is called “{printable(text)}”{hint}")

    def _iri(self, text: str) -> str:
        """What is written as an IRI or with a prefix, in full; else nothing."""
        prefix, colon, rest = text.partition(":")
        iri = self.prefixes[prefix] + rest if colon and prefix in self.prefixes else text.removeprefix("<").rstrip(">")
        try:
            return ox.NamedNode(iri).value
        except ValueError:
            return ""

    def _local(self, iri: str) -> str:
        return iri.removeprefix(self.prefixes["ent"])

    def _listed(self, terms: Iterable[ox.NamedNode | ox.Literal]) -> str:
        shown = sorted(term.value for term in terms)
        short = [f"ent:{self._local(iri)}" if iri.startswith(self.prefixes["ent"]) else iri for iri in shown]
        more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
        return ", ".join(short[:_SHOWN]) + more

    def _rows(
        self, text: str, name: ox.NamedNode | ox.Literal | None = None, *, union: bool = True
    ) -> ox.QuerySolutions:
        asked = bound(Query("the question for names", text), {"name": name} if name else {})
        found = self.store.query(asked.text, prefixes=self.prefixes, union=union)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("the names of the store cannot be read")
        return found


def _parts(path: str) -> tuple[str, ...]:
    last = path.rpartition("/")[2]
    return path, last, last.rpartition(".")[0] or last
