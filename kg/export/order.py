"""The order in which a file says things: a total one, made for people.

Graphs: the default graph, then documents by IRI. Subjects: entities, statements, conflicts, changes, open relations,
claims, then each document with its local entities by name and its spans by where they stand; then anything else.
Predicates: type, label, then subject, predicate and object of a claim, the others by IRI. Objects: literals before
IRIs, as N-Triples writes them.
"""

import re
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

from kg.ids import Names

_SPAN = re.compile(r"(.*)#char=(\d+),(\d+)")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIRST = (
    _RDF + "type",
    "http://www.w3.org/2000/01/rdf-schema#label",
    _RDF + "subject",
    _RDF + "predicate",
    _RDF + "object",
)
SubjectKey = tuple[int, str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Order:
    """Sort keys; `namespaces` of the subjects in the order in which they come."""

    namespaces: tuple[str, ...]

    @classmethod
    def of(cls, names: Names) -> Self:
        shared = names.entity(""), names.statement(""), names.conflict(""), names.change(""), names.relation("rel:")
        return cls((*shared, names.claim(""), names.document("")))

    def quad_key(self, quad: ox.Quad) -> tuple[str, SubjectKey, int, str, str]:
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
        return (graph, *self.triple_key(quad.triple))

    def triple_key(self, triple: ox.Triple) -> tuple[SubjectKey, int, str, str]:
        predicate = triple.predicate.value
        rank = _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)
        return self._subject_key(str(triple.subject)[1:-1]), rank, predicate, str(triple.object)

    def _subject_key(self, iri: str) -> SubjectKey:
        rank = next(
            (i for i, namespace in enumerate(self.namespaces) if iri.startswith(namespace)), len(self.namespaces)
        )
        if span := _SPAN.fullmatch(iri):
            return rank, span[1], 1, int(span[2]), int(span[3]), iri
        return rank, iri.partition("#")[0], 0, 0, 0, iri
