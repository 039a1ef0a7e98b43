"""Finds entities by their names and articles by their titles, however they are spelled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from kg.ids import KG, slug
from kg.model import Entity
from kg.pages.found import ArticleHit, Hit, Results
from kg.pages.slices import Slice
from kg.rdf import vocabulary as v
from kg.store import Store

HITS: Final = 50
_SIMILAR: Final = 10
_FEW: Final = 5
"""Where fewer have the term in their names, similar names are looked for as well."""
# Letters and words in common, of 100: as for `kg.pages.nearest`, and lower where nothing else was found.
_NEAR: Final = (80, 60)
_ARTICLES: Final = 30
_PREFIXES: Final = {"kg": KG, "rdfs": v.RDFS, "skos": v.SKOS, "dcterms": v.DCTERMS}
_LABELS: Final = "SELECT ?entity ?label ?kind WHERE { ?entity kg:named true ; rdfs:label ?label ; a ?kind }"
_OTHERS: Final = "SELECT ?entity ?name WHERE { ?entity kg:named true ; skos:altLabel ?name }"
_COUNTS: Final = """SELECT ?entity (COUNT(?local) AS ?number) WHERE {
  ?local kg:refersTo ?entity . ?entity kg:named true } GROUP BY ?entity"""
_TEXTS: Final = """SELECT ?document ?name ?issued ?title WHERE { GRAPH ?document {
  ?document dcterms:title|dcterms:source ?name
  OPTIONAL { ?document dcterms:issued ?issued } OPTIONAL { ?document dcterms:title ?title } } }"""


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    name: str
    of: str


class Names:
    """All names of a store, read once; what a search costs grows with them, by a millisecond for some ten thousand."""

    def __init__(self, store: Store) -> None:
        self._entities: dict[str, Entity] = {}
        self._names = sorted(self._read_names(store), key=self._order)
        self._articles = _article_counts(store)
        self._texts: dict[str, ArticleHit] = {}
        self._titles = sorted(self._read_titles(store), key=lambda one: (one.folded, one.name, one.of))

    def search(self, term: str, page: int = 1) -> Results:
        """The closest first, of equally close ones those of most articles."""
        wanted = _folded(term)
        ranked = _ranked(wanted, self._names) if wanted else {}
        order = sorted(ranked, key=lambda entity: (ranked[entity][0], *self._weight(entity)))
        slice = Slice(len(order), HITS, page)
        articles = self._found_articles(wanted)
        return Results(
            term=term,
            slice=slice,
            hits=tuple(self._hit(id, ranked[id][1]) for id in order[slice.begin : slice.end]),
            similar=self._similar(wanted, ranked) if wanted and len(order) < _FEW else (),
            articles=articles[:_ARTICLES],
            more_articles=len(articles[_ARTICLES:]),
            names=len(self._entities),
            texts=len(self._texts),
        )

    def _order(self, one: _Name) -> tuple[str, bool, str, str]:
        """Preferred names before others."""
        return one.folded, one.name != self._entities[one.of].label, one.name, one.of

    def _similar(self, wanted: str, but: Iterable[str]) -> tuple[Hit, ...]:
        """None but near ones where something else was found."""
        known, found = [one.folded for one in self._names], dict[str, str]()
        for cutoff in _NEAR if not but else _NEAR[:1]:
            near = process.extract(wanted, known, scorer=fuzz.token_ratio, score_cutoff=cutoff, limit=4 * _SIMILAR)
            # A surname is as near to a mistyped full name as that name itself: letters settle it.
            for _, _, place in sorted(near, key=lambda one: (-fuzz.ratio(wanted, one[0]), one[0], one[2])):
                found.setdefault(self._names[place].of, self._names[place].name)
            if found:
                break
        return tuple(self._hit(id, name) for id, name in found.items() if id not in but)[:_SIMILAR]

    def _found_articles(self, wanted: str) -> tuple[ArticleHit, ...]:
        ranked = _ranked(wanted, self._titles) if wanted else {}
        order = sorted(ranked, key=lambda document: (ranked[document][0], ranked[document][1], document))
        return tuple(self._texts[document] for document in order)

    def _weight(self, entity: str) -> tuple[int, str, str]:
        return -self._articles.get(entity, 0), self._entities[entity].label, entity

    def _hit(self, entity: str, name: str) -> Hit:
        return Hit(self._entities[entity], name, self._articles.get(entity, 0))

    def _read_names(self, store: Store) -> Iterator[_Name]:
        start = len(store.names.entity(""))
        for entity, label, kind in _rows(store, _LABELS):
            id = entity[start:]
            self._entities[id] = Entity(id, kind.removeprefix(KG), label, (), True, ())
            yield _Name(_folded(label), label, id)
        for entity, name in _rows(store, _OTHERS):
            yield _Name(_folded(name), name, entity[start:])

    def _read_titles(self, store: Store) -> Iterator[_Name]:
        start = len(store.names.document(""))
        for document, name, issued, title in _rows(store, _TEXTS):
            id = document[start:]
            self._texts.setdefault(id, ArticleHit(id, title or name, issued))
            yield _Name(_folded(name), name, id)


def _ranked(wanted: str, names: Sequence[_Name]) -> dict[str, tuple[int, str]]:
    """By id how close the closest of its names is (0: the same), and that name."""
    words = wanted.split()
    found: dict[str, tuple[int, str]] = {}
    for one in names:
        closeness = _closeness(wanted, words, one.folded)
        if closeness is not None and (one.of not in found or found[one.of][0] > closeness):
            found[one.of] = closeness, one.name
    return found


def _closeness(wanted: str, words: Sequence[str], name: str) -> int | None:
    """0: the same; 1: it begins so; 2: each word begins one of its words."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    within = f" {name}"
    return 2 if all(f" {word}" in within for word in words) else None


def _folded(text: str) -> str:
    return "" if not any(map(str.isalnum, text)) else slug(text).replace("-", " ")


def _article_counts(store: Store) -> dict[str, int]:
    """How many local entities each entity has: nearly as many as articles."""
    start = len(store.names.entity(""))
    return {entity[start:]: int(number) for entity, number in _rows(store, _COUNTS)}


def _rows(store: Store, query: str) -> list[tuple[str, ...]]:
    found = cast("ox.QuerySolutions", store.query(query, prefixes=_PREFIXES, union=False))
    return sorted(tuple(term.value if term else "" for term in row) for row in found)
