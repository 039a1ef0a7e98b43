"""What is said of the subjects, relations and objects that documents or moved local entities bring in or take away."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby

from kg.ids import digest
from kg.index import Index
from kg.model import Claim, DocumentGraph, Entity, Excerpt, Member, NearDuplicate, Span, Statement
from kg.ontology import Ontology
from kg.pipeline.lookup import Lookup
from kg.pipeline.moving import Move
from kg.pipeline.naming import entity_of_id
from kg.resolve.conflicts import own_key
from kg.resolve.sayings import Saying, Term, local_ids, orders, over_entities
from kg.resolve.statements import near_duplicates, statements

Claims = Mapping[str, tuple[str, Claim]]
"""By id, each with the id of its document."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The documents that came and that went, by id, and where local entities moved to."""

    added: Mapping[str, DocumentGraph]
    removed: Mapping[str, DocumentGraph]
    moved: Mapping[Member, Move]


@dataclass(frozen=True, slots=True)
class Restated:
    """The statements of some subjects, relations and objects, as they were and as they are.

    `unlinked`: near-duplicates that are behind none any more; `linked`: those that are behind these.
    """

    before: tuple[Statement, ...]
    after: tuple[Statement, ...]
    unlinked: tuple[NearDuplicate, ...] = ()
    linked: tuple[NearDuplicate, ...] = ()

    def beside(self, entities: Iterable[str], lookup: Lookup) -> "Restated":
        """With the statements at the ends of which are these entities."""
        known = {statement.id for statement in self.before}
        ids = {id for entity in entities for id in lookup.statements_at(entity)}
        others = lookup.statements(sorted(ids - known))
        return replace(self, before=(*self.before, *others), after=(*self.after, *others))


class Stating:
    """Fuses anew the claims of those subjects, relations and objects that are concerned, and of no others.

    `sayings` and `documents`, by id: what was looked at on the way.
    """

    def __init__(self, index: Index, lookup: Lookup, arrivals: Arrivals, ontology: Ontology) -> None:
        self._index = index
        self._lookup = lookup
        self._arrivals = arrivals
        self._ontology = ontology
        self._entities: dict[str, Entity] = {}
        self.sayings: dict[str, Saying] = {}
        self.documents = {id: graph.document for id, graph in arrivals.added.items()}

    def restate(self, bodies: Iterable[str], unnamed: Iterable[Entity]) -> Restated:
        """`bodies`: ids of entities that have other names now; titles of offices depend on them."""
        self._entities = {entity.id: entity for entity in unnamed}
        came = dict(_claims(self._arrivals.added.values()))
        gone = dict(_claims(self._arrivals.removed.values())).keys()
        moved = self._moved_claims()
        ids = {id for claim in (*moved, *gone) for id in self._lookup.statements_of(claim)}
        ids.update(chain.from_iterable(map(self._with_body, bodies)))
        before = self._whole_groups(ids, came | moved)
        known = {c for s in before for c in (*s.asserted_by, *s.negated_by)} - gone - moved.keys()
        pool = came | moved | _by_id(self._lookup.claims(sorted(known)))
        found = self._sayings(pool)
        after = statements(found, self._ontology, self.documents)
        self._note(before, after)
        return Restated(before, after, *self._link(before, after, found))

    def tell(self, statements: Iterable[Statement]) -> None:
        """Reads the claims of statements into `sayings` and `documents`, where they are missing."""
        claims = {c for s in statements for c in (*s.asserted_by, *s.negated_by)} - self.sayings.keys()
        self._sayings(_by_id(self._lookup.claims(sorted(claims))))

    def _moved_claims(self) -> dict[str, tuple[str, Claim]]:
        """Claims that were there before and are about other entities now."""
        new = self._arrivals.added.keys() | self._arrivals.removed.keys()
        ids = {id for m in self._arrivals.moved if m.document not in new for id in self._lookup.claims_about(m)}
        return _by_id(self._lookup.claims(sorted(ids)))

    def _with_body(self, body: str) -> list[str]:
        return self._index.column("SELECT id FROM statement WHERE body = ?", body)

    def _whole_groups(self, ids: Collection[str], claims: Claims) -> tuple[Statement, ...]:
        """The statements of every subject, relation and object that one of these statements or claims has."""
        groups = self._index.column_of_any("SELECT grp FROM statement WHERE id IN t", ids)
        owner = self._owners(claims.values())
        groups.update(digest(*order) for order in orders(claims.values(), owner, self._ontology))
        found = self._index.column_of_any("SELECT id FROM statement WHERE grp IN t", groups)
        return self._lookup.statements(sorted(found))

    def _sayings(self, pool: Claims) -> list[Saying]:
        owner = self._owners(pool.values())
        found = over_entities(pool.values(), owner, self._named(pool.values(), owner), self._ontology)
        self.sayings |= {saying.claim.id: saying for saying in found}
        missing = {document for document, _ in pool.values()} - self.documents.keys()
        self.documents |= {document.id: document for document in self._lookup.documents(sorted(missing))}
        return found

    def _owners(self, claims: Iterable[tuple[str, Claim]]) -> dict[Member, str]:
        members = {Member(document, local) for document, claim in claims for local in local_ids(claim)}
        return {member: owner for member in members if (owner := self._owner(member)) is not None}

    def _owner(self, member: Member) -> str | None:
        moved = self._arrivals.moved
        return moved[member][1] if member in moved else self._lookup.owner(member)

    def _named(self, claims: Iterable[tuple[str, Claim]], owner: Mapping[Member, str]) -> Mapping[str, Entity]:
        """The objects of claims with a title."""
        for document, claim in claims:
            if isinstance(claim.object, str) and titled(claim.relation, self._ontology):
                self.entity(owner[Member(document, claim.object)])
        return self._entities

    def entity(self, id: str) -> Entity | None:
        """As it is now, without all of its members."""
        if id not in self._entities and (found := entity_of_id(self._index, id) or self._lookup.entity(id)):
            self._entities[id] = found
        return self._entities.get(id)

    def _note(self, before: Iterable[Statement], after: Iterable[Statement]) -> None:
        self._index.run_all("DELETE FROM statement WHERE id = ?", ((statement.id,) for statement in before))
        rows = ((s.id, own_key(s), self._body(s.relation, s.object)) for s in after)
        self._index.run_all("INSERT INTO statement VALUES (?, ?, ?)", rows)

    def _link(
        self, before: Iterable[Statement], after: Iterable[Statement], found: Iterable[Saying]
    ) -> tuple[tuple[NearDuplicate, ...], ...]:
        """The links of near-duplicates that are behind nothing any more, and those that are behind these statements."""
        old = {row for s in before for row in self._index.column("SELECT texts FROM link WHERE grp = ?", own_key(s))}
        self._index.run_all("DELETE FROM link WHERE grp = ?", ((own_key(s),) for s in before))
        # Where all documents are independent sources, none is a near-duplicate.
        copied = {own_key(s) for s in after if s.independent_sources < s.documents}
        new: set[NearDuplicate] = set()
        for order, sayings in groupby(sorted(found, key=lambda saying: saying.order), lambda saying: saying.order):
            if (key := digest(*order)) in copied:
                links = near_duplicates(list(sayings), self.documents)
                self._index.run_all("INSERT INTO link VALUES (?, ?)", ((key, _text(link)) for link in links))
                new.update(links)
        gone = (row for row in old if not self._index.rows("SELECT 1 FROM link WHERE texts = ? LIMIT 1", row))
        return tuple(_link(row) for row in sorted(gone)), tuple(sorted(new))

    def _body(self, relation: str, object: Term) -> str | None:
        return object if isinstance(object, str) and titled(relation, self._ontology) else None


def titled(relation: str, ontology: Ontology) -> bool:
    """Whether its statements are told apart by titles of offices."""
    found = ontology.relation(relation)
    return found is not None and found.identified_by not in (None, "date")


def _claims(graphs: Iterable[DocumentGraph]) -> Iterator[tuple[str, tuple[str, Claim]]]:
    return ((claim.id, (graph.document.id, claim)) for graph in graphs for claim in graph.claims)


def _by_id(claims: Iterable[tuple[str, Claim]]) -> dict[str, tuple[str, Claim]]:
    return {claim.id: (document, claim) for document, claim in claims}


def _text(link: NearDuplicate) -> str:
    ends = ((one.document, one.span.begin, one.span.end) for one in (link.excerpt, link.of))
    return json.dumps(list(chain.from_iterable(ends)))


def _link(text: str) -> NearDuplicate:
    document, begin, end, other, first, last = json.loads(text)
    return NearDuplicate(Excerpt(document, Span(begin, end)), Excerpt(other, Span(first, last)))
