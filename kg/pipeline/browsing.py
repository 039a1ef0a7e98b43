"""What the pages of a site show, read from a store at a cost that hardly grows with it."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import pyoxigraph as ox

from kg.model import (
    Change,
    Conflict,
    Document,
    DocumentGraph,
    Entity,
    LocalEntity,
    Member,
    PossibleMatch,
    Status,
)
from kg.pages.card import Card
from kg.pages.paper import Paper
from kg.pages.sheet import Listing, Odds, Sheet
from kg.pages.slices import Slice
from kg.pages.told import Told
from kg.pipeline.gathering import Gathering, Wanted, locals_of
from kg.pipeline.placing import Row, in_order, rows_at, rows_of
from kg.rdf import read_corpus, read_documents
from kg.rdf import vocabulary as v
from kg.store import Store
from kg.timeline import dated

STATEMENTS: Final = 100
CLAIMS: Final = 50
_DATED: Final = 100
_AT_ODDS: Final = 20
_MATCHES: Final = 20
_ARTICLES: Final = 30
_DEFAULT: Final = ox.DefaultGraph()
_SIDES: Final = (v.kg("between"), v.kg("earlier"), v.kg("later"))


class Browsing:
    """Pages of one state of a store. Ids are what somebody typed: of what is not there, nothing comes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gathering = Gathering(store)
        self._lookup = self._gathering.lookup
        self._names = store.names

    def entity(self, id: str, page: int = 1) -> Card | None:
        """The statements of one page; all else stands on the first."""
        node = _node(self._names.entity(id))
        entity = self._gathering.entities([id]).get(id) if node else None
        if node is None or entity is None:
            return None
        rows = in_order(rows_at(self._store, node))
        slice = Slice(len(rows), STATEMENTS, page)
        card = self._first if slice.page == 1 else self._further
        return card(entity, node, rows, slice)

    def replaced(self, id: str) -> str | None:
        """The id of the entity that another name of it leads to."""
        node, start = _node(self._names.entity(id)), self._names.entity("")
        found = self._store.matching(node, v.IS_REPLACED_BY, None, _DEFAULT) if node else iter(())
        return next((str(quad.object)[1:-1].removeprefix(start) for quad in found), None)

    def statement(self, id: str, page: int = 1) -> Sheet | None:
        """With all of its claims, page by page."""
        node = _node(self._names.statement(id))
        if node is None or not self._lookup.statements([id]):
            return None
        conflicts, changes = self._at_odds([id])
        wanted = Wanted((id,), conflicts[:_AT_ODDS], changes[:_AT_ODDS], most=CLAIMS, page=page)
        told = self._gathering.with_copies(self._gathering.told(wanted))
        more = len(conflicts[_AT_ODDS:]) + len(changes[_AT_ODDS:])
        return Sheet(id, told, Slice(told.claims[id], CLAIMS, page), more)

    def conflict(self, id: str) -> Odds | None:
        """With the claims that are at odds."""
        node = _node(self._names.conflict(id))
        found = self._lookup.conflicts([id]) if node else ()
        return Odds(self._gathering.told(Wanted((), conflicts=found, most=CLAIMS))) if found else None

    def change(self, id: str) -> Odds | None:
        """With the claims of both statements."""
        node = _node(self._names.change(id))
        found = self._lookup.changes([id]) if node else ()
        return Odds(self._gathering.told(Wanted((), changes=found, most=CLAIMS))) if found else None

    def relation(self, name: str, page: int = 1) -> Listing | None:
        """The statements of an open relation, which goes by its name without `rel:`."""
        relation = f"rel:{name}"
        node = _node(self._names.relation(relation))
        if node is None or not any(self._store.matching(node, v.TYPE, v.OPEN_RELATION, _DEFAULT)):
            return None
        rows = in_order(rows_of(self._store, node))
        slice = Slice(len(rows), STATEMENTS, page)
        shown = tuple(row.id for row in rows[slice.begin : slice.end])
        return Listing(relation, slice, shown, self._gathering.told(Wanted(shown)))

    def document(self, id: str) -> Paper | None:
        """All that the article says."""
        if _node(self._names.document(id)) is None or not self._store.has(id):
            return None
        (graph,) = read_documents(self._store.document_quads(id), self._names)
        return self._paper(graph, [entity.id for entity in graph.entities])

    def claim(self, id: str) -> Paper | None:
        """One claim, and as much of its article as it takes to tell it."""
        if _node(self._names.claim(id)) is None or not (found := self._lookup.claims([id])):
            return None
        ((document, claim),) = found
        (own,) = self._lookup.documents([document])
        locals_ = sorted(set(locals_of(claim)))
        entities = tuple(LocalEntity(local, "Thing", local) for local in locals_)
        return self._paper(DocumentGraph(own, entities, (), (claim,)), locals_)

    def _paper(self, graph: DocumentGraph, entities: Iterable[str]) -> Paper:
        members = [Member(graph.document.id, entity) for entity in entities]
        owners = {member.entity: self._lookup.owner(member) for member in members}
        return Paper(
            graph=graph,
            owners={local: owner for local, owner in owners.items() if owner is not None},
            labels={member.entity: self._gathering.label(member) for member in members},
            stated={claim.id: tuple(sorted(self._lookup.statements_of(claim.id))) for claim in graph.claims},
            copies=self._copies(graph.document.id),
        )

    def _copies(self, document: str) -> tuple[Document, ...]:
        """Others with nearly the same text: the first of them, or those that it is the first of."""
        node, start = ox.NamedNode(self._names.document(document)), self._names.document("")
        links = self._store.matching(node, v.NEAR_DUPLICATE_OF, None, _DEFAULT)
        linked = self._store.matching(None, v.NEAR_DUPLICATE_OF, node, _DEFAULT)
        nodes = chain((str(quad.object) for quad in links), (str(quad.subject) for quad in linked))
        return tuple(self._lookup.documents(sorted({iri[1:-1].removeprefix(start) for iri in nodes} - {document})))

    def _further(self, entity: Entity, node: ox.NamedNode, rows: Sequence[Row], slice: Slice) -> Card:
        documents = self._documents_of(node)
        shown = tuple(row.id for row in rows[slice.begin : slice.end])
        return Card(entity, len(documents), (), slice, shown, self._gathering.told(Wanted(shown, whole=(entity.id,))))

    def _first(self, entity: Entity, node: ox.NamedNode, rows: Sequence[Row], slice: Slice) -> Card:
        documents = self._documents_of(node)
        shown = tuple(row.id for row in rows[slice.begin : slice.end])
        datable, undated = _datable(rows, whole=slice.pages == 1)
        conflicts, changes = self._at_odds(row.id for row in rows)
        matches = self._matches(node)
        wanted = Wanted(
            statements=tuple(sorted({*shown, *datable[:_DATED]})),
            conflicts=conflicts[:_AT_ODDS],
            changes=changes[:_AT_ODDS],
            whole=(entity.id, *chain.from_iterable(match.between for match in matches[:_MATCHES])),
        )
        told = self._gathering.told(wanted)
        timeline = _timeline(datable[:_DATED], told)
        return Card(
            entity=entity,
            article_count=len(documents),
            articles=self._articles(documents),
            slice=slice,
            statements=shown,
            told=told,
            dated=timeline,
            more_dated=len(datable[_DATED:]),
            undated=undated + len(datable[:_DATED]) - len(timeline),
            matches=matches[:_MATCHES],
            more_matches=len(matches[_MATCHES:]),
            more_disagreements=len(conflicts[_AT_ODDS:]) + len(changes[_AT_ODDS:]),
        )

    def _at_odds(self, statements: Iterable[str]) -> tuple[tuple[Conflict, ...], tuple[Change, ...]]:
        """Conflicts and changes that some of the statements take part in."""
        nodes = [ox.NamedNode(self._names.statement(id)) for id in statements]
        found = {
            str(quad.subject)[1:-1]
            for node in nodes
            for side in _SIDES
            for quad in self._store.matching(None, side, node, _DEFAULT)
        }
        conflicts, changes = self._names.conflict(""), self._names.change("")
        return (
            self._lookup.conflicts(sorted(iri.removeprefix(conflicts) for iri in found if iri.startswith(conflicts))),
            self._lookup.changes(sorted(iri.removeprefix(changes) for iri in found if iri.startswith(changes))),
        )

    def _matches(self, node: ox.NamedNode) -> tuple[PossibleMatch, ...]:
        """The likeliest first."""
        found = self._store.matching(None, v.kg("mayBe"), node, _DEFAULT)
        own = (quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode))
        quads = chain.from_iterable(self._store.matching(match, None, None, _DEFAULT) for match in own)
        matches = read_corpus(quads, self._names).matches
        return tuple(sorted(matches, key=lambda match: (-match.likeness, match.id)))

    def _documents_of(self, node: ox.NamedNode) -> set[str]:
        """The ids of the documents that speak of an entity."""
        found = self._store.matching(None, v.REFERS_TO, node, _DEFAULT)
        start = self._names.document("")
        return {str(quad.subject)[1:-1].removeprefix(start).partition("#")[0] for quad in found}

    def _articles(self, documents: Iterable[str]) -> tuple[Document, ...]:
        """The newest of them; those without a date come last."""
        dates = {id: self._issued(id) for id in sorted(documents)}
        newest = sorted(dates, key=lambda document: dates[document], reverse=True)[:_ARTICLES]
        return tuple(sorted(self._lookup.documents(newest), key=lambda d: newest.index(d.id)))

    def _issued(self, document: str) -> str:
        node = ox.NamedNode(self._names.document(document))
        found = self._store.matching(node, v.ISSUED, None, node)
        return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")


def _node(iri: str) -> ox.NamedNode | None:
    """None where somebody typed what is no IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None


def _datable(rows: Sequence[Row], *, whole: bool) -> tuple[list[str], int]:
    """The ids of what may have a date, the earliest first, and how many surely have none.

    Of an entity with many statements those that say when; of others all, for the articles may date them.
    """
    sure = [row for row in rows if row.status is not Status.TENTATIVE]
    found = [row for row in sure if row.earliest or whole]
    return [row.id for row in sorted(found, key=lambda row: (not row.earliest, row.earliest, row.id))], len(rows) - len(
        found
    )


def _timeline(ids: Sequence[str], told: Told) -> tuple[tuple[str, str], ...]:
    changed = {id for change in told.changes for id in (change.earlier, change.later)}
    return tuple((when, statement.id) for when, statement in dated(told.statements(ids), changed, told.words))
