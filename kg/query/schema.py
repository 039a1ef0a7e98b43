"""What there is in a store: classes, relations and details, how often each, and an example."""

from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from kg.ids import KG
from kg.ontology import Ontology, load_ontology
from kg.query.library import parse_query
from kg.query.run import Queryable, run
from kg.query.table import ResultTable, Row

_COLUMNS: Final = ("kind", "term", "label", "count", "example", "meaning")
_CLASSES: Final = """
SELECT ?term ?count ?example {
  { SELECT ?term (COUNT(DISTINCT ?one) AS ?count) { ?local kg:refersTo ?one . ?one a ?term } GROUP BY ?term }
  OPTIONAL {
    SELECT ?term (MIN(?label) AS ?example) {
      ?local kg:refersTo ?named . ?named a ?term ; kg:named true ; rdfs:label ?label
    }
    GROUP BY ?term
  }
}"""
_RELATIONS: Final = """
SELECT ?term ?label (COUNT(?one) AS ?count) (MIN(?says) AS ?example) {
  ?one a kg:Statement ; rdf:predicate ?term .
  OPTIONAL { ?one rdf:subject ?subject . ?subject rdfs:label ?left }
  OPTIONAL { ?one rdf:object/rdfs:label ?right }
  OPTIONAL { ?one rdf:object ?value FILTER(isLiteral(?value)) }
  OPTIONAL { ?term a kg:OpenRelation ; rdfs:label ?label }
  BIND(CONCAT(COALESCE(?left, "…"), " → ", COALESCE(?right, STR(?value), "…")) AS ?says)
}
GROUP BY ?term ?label"""
_DETAILS: Final = """
SELECT ?term (COUNT(?value) AS ?count) (MIN(?text) AS ?example) {
  VALUES ?term { TERMS }
  ?one ?term ?value ; a kg:Statement .
  OPTIONAL { ?value rdfs:label ?name }
  BIND(COALESCE(?name, STR(?value)) AS ?text)
}
GROUP BY ?term"""


def schema(store: Queryable, prefixes: Mapping[str, str], most: int) -> tuple[ResultTable, int]:
    """A row for each, declared ones in the order of the ontology, also where there is none of them.

    Then so many open relations, the most frequent first; and how many more there are. Reads each statement once.
    """
    ontology = load_ontology()
    classes = _asked(_CLASSES, store, prefixes)
    relations = _asked(_RELATIONS, store, prefixes)
    terms = " ".join(str(ox.NamedNode(KG + name)) for name in ontology.qualifiers)
    details = _asked(_DETAILS.replace("TERMS", terms), store, prefixes)
    found = sorted(
        (row for iri, row in relations.items() if not iri.startswith(KG)),
        key=lambda row: (-_number(row), str(row["label"])),
    )
    rows = [
        *_declared("class", {name: kind.comment for name, kind in ontology.kinds.items()}, classes, ontology),
        *_declared("relation", {name: one.comment for name, one in ontology.relations.items()}, relations, ontology),
        *_declared("detail", {name: one.comment for name, one in ontology.qualifiers.items()}, details, ontology),
        *(_row("open relation", row["term"], row.get("label"), row, "") for row in found[:most]),
    ]
    return ResultTable(_COLUMNS, tuple(rows)), len(found[most:])


_Cell = ox.NamedNode | ox.Literal | None
_Found = dict[str, _Cell]


def _asked(text: str, store: Queryable, prefixes: Mapping[str, str]) -> dict[str, _Found]:
    """By the IRI of the term."""
    answer = run(parse_query("the question for the schema", text), store, prefixes)
    assert isinstance(answer, ResultTable)  # noqa: S101 - for mypy: they are all SELECT
    rows = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return {str(row["term"])[1:-1]: row for row in rows}  # type: ignore[misc]


def _declared(kind: str, terms: Mapping[str, str], found: Mapping[str, _Found], ontology: Ontology) -> Iterator[Row]:
    for name, comment in terms.items():
        label = ox.Literal(ontology.label(name))
        yield _row(kind, ox.NamedNode(KG + name), label, found.get(KG + name, {}), comment)


def _row(kind: str, term: _Cell, label: _Cell, found: _Found, comment: str) -> Row:
    meaning = ox.Literal(comment) if comment else None
    return ox.Literal(kind), term, label, ox.Literal(_number(found)), found.get("example"), meaning


def _number(found: _Found) -> int:
    count = found.get("count")
    return int(count.value) if count else 0
