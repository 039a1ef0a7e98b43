"""What it takes to tell some statements, read from a store: their claims, articles, and the names of all concerned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import pyoxigraph as ox

from kg.model import Change, Claim, Conflict, Entity, Excerpt, Member, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup as Nouns
from kg.pages.slices import Slice
from kg.pages.told import Told
from kg.pages.words import Words
from kg.pipeline.lookup import Lookup
from kg.rdf import read_corpus
from kg.rdf import vocabulary as v
from kg.store import Store

_DEFAULT: Final = ox.DefaultGraph()
_NAMING: Final = (v.TYPE, v.LABEL, v.ALT_LABEL, v.NAMED)
_STRENGTH: Final = {v.kg(status).value: place for place, status in enumerate(Status)}
_FEW: Final = 3
_LOOKED_AT: Final = 200
"""Where few claims of many statements are told, the strongest are looked for among so many, the first by id."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Statements by id, what they are at odds in, and how many claims of each are to be told, on which page of them.

    `whole`: ids of entities that are wanted with their members.
    """

    statements: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Change, ...] = ()
    whole: tuple[str, ...] = ()
    most: int = _FEW
    page: int = 1

    def ids(self) -> list[str]:
        sides = chain.from_iterable((*c.between,) for c in self.conflicts)
        return sorted({*self.statements, *sides, *chain.from_iterable((c.earlier, c.later) for c in self.changes)})


class Gathering:
    """Reads as much of a store as is to be told, in a few seeks for each noun."""

    def __init__(self, store: Store) -> None:
        self.lookup = Lookup(store)
        self._store = store

    def told(self, wanted: Wanted) -> Told:
        every = self.lookup.statements(wanted.ids())
        at_odds = {claim for conflict in wanted.conflicts for claim in conflict.claims}
        shown = [self._shortened(statement, at_odds, wanted) for statement in every]
        claims = self.lookup.claims(c for s in shown for c in (*s.asserted_by, *s.negated_by))
        documents = {d.id: d for d in self.lookup.documents(sorted({document for document, _ in claims}))}
        nouns = Nouns(
            entities=self.entities(chain.from_iterable(map(_ends, shown))) | self.entities(wanted.whole, members=True),
            statements={statement.id: statement for statement in shown},
            claims={claim.id: (documents[document], claim) for document, claim in claims},
            local=self._local(claims),
            copies={},
        )
        numbers = {s.id: len(s.asserted_by) + len(s.negated_by) for s in every}
        return Told(Words(nouns, load_ontology()), numbers, wanted.conflicts, wanted.changes)

    def with_copies(self, told: Told) -> Told:
        """With the near-duplicates among the texts behind the statements."""
        lookup = told.words.lookup
        texts = {Excerpt(document.id, claim.passage) for document, claim in lookup.claims.values()}
        texts |= {Excerpt(document.id) for document, _ in lookup.claims.values()}
        copies = {text: firsts for text in sorted(texts) if (firsts := self._firsts(text))}
        return replace(told, words=replace(told.words, lookup=replace(lookup, copies=copies)))

    def entities(self, ids: Iterable[str], *, members: bool = False) -> dict[str, Entity]:
        """What they are called, and not the facts that a popular one has by the hundred."""
        nodes = [ox.NamedNode(self.lookup.names.entity(id)) for id in sorted(set(ids))]
        quads = [self._store.matching(node, own, None, _DEFAULT) for node in nodes for own in _NAMING]
        if members:
            quads += [self._store.matching(None, v.REFERS_TO, node, _DEFAULT) for node in nodes]
        return {entity.id: entity for entity in read_corpus(chain.from_iterable(quads), self.lookup.names).entities}

    def label(self, member: Member) -> str:
        """That of the entity that a local entity belongs to, or its own."""
        names = self.lookup.names
        owner = self.lookup.owner(member)
        node = names.entity(owner) if owner is not None else names.local(member.document, member.entity)
        found = self._store.matching(ox.NamedNode(node), v.LABEL, None)
        return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), member.entity)

    def _shortened(self, statement: Statement, at_odds: set[str], wanted: Wanted) -> Statement:
        """With no more of its claims than are to be told: the strongest, and those that are at odds with others."""
        every = (*statement.asserted_by, *statement.negated_by)
        if len(every) <= wanted.most:
            return statement
        slice = Slice(len(every), wanted.most, wanted.page)
        looked_at = every if wanted.page > 1 or wanted.most > _FEW else every[:_LOOKED_AT]
        strongest = sorted(looked_at, key=lambda claim: (self._strength(claim), claim))
        kept = {*strongest[slice.begin : slice.end], *at_odds.intersection(every)}
        asserted, negated = (
            tuple(c for c in own if c in kept) for own in (statement.asserted_by, statement.negated_by)
        )
        return replace(statement, asserted_by=asserted, negated_by=negated)

    def _strength(self, claim: str) -> int:
        node = ox.NamedNode(self.lookup.names.claim(claim))
        found = self._store.matching(node, v.kg("status"), None)
        return next((_STRENGTH[str(quad.object)[1:-1]] for quad in found), len(_STRENGTH))

    def _local(self, claims: Iterable[tuple[str, Claim]]) -> dict[Member, str]:
        members = {Member(document, local) for document, claim in claims for local in locals_of(claim)}
        return {member: self.label(member) for member in sorted(members)}

    def _firsts(self, text: Excerpt) -> tuple[Excerpt, ...]:
        names, whole = self.lookup.names, text == Excerpt(text.document)
        iri = names.document(text.document) if whole else names.span(text.document, text.span)
        found = self._store.matching(ox.NamedNode(iri), v.NEAR_DUPLICATE_OF, None, _DEFAULT)
        return tuple(link.of for link in read_corpus(found, names).duplicates)


def _ends(statement: Statement) -> Iterator[str]:
    values = (statement.subject, statement.object, *(qualifier.value for qualifier in statement.qualifiers))
    return (value for value in values if isinstance(value, str))


def locals_of(claim: Claim) -> Iterator[str]:
    """The ids of all local entities that a claim speaks of."""
    values = (claim.subject, claim.object, *claim.attributed_to, *claim.via, *(q.value for q in claim.qualifiers))
    return (value for value in values if isinstance(value, str))
