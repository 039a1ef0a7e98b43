"""One article, and what its claims are about."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Claim, Document, DocumentGraph, Entity, Literal, Member, Qualifier, Statement
from kg.ontology import Ontology
from kg.pages.lookup import Lookup
from kg.pages.told import Told
from kg.pages.words import Words


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's graph, or as much of it as is to be told.

    `owners`: by id of a local entity the id of its entity; whoever was rejected has none. `labels`: what it is called
    there, or else in the article. `stated`: by id of a claim the ids of the statements that it asserts or negates.
    `copies`: documents with nearly the same text.
    """

    graph: DocumentGraph
    owners: Mapping[str, str]
    labels: Mapping[str, str]
    stated: Mapping[str, tuple[str, ...]]
    copies: tuple[Document, ...] = ()

    def told(self, ontology: Ontology) -> Told:
        """The claims as statements over entities, by the ids of the claims."""
        document = self.graph.document
        statements = {claim.id: self._statement(claim) for claim in self.graph.claims}
        lookup = Lookup(
            entities={self.entity(e.id): self._entity(e.id, e.kind) for e in self.graph.entities},
            statements=statements,
            claims={claim.id: (document, claim) for claim in self.graph.claims},
            local={Member(document.id, local): label for local, label in self.labels.items()},
            copies={},
        )
        return Told(Words(lookup, ontology), dict.fromkeys(statements, 1))

    def entity(self, local: str) -> str:
        """The id of the entity; of one that has none its place on the page of the article."""
        return self.owners.get(local) or f"#{local}"

    def _entity(self, local: str, kind: str) -> Entity:
        return Entity(self.entity(local), kind, self.labels[local], (), True, ())

    def _statement(self, claim: Claim) -> Statement:
        details = tuple(Qualifier(q.name, self._value(q.value)) for q in claim.qualifiers)
        subject = None if claim.subject is None else self.entity(claim.subject)
        object_ = None if claim.object is None else self._value(claim.object)
        return Statement(claim.id, claim.relation, subject, object_, claim.status, (claim.id,), (), 1, 1, details)

    def _value(self, value: str | Literal) -> str | Literal:
        return value if isinstance(value, Literal) else self.entity(value)
