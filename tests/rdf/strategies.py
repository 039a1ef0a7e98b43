"""Any nouns that the model allows: sorted tuples, ids that are slugs, spans inside the text."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kg.ids import slug
from kg.model import (
    Certainty,
    Change,
    Claim,
    Conflict,
    CorpusGraph,
    Document,
    DocumentGraph,
    Entity,
    Excerpt,
    Literal,
    LocalEntity,
    Member,
    Mention,
    NearDuplicate,
    Polarity,
    PossibleMatch,
    Qualifier,
    Remark,
    Review,
    Span,
    Statement,
    Status,
    Voice,
)
from kg.ontology import load_ontology

ONTOLOGY = load_ontology()
slugs = st.text(min_size=1, max_size=12).map(slug)
hashes = st.text("0123456789abcdef", min_size=4, max_size=16)
days = st.dates().map(str)
kinds = st.sampled_from(sorted(ONTOLOGY.kinds))
open_relations = st.from_regex(r"rel:[a-z]{1,8}(_[a-z]{1,5})?", fullmatch=True)
relations = st.sampled_from(sorted(ONTOLOGY.relations)) | open_relations
literals = st.one_of(
    st.text(max_size=20).map(Literal),
    st.integers().map(lambda n: Literal(str(n), "integer")),
    days.map(lambda day: Literal(day, "date")),
    st.integers(1000, 2999).map(lambda year: Literal(str(year), "gYear")),
)


def tuples(values: SearchStrategy[Any], min_size: int = 0) -> SearchStrategy[tuple[Any, ...]]:
    return st.sets(values, min_size=min_size, max_size=4).map(lambda found: tuple(sorted(found)))


def by_id(nouns: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(nouns, unique_by=lambda noun: noun.id, max_size=4).map(
        lambda found: tuple(sorted(found, key=lambda noun: noun.id))
    )


def spans(text: str) -> SearchStrategy[Span]:
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: Span(*pair))


def qualifiers(ids: SearchStrategy[str]) -> SearchStrategy[tuple[Qualifier, ...]]:
    of_entities = st.builds(Qualifier, st.just("place"), ids)
    names = sorted(set(ONTOLOGY.qualifiers) - {"place", "earliest", "latest"})
    return tuples(of_entities | st.builds(Qualifier, st.sampled_from(names), literals))


def documents(text: str) -> SearchStrategy[Document]:
    return st.builds(
        Document,
        id=hashes,
        sha256=hashes,
        text=st.just(text),
        sources=tuples(st.text(min_size=1), min_size=1),
        title=st.none() | st.text(),
        issued=st.none() | days.map(lambda day: Literal(day, "date")),
        publisher=st.none() | st.text(),
        authors=tuples(st.text()),
        link=st.none() | st.text(),
        boilerplate=tuples(st.builds(Remark, spans(text), st.text())),
        notes=tuples(st.text()),
    )


def claims(text: str) -> SearchStrategy[Claim]:
    span, maybe_span = spans(text), st.none() | spans(text)
    return st.builds(
        Claim,
        id=hashes,
        relation=relations,
        subject=st.none() | slugs,
        object=st.none() | slugs | literals,
        polarity=st.sampled_from(Polarity),
        certainty=st.sampled_from(Certainty),
        voice=st.sampled_from(Voice),
        status=st.sampled_from(Status),
        confidence=st.floats(0, 1),
        passage=span,
        trigger=span,
        subject_mention=maybe_span,
        object_mention=maybe_span,
        source_mention=maybe_span,
        cue_mention=maybe_span,
        attributed_to=tuples(slugs),
        via=tuples(slugs),
        qualifiers=qualifiers(slugs),
    )


local_entities = st.builds(LocalEntity, slugs, kinds, st.text(), tuples(st.text()), st.booleans())


def _graphs_of(text: str) -> SearchStrategy[DocumentGraph]:
    return st.builds(
        DocumentGraph,
        document=documents(text),
        entities=by_id(local_entities),
        mentions=tuples(st.builds(Mention, spans(text), slugs)),
        claims=by_id(claims(text)),
        unused=tuples(st.builds(Remark, spans(text), st.text())),
    )


document_graphs: SearchStrategy[DocumentGraph] = st.text(min_size=1, max_size=40).flatmap(_graphs_of)

entities = st.builds(
    Entity,
    id=slugs,
    kind=kinds,
    label=st.text(),
    alt_labels=tuples(st.text()),
    named=st.booleans(),
    members=tuples(st.builds(Member, hashes, slugs), min_size=1),
    replaces=tuples(slugs),
)
statements = st.builds(
    Statement,
    id=hashes,
    relation=relations,
    subject=st.none() | slugs,
    object=st.none() | slugs | literals,
    status=st.sampled_from(Status),
    asserted_by=tuples(hashes),
    negated_by=tuples(hashes),
    documents=st.integers(1, 99),
    independent_sources=st.integers(1, 99),
    qualifiers=qualifiers(slugs),
    earliest=st.none() | days,
    latest=st.none() | days,
    review=st.none() | st.sampled_from(Review),
)
conflicts = st.builds(
    Conflict,
    id=hashes,
    kind=st.sampled_from(sorted(ONTOLOGY.conflict_kinds)),
    between=tuples(hashes, min_size=1),
    claims=tuples(hashes, min_size=2),
    qualifier=st.none() | st.sampled_from(sorted(ONTOLOGY.qualifiers)),
)
changes = st.builds(
    Change,
    id=hashes,
    kind=st.sampled_from(sorted(ONTOLOGY.change_kinds)),
    earlier=hashes,
    later=hashes,
    earliest=days,
    latest=days,
)
members = st.builds(Member, hashes, slugs)
excerpts = st.builds(Excerpt, hashes) | st.builds(Excerpt, hashes, spans("x" * 40))
duplicates = st.builds(NearDuplicate, excerpts, excerpts)
matches = st.builds(
    PossibleMatch,
    id=hashes,
    between=tuples(slugs, min_size=1),
    members=tuples(members, min_size=2),
    likeness=st.floats(0, 1),
    reasons=tuples(st.text(), min_size=1),
)
corpora: SearchStrategy[CorpusGraph] = st.builds(
    CorpusGraph,
    by_id(entities),
    by_id(statements),
    by_id(conflicts),
    by_id(changes),
    tuples(members),
    tuples(duplicates),
    by_id(matches),
)
