"""Local entities and claims of all documents, with people's judgements, become one graph."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import CorpusGraph, DocumentGraph, Judgement, Member, Replay
from kg.ontology import Ontology, load_ontology
from kg.resolve.conflicts import conflicts_and_changes
from kg.resolve.context import contexts
from kg.resolve.entities import entities
from kg.resolve.identity import Identified
from kg.resolve.matches import possible_matches
from kg.resolve.reviews import contradictions, reviewed
from kg.resolve.rulings import Rulings, rulings
from kg.resolve.sayings import sayings
from kg.resolve.short_names import short_names
from kg.resolve.standing import meant
from kg.resolve.statements import near_duplicates, statements

__all__ = ["replay", "resolve", "restated"]


def resolve(
    graphs: Iterable[DocumentGraph], judgements: Sequence[Judgement] = (), ontology: Ontology | None = None
) -> CorpusGraph:
    """A pure function: no order of the graphs or of the judgements shows in the result.

    The documents are distinct, and no two claims have one id. Without an ontology, that of the package is taken.
    """
    terms = ontology or load_ontology()
    known = sorted(graphs, key=lambda graph: graph.document.id)
    ruled = rulings(judgements, known)
    local = {Member(graph.document.id, entity.id): entity for graph in known for entity in graph.entities}
    known_by_office = meant(known, terms)
    told = {member: context for graph in known for member, context in contexts(graph).items()} | known_by_office
    identified = Identified(local, ruled, terms, told)
    rejected = sorted(m for group in identified.groups if not ruled.rejected.isdisjoint(group) for m in group)
    found = entities([g for g in identified.groups if ruled.rejected.isdisjoint(g)], local, ruled.pinned)
    near = (*identified.refused, *identified.doubts(), *short_names(local, identified.groups, terms, known_by_office))
    matches = possible_matches(near, found, ruled)
    return _said(CorpusGraph(found, rejected=tuple(rejected), matches=matches), known, ruled, terms)


def restated(corpus: CorpusGraph, graphs: Iterable[DocumentGraph], judgements: Sequence[Judgement] = ()) -> CorpusGraph:
    """The entities as they are, and what these documents, of which parts may be gone, say of them."""
    known = sorted(graphs, key=lambda graph: graph.document.id)
    return _said(corpus, known, rulings(judgements, known), load_ontology())


def _said(corpus: CorpusGraph, graphs: Sequence[DocumentGraph], ruled: Rulings, terms: Ontology) -> CorpusGraph:
    """With the statements of the documents, and what is between them."""
    documents = {graph.document.id: graph.document for graph in graphs}
    claims = reviewed(sayings(graphs, corpus.entities, terms), ruled)
    said = statements(claims, terms, documents)
    by_id = {saying.claim.id: saying for saying in claims}
    conflicts, changes = conflicts_and_changes(said, by_id, corpus.entities, documents, terms)
    duplicates = near_duplicates(claims, documents)
    return replace(corpus, statements=said, conflicts=conflicts, changes=changes, duplicates=duplicates)


def replay(judgements: Sequence[Judgement], graphs: Sequence[DocumentGraph], corpus: CorpusGraph) -> Replay:
    """What became of the judgements that this graph was made with."""
    ruled = rulings(judgements, graphs)
    return Replay(tuple(judgements), ruled.waiting, tuple(contradictions(corpus, ruled)))
