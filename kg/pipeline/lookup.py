"""Single nouns of a store, found by the quads that they are made of."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

import pyoxigraph as ox

from kg.ids import Names
from kg.model import Change, Claim, Conflict, Document, Entity, Member, Statement
from kg.rdf import read_claims, read_corpus, read_documents
from kg.rdf import vocabulary as v
from kg.store import Store

_DEFAULT = ox.DefaultGraph()
_NO_ARGUMENTS = {v.MENTION_OF, v.kg("attributedTo"), v.kg("viaSource")}
_CLAIMS_KEPT = 1 << 14
_CLAIMS = v.kg("assertedBy"), v.kg("negatedBy")


class Lookup:
    """Every question is a few seeks in the store's indexes, however much it holds.

    Claims are kept for the next time: what is said of somebody popular is asked for again with each batch.
    """

    def __init__(self, store: Store) -> None:
        self.names: Names = store.names
        self._store = store
        self._claim = lru_cache(maxsize=_CLAIMS_KEPT)(self._read_claim)

    def owner(self, member: Member) -> str | None:
        """The id of the entity that a local entity belongs to."""
        node = ox.NamedNode(self.names.local(member.document, member.entity))
        return next((self._id(q.object, self.names.entity("")) for q in self._of(node, v.REFERS_TO)), None)

    def claims_about(self, member: Member) -> set[str]:
        """The ids of the claims that have a local entity for an end or a detail."""
        node, home = self.names.local(member.document, member.entity), self.names.document(member.document)
        found = self._store.matching(None, None, ox.NamedNode(node), ox.NamedNode(home))
        return {self._id(quad.subject, self.names.claim("")) for quad in found if quad.predicate not in _NO_ARGUMENTS}

    def claims(self, ids: Iterable[str]) -> list[tuple[str, Claim]]:
        """With the ids of their documents."""
        return [claim for id in ids for claim in self._claim(id)]

    def _read_claim(self, id: str) -> list[tuple[str, Claim]]:
        return list(read_claims(self._store.matching(ox.NamedNode(self.names.claim(id)), None, None), self.names))

    def statements_of(self, claim: str) -> set[str]:
        """The ids of the statements that a claim asserts or negates."""
        return set(
            chain.from_iterable(self._ids(p, self.names.claim(claim), self.names.statement("")) for p in _CLAIMS)
        )

    def statements_at(self, entity: str) -> set[str]:
        """The ids of the statements with an entity at either end."""
        node, prefix = self.names.entity(entity), self.names.statement("")
        return {*self._ids(v.SUBJECT, node, prefix), *self._ids(v.OBJECT, node, prefix)}

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        return read_corpus(self._about(map(self.names.statement, ids)), self.names).statements

    def entity(self, id: str) -> Entity | None:
        """Without members."""
        return next(iter(read_corpus(self._about([self.names.entity(id)]), self.names).entities), None)

    def conflicts(self, ids: Iterable[str]) -> tuple[Conflict, ...]:
        return read_corpus(self._about(map(self.names.conflict, ids)), self.names).conflicts

    def changes(self, ids: Iterable[str]) -> tuple[Change, ...]:
        return read_corpus(self._about(map(self.names.change, ids)), self.names).changes

    def documents(self, ids: Iterable[str]) -> Iterator[Document]:
        for node in map(ox.NamedNode, map(self.names.document, ids)):
            remarks = self._store.matching(None, v.BOILERPLATE_BECAUSE, None, node)
            quads = chain(self._store.matching(node, None, None, node), remarks)
            yield from (graph.document for graph in read_documents(quads, self.names))

    def is_claimed(self, relation: str, but: Iterable[str]) -> bool:
        """Whether any document but these has a claim of the relation."""
        left = {*(ox.NamedNode(self.names.document(id)) for id in but), _DEFAULT}
        node = ox.NamedNode(self.names.relation(relation))
        return any(quad.graph_name not in left for quad in self._store.matching(None, v.PREDICATE, node))

    def _of(self, node: ox.NamedNode, predicate: ox.NamedNode) -> Iterator[ox.Quad]:
        return self._store.matching(node, predicate, None, _DEFAULT)

    def _about(self, nodes: Iterable[str]) -> Iterator[ox.Quad]:
        found = (self._store.matching(ox.NamedNode(node), None, None, _DEFAULT) for node in nodes)
        return chain.from_iterable(found)

    def _ids(self, predicate: ox.NamedNode, value: str, prefix: str) -> set[str]:
        found = self._store.matching(None, predicate, ox.NamedNode(value), _DEFAULT)
        return {self._id(quad.subject, prefix) for quad in found if prefix in str(quad.subject)}

    def _id(self, node: object, prefix: str) -> str:
        return node.value.removeprefix(prefix) if isinstance(node, ox.NamedNode) else ""
