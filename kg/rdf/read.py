"""Quads → nouns. What does not have the form that `kg.rdf.write` gives is an `InvalidGraph`, not a guess."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg.errors import InvalidGraph
from kg.ids import Names
from kg.model import (
    Change,
    Claim,
    Conflict,
    CorpusGraph,
    Document,
    DocumentGraph,
    Entity,
    Literal,
    LocalEntity,
    Member,
    Mention,
    NearDuplicate,
    PossibleMatch,
    Qualifier,
    Remark,
    Statement,
)
from kg.rdf import tables, terms
from kg.rdf import vocabulary as v
from kg.rdf.facts import Facts, Own, having, index, instances, sources
from kg.rdf.terms import Codec, Scope


def read_documents(quads: Iterable[ox.Quad], names: Names) -> Iterator[DocumentGraph]:
    """The documents among the named graphs, by id. Raises InvalidGraph."""
    graphs: dict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            graphs[quad.graph_name].append(quad)
    for home in sorted(graphs, key=str):
        try:
            facts = index(graphs[home])
            if v.DOCUMENT in facts.get(home, {}).get(v.TYPE, ()):
                yield _document_graph(facts, home, names)
        except ValueError as error:
            raise _unreadable(home.value, error, names) from error


def read_corpus(quads: Iterable[ox.Quad], names: Names) -> CorpusGraph:
    """What the default graph says. Raises InvalidGraph."""
    scope = Scope(names)
    try:
        facts = index(quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph))
        return CorpusGraph(
            entities=_by_id(_entities(facts, scope)),
            statements=_by_id(_statement(node, own, scope) for node, own in instances(facts, v.STATEMENT)),
            conflicts=_by_id(_conflict(node, own, scope) for node, own in instances(facts, v.CONFLICT)),
            changes=_by_id(_change(node, own, scope) for node, own in instances(facts, v.CHANGE)),
            matches=_by_id(_match(node, own, scope) for node, own in instances(facts, v.POSSIBLE_MATCH)),
            rejected=tuple(sorted(_rejected(facts, scope))),
            duplicates=tuple(sorted(_duplicates(facts, scope))),
        )
    except ValueError as error:
        raise _unreadable("the default graph", error, names) from error


def read_claims(quads: Iterable[ox.Quad], names: Names) -> Iterator[tuple[str, Claim]]:
    """Claims, each with the id of its document. Raises InvalidGraph."""
    try:
        for node, own in instances(index(quads), v.CLAIM):
            (home,) = own[v.IN_DOCUMENT]
            scope = Scope(names, terms.DOCUMENT_ID.read(home, Scope(names)))
            yield scope.document, _claim(node, own, scope)
    except ValueError as error:
        raise _unreadable("a claim", error, names) from error


def _unreadable(where: str, error: ValueError, names: Names) -> InvalidGraph:
    return InvalidGraph(f"{where}: {error}; was it made by this version of kg, with the base {names.base}?")


def _by_id(nouns: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(nouns, key=lambda noun: noun.id))


def _fields(own: Own, table: tables.Table, scope: Scope) -> dict[str, Any]:
    return {row.field: row.held([row.codec.read(term, scope) for term in own.get(row.predicate, ())]) for row in table}


def _qualifiers(own: Own, table: tables.Table, codec: Codec, scope: Scope) -> tuple[Qualifier, ...]:
    """All that the table does not name."""
    known = {v.TYPE, v.IN_DOCUMENT, *(row.predicate for row in table)}
    found = (
        Qualifier(terms.NAME.read(predicate, scope), codec.read(term, scope))
        for predicate, values in own.items()
        if predicate not in known
        for term in values
    )
    return tuple(sorted(found, key=_qualifier_order))


def _qualifier_order(qualifier: Qualifier) -> tuple[str, str, str]:
    """An order of entities and literals alike, which do not compare with each other."""
    value = qualifier.value if isinstance(qualifier.value, Literal) else Literal(qualifier.value, "")
    return qualifier.name, value.text, value.datatype


def _document_graph(facts: Facts, home: ox.NamedNode, names: Names) -> DocumentGraph:
    scope = Scope(names, terms.DOCUMENT_ID.read(home, Scope(names)))
    return DocumentGraph(
        document=Document(
            id=scope.document,
            boilerplate=_remarks(facts, v.BOILERPLATE_BECAUSE, scope),
            **_fields(facts[home], tables.DOCUMENT, scope),
        ),
        entities=_by_id(_local_entity(node, own, scope) for node, own in having(facts, v.NAMED)),
        mentions=tuple(sorted(_mentions(facts, scope))),
        claims=_by_id(_claim(node, own, scope) for node, own in instances(facts, v.CLAIM)),
        unused=_remarks(facts, v.UNUSED_BECAUSE, scope),
    )


def _remarks(facts: Facts, predicate: ox.NamedNode, scope: Scope) -> tuple[Remark, ...]:
    found = (
        Remark(terms.SPAN.read(node, scope), terms.TEXT.read(reason, scope))
        for node, own in having(facts, predicate)
        for reason in own[predicate]
    )
    return tuple(sorted(found))


def _mentions(facts: Facts, scope: Scope) -> Iterator[Mention]:
    for node, own in having(facts, v.MENTION_OF):
        for entity in own[v.MENTION_OF]:
            yield Mention(terms.SPAN.read(node, scope), terms.LOCAL_ID.read(entity, scope))


def _local_entity(node: ox.NamedNode, own: Own, scope: Scope) -> LocalEntity:
    return LocalEntity(id=terms.LOCAL_ID.read(node, scope), **_fields(own, tables.ENTITY, scope))


def _claim(node: ox.NamedNode, own: Own, scope: Scope) -> Claim:
    return Claim(
        id=terms.CLAIM_ID.read(node, scope),
        qualifiers=_qualifiers(own, tables.CLAIM, terms.LOCAL_VALUE, scope),
        **_fields(own, tables.CLAIM, scope),
    )


def _entities(facts: Facts, scope: Scope) -> Iterator[Entity]:
    members, replaced = sources(facts, v.REFERS_TO), sources(facts, v.IS_REPLACED_BY)
    for node, own in having(facts, v.NAMED):
        yield Entity(
            id=terms.ENTITY_ID.read(node, scope),
            members=tuple(sorted(terms.MEMBER.read(member, scope) for member in members[node])),
            replaces=tuple(sorted(terms.ENTITY_ID.read(slug, scope) for slug in replaced[node])),
            **_fields(own, tables.ENTITY, scope),
        )


def _rejected(facts: Facts, scope: Scope) -> Iterator[Member]:
    """Local entities: statements that were rejected have a type here."""
    return (terms.MEMBER.read(node, scope) for node, own in having(facts, v.REVIEW) if v.TYPE not in own)


def _statement(node: ox.NamedNode, own: Own, scope: Scope) -> Statement:
    return Statement(
        id=terms.STATEMENT_ID.read(node, scope),
        qualifiers=_qualifiers(own, tables.STATEMENT, terms.ENTITY_VALUE, scope),
        **_fields(own, tables.STATEMENT, scope),
    )


def _change(node: ox.NamedNode, own: Own, scope: Scope) -> Change:
    return Change(id=terms.CHANGE_ID.read(node, scope), **_fields(own, tables.CHANGE, scope))


def _conflict(node: ox.NamedNode, own: Own, scope: Scope) -> Conflict:
    return Conflict(id=terms.CONFLICT_ID.read(node, scope), **_fields(own, tables.CONFLICT, scope))


def _duplicates(facts: Facts, scope: Scope) -> Iterator[NearDuplicate]:
    for node, own in having(facts, v.NEAR_DUPLICATE_OF):
        for first in own[v.NEAR_DUPLICATE_OF]:
            yield NearDuplicate(terms.EXCERPT.read(node, scope), terms.EXCERPT.read(first, scope))


def _match(node: ox.NamedNode, own: Own, scope: Scope) -> PossibleMatch:
    return PossibleMatch(id=terms.MATCH_ID.read(node, scope), **_fields(own, tables.MATCH, scope))
