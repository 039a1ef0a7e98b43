"""Articles and the sentences behind statements, written by `kg.pages`; the page's script shows them as they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.model import CorpusGraph, DocumentGraph, Member
from kg.pages.article import article_text
from kg.pages.evidence import panel
from kg.pages.lines import Lines
from kg.pages.paper import Paper
from kg.pages.words import Words
from kg.view.links import Places

_LINKS: Final = Places()


@dataclass(frozen=True, slots=True)
class Shelf:
    """What it takes to tell articles: the corpus that was made of them, by what is looked for."""

    owners: Mapping[Member, str]
    stated: Mapping[str, tuple[str, ...]]
    words: Words

    @classmethod
    def of(cls, corpus: CorpusGraph, words: Words) -> "Shelf":
        stated: defaultdict[str, list[str]] = defaultdict(list)
        for statement in corpus.statements:
            for claim in (*statement.asserted_by, *statement.negated_by):
                stated[claim].append(statement.id)
        owners = {member: entity.id for entity in corpus.entities for member in entity.members}
        return cls(owners, {claim: tuple(ids) for claim, ids in stated.items()}, words)

    def paper(self, graph: DocumentGraph) -> Paper:
        members = {entity.id: Member(graph.document.id, entity.id) for entity in graph.entities}
        return Paper(
            graph,
            owners={local: self.owners[member] for local, member in members.items() if member in self.owners},
            labels={local: self.words.lookup.local[member] for local, member in members.items()},
            stated={claim.id: self.stated.get(claim.id, ()) for claim in graph.claims},
        )

    def article(self, graph: DocumentGraph) -> Mapping[str, object]:
        """Its text with the claims marked, and the sentence of each claim, by id."""
        paper = self.paper(graph)
        lines = Lines(paper.told(self.words.ontology), _LINKS)
        every = lines.told.words.lookup.statements.values()
        sentences = {statement.id: panel(lines.told.receipts(statement), links=_LINKS) for statement in every}
        return {"text": article_text(paper, lines), "sentences": sentences}
