"""What the query editor completes, but for names: prefixes, classes, relations; and the questions that it opens."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from starlette.routing import BaseRoute

from kg.pipeline.serving import Served
from kg.query import Query, named_queries
from kg.rdf import prefixes
from kg.rdf import vocabulary as v
from kg.resources import folder
from kg.serve.editing import routes
from kg.store import Store

_OWL_CLASS: Final = ox.NamedNode("http://www.w3.org/2002/07/owl#Class")
_OTHERS: Final = (v.TYPE, v.LABEL, v.ALT_LABEL, v.SUBJECT, v.PREDICATE, v.OBJECT)
_DEFAULT: Final = ox.DefaultGraph()

Terms = list[dict[str, str]]
"""Each with `iri` and `label`."""


def editor(path: Path, formats: Iterable[str]) -> list[BaseRoute]:
    """The routes of the editor over a store; what it completes is read once for each state."""
    served = Served(path)

    @lru_cache(maxsize=1)
    def read(_: str) -> dict[str, Any]:
        with served.reading() as store:
            return vocabulary(store)

    return routes(lambda: read(served.state()), _grouped(named_queries()), formats)


def vocabulary(store: Store) -> dict[str, Any]:
    """`prefixes`, `base`, `classes`, `relations` (declared, then open ones) and `questions`, for JSON."""
    ontology = ox.Store()
    ontology.load((folder("ontology") / "kg.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    return {
        "prefixes": prefixes(store.names),
        "base": store.names.base,
        "classes": _terms(ontology, {_OWL_CLASS}),
        "relations": [*_terms(ontology, _kinds_of_property(ontology)), *_others(), *_open(store)],
        "questions": [_told(query) | {"text": _body(query.text)} for query in named_queries()],
    }


def _grouped(queries: Iterable[Query]) -> list[tuple[str, list[dict[str, str]]]]:
    ordered = sorted(queries, key=lambda query: (query.group, query.title))
    return [(group, [_told(query) for query in found]) for group, found in groupby(ordered, lambda query: query.group)]


def _told(query: Query) -> dict[str, str]:
    return {"name": query.name, "title": query.title, "description": query.description}


def _kinds_of_property(ontology: ox.Store) -> set[Any]:
    sub, of = ox.NamedNode(v.RDFS + "subClassOf"), ox.NamedNode(v.RDF + "Property")
    found = {quad.subject for quad in ontology.quads_for_pattern(None, sub, of)}
    return found | {quad.subject for one in found for quad in ontology.quads_for_pattern(None, sub, one)}


def _terms(ontology: ox.Store, kinds: set[Any]) -> Terms:
    nodes = {quad.subject for kind in kinds for quad in ontology.quads_for_pattern(None, v.TYPE, kind)}
    labels = (quad for quad in ontology.quads_for_pattern(None, v.LABEL, None) if quad.subject in nodes)
    return sorted((_term(quad) for quad in labels), key=lambda term: term["iri"])


def _others() -> Iterator[dict[str, str]]:
    return ({"iri": node.value, "label": node.value.rpartition("#")[2]} for node in _OTHERS)


def _open(store: Store) -> Terms:
    nodes = (quad.subject for quad in store.matching(None, v.TYPE, v.OPEN_RELATION, _DEFAULT))
    return sorted(_labels(store, nodes), key=lambda term: term["iri"])


def _labels(store: Store, nodes: Iterable[Any]) -> Iterator[dict[str, str]]:
    return (_term(quad) for node in nodes for quad in store.matching(node, v.LABEL, None, _DEFAULT))


def _term(quad: ox.Quad) -> dict[str, str]:
    return {"iri": str(quad.subject)[1:-1], "label": str(getattr(quad.object, "value", ""))}


def _body(text: str) -> str:
    """Without the header: the editor shows the description in its place."""
    lines = text.splitlines(keepends=True)
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), 0)
    return "".join(lines[first:])
