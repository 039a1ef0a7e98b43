"""What statements rest on: a part of the graph in which all that is spoken of is there."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.model import Claim, CorpusGraph, DocumentGraph, Entity, Member, Span

Graphs = tuple[DocumentGraph, ...]


def closed(
    corpus: CorpusGraph, graphs: Iterable[DocumentGraph], statements: Collection[str]
) -> tuple[CorpusGraph, Graphs]:
    """These statements, by id, with their claims, whatever those speak of, and the articles that make them.

    Conflicts, changes, possible matches and near-duplicates stay where both sides do. Remarks on texts do not.
    """
    kept = tuple(statement for statement in corpus.statements if statement.id in statements)
    claims = {claim for statement in kept for claim in (*statement.asserted_by, *statement.negated_by)}
    parts = tuple(part for graph in graphs if (part := _part(graph, claims)).claims)
    return linked(replace(corpus, statements=kept), parts), parts


def linked(corpus: CorpusGraph, graphs: Iterable[DocumentGraph]) -> CorpusGraph:
    """Without what refers to anything that these documents and the corpus's own statements do not have.

    Statements are taken to be whole; an entity is there as long as a document speaks of it.
    """
    graphs = tuple(graphs)
    local = {Member(graph.document.id, entity.id) for graph in graphs for entity in graph.entities}
    claims = {claim.id for graph in graphs for claim in graph.claims}
    statements = {statement.id for statement in corpus.statements}
    documents = {graph.document.id for graph in graphs}
    entities = tuple(_entities(corpus.entities, local))
    ids = {entity.id for entity in entities}
    return CorpusGraph(
        entities=entities,
        statements=corpus.statements,
        conflicts=tuple(
            c for c in corpus.conflicts if statements.issuperset(c.between) and claims.issuperset(c.claims)
        ),
        changes=tuple(c for c in corpus.changes if {c.earlier, c.later} <= statements),
        rejected=tuple(member for member in corpus.rejected if member in local),
        duplicates=tuple(d for d in corpus.duplicates if {d.excerpt.document, d.of.document} <= documents),
        matches=tuple(m for m in corpus.matches if ids.issuperset(m.between) and local.issuperset(m.members)),
    )


def _entities(entities: Iterable[Entity], local: Collection[Member]) -> Iterator[Entity]:
    for entity in entities:
        if members := tuple(member for member in entity.members if member in local):
            yield replace(entity, members=members)


def _part(graph: DocumentGraph, claims: Collection[str]) -> DocumentGraph:
    kept = tuple(claim for claim in graph.claims if claim.id in claims)
    spoken = {id for claim in kept for id in spoken_of(claim)}
    return DocumentGraph(
        document=replace(graph.document, boilerplate=()),
        entities=tuple(entity for entity in graph.entities if entity.id in spoken),
        mentions=tuple(mention for mention in graph.mentions if mention.entity in spoken),
        claims=kept,
    )


def spoken_of(claim: Claim) -> Iterator[str]:
    """The local entities of a claim: its ends, its sources and its details."""
    values = (qualifier.value for qualifier in claim.qualifiers)
    ends = (claim.subject, claim.object, *claim.attributed_to, *claim.via, *values)
    return (end for end in ends if isinstance(end, str))


def quoted_by(claim: Claim) -> Iterator[Span]:
    """Where a text makes a claim: all that is marked of it."""
    mentions = (claim.subject_mention, claim.object_mention, claim.source_mention, claim.cue_mention)
    yield from (claim.passage, claim.trigger, *filter(None, mentions))
