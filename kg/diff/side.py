"""One of the two graphs, and what is to be known of its statements."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from kg.model import CorpusGraph, Document, DocumentGraph, Literal, Qualifier, Statement
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.words import Words


@dataclass(frozen=True, slots=True)
class Side:
    """A graph with its indexes; `documents` by id."""

    corpus: CorpusGraph
    documents: dict[str, Document]
    words: Words

    @classmethod
    def of(cls, corpus: CorpusGraph, graphs: Iterable[DocumentGraph]) -> Self:
        graphs = tuple(graphs)
        documents = {graph.document.id: graph.document for graph in graphs}
        return cls(corpus, documents, Words(Lookup.of(corpus, graphs), load_ontology()))

    def details(self, statement: Statement) -> tuple[str, ...]:
        """Qualifiers in words, how many documents say it, how many of these independently, what a person found."""
        counts = (f"documents: {statement.documents}", f"independent sources: {statement.independent_sources}")
        review = (f"judged: {self.words.term(statement.review)}",) if statement.review else ()
        return *map(self.words.qualifier, statement.qualifiers), *counts, *review

    def named(self, statement: Statement) -> bool:
        """Whether an end has a name."""
        entities = self.words.lookup.entities
        return any(entities[end].named for end in (statement.subject, statement.object) if isinstance(end, str))

    def meaning(self, statement: Statement) -> Hashable:
        """What it says, of whom and in which article; who has no name goes by their description."""
        relation = self.words.ontology.relation(statement.relation)
        key = relation.identified_by if relation else None
        told = tuple(self._meant(q) for q in statement.qualifiers if q.name == key)
        ends = (self._end(statement.subject), self._end(statement.object))
        return statement.relation, ends, told, frozenset(self._sources(statement))

    def wording(self, statement: Statement) -> Hashable:
        """The same with all details and the status."""
        return self.meaning(statement), tuple(map(self._meant, statement.qualifiers)), statement.status

    def _meant(self, qualifier: Qualifier) -> Hashable:
        return qualifier.name, self._end(qualifier.value)

    def _end(self, end: str | Literal | None) -> Hashable:
        entity = self.words.lookup.entities[end] if isinstance(end, str) else None
        return (entity.kind, entity.label) if entity and not entity.named else end

    def _sources(self, statement: Statement) -> Iterator[str]:
        for claim in (*statement.asserted_by, *statement.negated_by):
            yield from self.words.lookup.claims[claim][0].sources
