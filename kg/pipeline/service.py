"""What `kg serve` says of itself: SPARQL 1.1 Service Description, and VoID with statistics and example queries."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.ids import KG
from kg.pipeline.media import UNIQUE, written
from kg.query import Query, named_queries
from kg.rdf import prefixes
from kg.rdf.vocabulary import DCTERMS, LABEL, RDF, RDFS, TITLE, TYPE, XSD
from kg.serve import About, Reply
from kg.store import Store

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_SHACL: Final = "http://www.w3.org/ns/shacl#"
_TARGET: Final = ox.NamedNode("https://schema.org/target")
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_COUNTED: Final[Mapping[str, str]] = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    "classes": "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
    "documents": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Document }",
    "entities": "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?local kg:refersTo ?e }",
}
_CLASSES: Final = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c"
_PROPERTIES: Final = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
_PREFIX: Final = re.compile(r"\b([a-z]+):[A-Za-z_]")


def describe(store: Store, about: About) -> Reply:
    """The service, its dataset and example queries; IRIs are under the address of the server."""
    known = prefixes(store.names)
    triples = {*_service(about), *_dataset(store, about, known)}
    for query in named_queries():
        triples |= set(_example(query, about, known))
    ours = {**known, "sd": _SD, "void": _VOID, "sh": _SHACL}
    return Reply(200, about.media_type, written(tuple(sorted(triples, key=str)), about.media_type, store, ours))


def _service(about: About) -> Iterator[ox.Triple]:
    endpoint = ox.NamedNode(about.endpoint)
    yield ox.Triple(endpoint, TYPE, _sd("Service"))
    yield ox.Triple(endpoint, _sd("endpoint"), endpoint)
    yield ox.Triple(endpoint, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield ox.Triple(endpoint, _sd("feature"), _sd("UnionDefaultGraph"))
    yield ox.Triple(endpoint, _sd("defaultDataset"), ox.NamedNode(about.dataset))
    for name in UNIQUE:
        yield ox.Triple(endpoint, _sd("resultFormat"), ox.NamedNode(_FORMATS + name))


def _dataset(store: Store, about: About, known: Mapping[str, str]) -> Iterator[ox.Triple]:
    dataset = ox.NamedNode(about.dataset)
    yield ox.Triple(dataset, TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, TYPE, _void("Dataset"))
    yield ox.Triple(dataset, TITLE, ox.Literal("A knowledge graph made of news articles"))
    yield ox.Triple(dataset, _void("sparqlEndpoint"), ox.NamedNode(about.endpoint))
    yield ox.Triple(dataset, _void("uriSpace"), ox.Literal(store.names.base))
    for vocabulary in (KG, RDF, RDFS, DCTERMS):
        yield ox.Triple(dataset, _void("vocabulary"), ox.NamedNode(vocabulary))
    for name, text in _COUNTED.items():
        for (number,) in _rows(store, text, known):
            yield ox.Triple(dataset, _void(name), _integer(number))
    for kind, what, text, counted in (
        ("classPartition", "class", _CLASSES, "entities"),
        ("propertyPartition", "property", _PROPERTIES, "triples"),
    ):
        for term, number in _rows(store, text, known):
            yield from _part(about, dataset, kind, what, term, counted, number)


def _part(
    about: About, dataset: ox.NamedNode, kind: str, what: str, term: str, counted: str, number: str
) -> Iterator[ox.Triple]:
    part = ox.NamedNode(f"{about.void}#{what}={quote(term, safe='')}")
    yield ox.Triple(dataset, _void(kind), part)
    yield ox.Triple(part, _void(what), ox.NamedNode(term))
    yield ox.Triple(part, _void(counted), _integer(number))


def _example(query: Query, about: About, known: Mapping[str, str]) -> Iterator[ox.Triple]:
    """As SHACL writes queries down; with the prefixes that it uses, so that it runs anywhere."""
    iri = ox.NamedNode(f"{about.void}#{query.name}")
    used = sorted(known.keys() & set(_PREFIX.findall(query.text)))
    text = "".join(f"PREFIX {name}: <{known[name]}>\n" for name in used) + query.text
    yield ox.Triple(iri, TYPE, ox.NamedNode(_SHACL + "SPARQLExecutable"))
    yield ox.Triple(iri, TYPE, ox.NamedNode(_SHACL + "SPARQLSelectExecutable"))
    yield ox.Triple(iri, LABEL, ox.Literal(query.title))
    yield ox.Triple(iri, ox.NamedNode(RDFS + "comment"), ox.Literal(query.description))
    yield ox.Triple(iri, ox.NamedNode(_SHACL + "select"), ox.Literal(text))
    yield ox.Triple(iri, _TARGET, ox.NamedNode(about.endpoint))


def _rows(store: Store, text: str, known: Mapping[str, str]) -> list[tuple[str, ...]]:
    found = store.query(text, prefixes=known)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - for the type
    return sorted(tuple(term.value for term in row) for row in found)


def _integer(number: str) -> ox.Literal:
    return ox.Literal(number, datatype=ox.NamedNode(XSD + "integer"))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(_VOID + name)
