"""What RDF says of one thing, read from a store: its own triples, and those of what its page shows."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import pyoxigraph as ox

from kg.export import select
from kg.ids import Names
from kg.pages.card import Card
from kg.pages.paper import Paper
from kg.pages.sheet import Listing, Odds, Sheet
from kg.pages.told import Told
from kg.rdf import vocabulary as v
from kg.store import Store

_LEADING: Final = (v.REFERS_TO, v.IS_REPLACED_BY)
Shown = Card | Paper | Sheet | Listing | Odds


def described(store: Store, shown: Shown, kind: str) -> Iterator[ox.Quad]:
    """Of a document its graph without the text; of an entity or relation its statements of one page as well."""
    names = store.names
    match shown:
        case Card():
            own = names.entity(shown.entity.id)
            leading = chain.from_iterable(store.matching(None, p, ox.NamedNode(own)) for p in _LEADING)
            yield from chain(_of(store, [own]), leading, _of(store, map(names.statement, shown.statements)))
        case Listing():
            relation = names.relation(shown.relation)
            yield from _of(store, [relation, *map(names.statement, shown.statements)])
        case Odds():
            yield from _of(
                store, [*_at_odds(shown.told, names), *map(names.statement, shown.told.words.lookup.statements)]
            )
        case Sheet():
            statement = shown.told.statement(shown.id)
            claims = (*statement.asserted_by, *statement.negated_by)
            at_odds = _at_odds(shown.told, names)
            yield from _of(store, [names.statement(shown.id), *map(names.claim, claims), *at_odds])
        case Paper() if kind == "claim":
            yield from _of(store, [names.claim(claim.id) for claim in shown.graph.claims])
        case Paper():
            yield from select(store.document_quads(shown.graph.document.id), names)


def _at_odds(told: Told, names: Names) -> list[str]:
    return [*(names.conflict(c.id) for c in told.conflicts), *(names.change(c.id) for c in told.changes)]


def _of(store: Store, iris: Iterable[str]) -> Iterator[ox.Quad]:
    return chain.from_iterable(store.matching(ox.NamedNode(iri), None, None) for iri in iris)
