"""Finds the nouns behind ids: entities, statements, and claims with the document that makes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from kg.model import Claim, CorpusGraph, Document, DocumentGraph, Entity, Excerpt, Member, Statement


@dataclass(frozen=True, slots=True)
class Lookup:
    """Indexes of a corpus graph and the document graphs it was made of.

    `local` labels the local entities; `copies` leads from a text to the first of each group of near-duplicates.
    """

    entities: Mapping[str, Entity]
    statements: Mapping[str, Statement]
    claims: Mapping[str, tuple[Document, Claim]]
    local: Mapping[Member, str]
    copies: Mapping[Excerpt, tuple[Excerpt, ...]]

    @classmethod
    def of(cls, corpus: CorpusGraph, graphs: Iterable[DocumentGraph]) -> "Lookup":
        """A local entity goes by the label of the entity it refers to, or by its own where it refers to none."""
        graphs = tuple(graphs)
        own = {Member(g.document.id, e.id): e.label for g in graphs for e in g.entities}
        shared = {member: entity.label for entity in corpus.entities for member in entity.members}
        copies = groupby(corpus.duplicates, lambda link: link.excerpt)
        return cls(
            entities={entity.id: entity for entity in corpus.entities},
            statements={statement.id: statement for statement in corpus.statements},
            claims={claim.id: (graph.document, claim) for graph in graphs for claim in graph.claims},
            local=own | shared,
            copies={text: tuple(link.of for link in links) for text, links in copies},
        )

    def label(self, entity: str) -> str:
        """The preferred name of an entity of the corpus."""
        return self.entities[entity].label
