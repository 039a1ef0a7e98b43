"""All statements at an entity, by as little as puts each into its place on the pages of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

import pyoxigraph as ox

from kg.ids import KG
from kg.model import Status
from kg.ontology import load_ontology
from kg.pages.card import FAMILIES, family
from kg.rdf.terms import RELATION, STATEMENT_ID, Scope
from kg.rdf.vocabulary import RDF
from kg.store import Store

_STATUSES: Final = list(Status)
_FAMILIES: Final = list(FAMILIES)
# One call for all of them; a seek for each would take several times as long.
_ROWS: Final = """
SELECT ?statement ?relation ?status ?documents ?earliest ?side WHERE {{
  {pattern}
  ?statement rdf:predicate ?relation ; kg:status ?status ; kg:documentCount ?documents .
  OPTIONAL {{ ?statement kg:earliest ?earliest }}
}}"""
_AT: Final = (
    "{{ ?statement rdf:subject {node} BIND(0 AS ?side) }} UNION {{ ?statement rdf:object {node} BIND(1 AS ?side) }}"
)
_OF: Final = "?statement rdf:predicate {node} BIND(0 AS ?side)"


@dataclass(frozen=True, slots=True)
class Row:
    """A statement; `side` is 0 where the entity is its subject. `earliest`: an ISO date, or nothing."""

    id: str
    relation: str
    side: int
    status: Status
    documents: int
    earliest: str


def rows_at(store: Store, node: ox.NamedNode) -> list[Row]:
    """Of the statements that have an entity at an end; those with it at both have it for a subject."""
    return _rows(store, _AT.format(node=node))


def rows_of(store: Store, relation: ox.NamedNode) -> list[Row]:
    """Of the statements with a relation."""
    return _rows(store, _OF.format(node=relation))


def _rows(store: Store, pattern: str) -> list[Row]:
    found = store.query(_ROWS.format(pattern=pattern), prefixes={"rdf": RDF, "kg": KG}, union=False)
    scope = Scope(store.names)
    rows = [_row(solution, scope) for solution in cast("ox.QuerySolutions", found)]
    return list({row.id: row for row in sorted(rows, key=lambda row: (row.id, -row.side))}.values())


def in_order(rows: Iterable[Row]) -> list[Row]:
    """As they stand on a page: by family, relation and side; the surest and those of most articles first."""
    return sorted(rows, key=_place)


def _row(solution: ox.QuerySolution, scope: Scope) -> Row:
    statement, relation, status, documents, earliest, side = solution
    return Row(
        id=STATEMENT_ID.read(statement, scope),
        relation=RELATION.read(relation, scope),
        side=int(side.value),
        status=Status(status.value.removeprefix(KG)),
        documents=int(documents.value),
        earliest=earliest.value if earliest else "",
    )


def _place(row: Row) -> tuple[int, str, str, int, int, int, str]:
    ontology = load_ontology()
    place = _FAMILIES.index(family(row.relation, ontology))
    label = ontology.label(row.relation)
    return place, label, row.relation, row.side, _STATUSES.index(row.status), -row.documents, row.id
