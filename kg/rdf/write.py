"""Nouns → quads."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.ids import Names, digest
from kg.model import (
    Change,
    Conflict,
    CorpusGraph,
    Difference,
    DocumentGraph,
    Entity,
    Member,
    NearDuplicate,
    PossibleMatch,
    Qualifier,
    Span,
    Statement,
)
from kg.nesting import enclosing
from kg.ontology import load_ontology
from kg.rdf import tables, terms
from kg.rdf import vocabulary as v
from kg.rdf.terms import Codec, Scope, Term
from kg.status import is_plain_fact

_Facts = Iterator[tuple[ox.NamedNode, ox.NamedNode, Term]]


def document_quads(graph: DocumentGraph, names: Names) -> Iterator[ox.Quad]:
    """All that a document says, in the graph that has the document's IRI for its name."""
    scope = Scope(names, graph.document.id)
    home = terms.node(names.document(graph.document.id))
    for subject, predicate, value in chain(
        _fields(home, v.DOCUMENT, graph.document, tables.DOCUMENT, scope),
        _spans(graph, home, scope),
        _said_of_spans(graph, scope),
        _local_entities(graph, home, scope),
        _claims(graph, home, scope),
    ):
        yield ox.Quad(subject, predicate, value, home)


def corpus_quads(corpus: CorpusGraph, graphs: Iterable[DocumentGraph], names: Names) -> Iterator[ox.Quad]:
    """The default graph: all that the corpus holds, the plain triples, and the open relations of all claims."""
    scope = Scope(names)
    claimed = {claim.relation for graph in graphs for claim in graph.claims}
    for subject, predicate, value in chain(
        chain.from_iterable(_entity(e, scope) for e in corpus.entities),
        chain.from_iterable(_statement(s, scope) for s in corpus.statements),
        chain.from_iterable(_conflict(c, scope) for c in corpus.conflicts),
        chain.from_iterable(_change(c, scope) for c in corpus.changes),
        _rejected(corpus.rejected, scope),
        (_duplicate(d, scope) for d in corpus.duplicates),
        chain.from_iterable(_match(match, scope) for match in corpus.matches),
        _open_relations(claimed.union(s.relation for s in corpus.statements), scope),
    ):
        yield ox.Quad(subject, predicate, value)


def difference_quads(differences: Iterable[Difference], names: Names) -> Iterator[ox.Quad]:
    """What is not the same in two graphs: a node for each difference, named after what it is between."""
    scope = Scope(names)
    for difference in differences:
        node = terms.node(names.difference(digest(difference.kind, difference.before, difference.after)))
        for subject, predicate, value in _fields(node, v.DIFFERENCE, difference, tables.DIFFERENCE, scope):
            yield ox.Quad(subject, predicate, value)


def _fields(node: ox.NamedNode, cls: ox.NamedNode | None, noun: object, table: tables.Table, scope: Scope) -> _Facts:
    if cls:
        yield node, v.TYPE, cls
    for row in table:
        held = getattr(noun, row.field)
        if row.arity is tables.Arity.MANY:
            for value in held:
                yield node, row.predicate, row.codec.write(value, scope)
        elif held is not None:
            yield node, row.predicate, row.codec.write(held, scope)


def _qualifiers(node: ox.NamedNode, qualifiers: tuple[Qualifier, ...], codec: Codec, scope: Scope) -> _Facts:
    for qualifier in qualifiers:
        yield node, v.kg(qualifier.name), codec.write(qualifier.value, scope)


def _spans(graph: DocumentGraph, home: ox.NamedNode, scope: Scope) -> _Facts:
    remarks = (*graph.document.boilerplate, *graph.unused)
    passages = {c.passage for c in graph.claims} | {r.span for r in remarks}
    pointed = {span for c in graph.claims for row in tables.MENTIONS for span in row.values(c)}
    mentions = {m.span for m in graph.mentions} | pointed
    for span in sorted(passages | mentions):
        classes = ((v.PASSAGE,) if span in passages else ()) + ((v.MENTION,) if span in mentions else ())
        yield from _span(span, classes, graph.document.text, home, scope)


def _span(span: Span, classes: tuple[ox.NamedNode, ...], text: str, home: ox.NamedNode, scope: Scope) -> _Facts:
    node = terms.node(scope.names.span(scope.document, span))
    for cls in classes:
        yield node, v.TYPE, cls
    yield node, v.REFERENCE_CONTEXT, home
    yield node, v.BEGIN_INDEX, terms.COUNT.write(span.begin, scope)
    yield node, v.END_INDEX, terms.COUNT.write(span.end, scope)
    yield node, v.ANCHOR_OF, terms.TEXT.write(span.of(text), scope)


def _said_of_spans(graph: DocumentGraph, scope: Scope) -> _Facts:
    for mention in graph.mentions:
        node = terms.node(scope.names.span(scope.document, mention.span))
        yield node, v.MENTION_OF, terms.LOCAL_ID.write(mention.entity, scope)
    for mention, outer in enclosing(graph.mentions).items():
        node = terms.node(scope.names.span(scope.document, mention.span))
        yield node, v.SUPER_STRING, terms.node(scope.names.span(scope.document, outer))
    for predicate, remarks in (
        (v.BOILERPLATE_BECAUSE, graph.document.boilerplate),
        (v.UNUSED_BECAUSE, graph.unused),
    ):
        for remark in remarks:
            node = terms.node(scope.names.span(scope.document, remark.span))
            yield node, predicate, terms.TEXT.write(remark.reason, scope)


def _local_entities(graph: DocumentGraph, home: ox.NamedNode, scope: Scope) -> _Facts:
    for entity in graph.entities:
        node = terms.node(scope.names.local(scope.document, entity.id))
        yield from _fields(node, None, entity, tables.ENTITY, scope)
        yield node, v.IN_DOCUMENT, home


def _claims(graph: DocumentGraph, home: ox.NamedNode, scope: Scope) -> _Facts:
    for claim in graph.claims:
        node = terms.node(scope.names.claim(claim.id))
        yield from _fields(node, v.CLAIM, claim, tables.CLAIM, scope)
        yield from _qualifiers(node, claim.qualifiers, terms.LOCAL_VALUE, scope)
        yield node, v.IN_DOCUMENT, home


def reference(member: Member, entity: str, names: Names) -> ox.Quad:
    """That a local entity belongs to the entity with this id."""
    return ox.Quad(*_reference(member, terms.node(names.entity(entity)), Scope(names)))


def _reference(member: Member, entity: ox.NamedNode, scope: Scope) -> tuple[ox.NamedNode, ox.NamedNode, Term]:
    return terms.node(scope.names.local(member.document, member.entity)), v.REFERS_TO, entity


def _entity(entity: Entity, scope: Scope) -> _Facts:
    node = terms.node(scope.names.entity(entity.id))
    yield from _fields(node, None, entity, tables.ENTITY, scope)
    for member in entity.members:
        yield _reference(member, node, scope)
    for slug in entity.replaces:
        yield terms.node(scope.names.entity(slug)), v.IS_REPLACED_BY, node


def _rejected(members: Iterable[Member], scope: Scope) -> _Facts:
    for member in members:
        yield terms.node(scope.names.local(member.document, member.entity)), v.REVIEW, v.REJECTED


def _statement(statement: Statement, scope: Scope) -> _Facts:
    node = terms.node(scope.names.statement(statement.id))
    yield from _fields(node, v.STATEMENT, statement, tables.STATEMENT, scope)
    yield from _qualifiers(node, statement.qualifiers, terms.ENTITY_VALUE, scope)
    if is_plain_fact(statement):
        yield from _triples(statement, scope)


def plain_triple(statement: Statement, names: Names) -> ox.Triple | None:
    """What it says, or would say if it were a plain fact; none where it lacks an end."""
    return next((ox.Triple(*said) for said in _triples(statement, Scope(names))), None)


def _triples(statement: Statement, scope: Scope) -> _Facts:
    if statement.subject is not None and statement.object is not None:
        subject = terms.node(scope.names.entity(statement.subject))
        relation = terms.node(scope.names.relation(statement.relation))
        yield subject, relation, terms.ENTITY_VALUE.write(statement.object, scope)


def _conflict(conflict: Conflict, scope: Scope) -> _Facts:
    node = terms.node(scope.names.conflict(conflict.id))
    yield from _fields(node, v.CONFLICT, conflict, tables.CONFLICT, scope)


def _change(change: Change, scope: Scope) -> _Facts:
    node = terms.node(scope.names.change(change.id))
    yield from _fields(node, v.CHANGE, change, tables.CHANGE, scope)


def _duplicate(duplicate: NearDuplicate, scope: Scope) -> tuple[ox.NamedNode, ox.NamedNode, Term]:
    copy = ox.NamedNode(terms.EXCERPT.write(duplicate.excerpt, scope).value)
    return copy, v.NEAR_DUPLICATE_OF, terms.EXCERPT.write(duplicate.of, scope)


def _match(match: PossibleMatch, scope: Scope) -> _Facts:
    node = terms.node(scope.names.match(match.id))
    yield from _fields(node, v.POSSIBLE_MATCH, match, tables.MATCH, scope)


def open_relations(relations: Iterable[str], names: Names) -> Iterator[ox.Quad]:
    """What the default graph says of those among the relations that are open ones."""
    return (ox.Quad(*fact) for fact in _open_relations(relations, Scope(names)))


def _open_relations(relations: Iterable[str], scope: Scope) -> _Facts:
    for relation in sorted(r for r in relations if r.startswith("rel:")):
        node = terms.node(scope.names.relation(relation))
        yield node, v.TYPE, v.OPEN_RELATION
        yield node, v.LABEL, terms.TEXT.write(load_ontology().label(relation), scope)
