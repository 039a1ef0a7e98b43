"""The graph as nodes and edges with attributes: what GraphML, GEXF and tables are made of.

A node is an entity, an edge a statement. A statement of a literal ("aged 57"), or without a subject or object ("went
missing"), has an edge too: it ends in a node of its own, of the kind `Value` or `Missing`. Were such a node shared, all
who are 57 would hang together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import CorpusGraph, DocumentGraph, Entity, Literal, Statement
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.receipt import receipts
from kg.pages.words import NOT_NAMED, Words, printable

_BETWEEN = " | "
"""Stands between several values of one attribute: none of the formats has lists that all programs read."""


@dataclass(frozen=True, slots=True)
class Node:
    """`kind`: a class of the ontology, `Value` or `Missing`. `documents` is how many speak of it."""

    id: str
    label: str
    kind: str
    names: str
    named: bool
    documents: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement from `source` to `target`. `sources`: how many are independent; `earliest`, `latest`: ISO dates.

    `details`, `articles` and `sentences` are text for people, the last two in the same order.
    """

    id: str
    source: str
    target: str
    label: str
    relation: str
    status: str
    documents: int
    sources: int
    earliest: str
    latest: str
    details: str
    articles: str
    sentences: str


@dataclass(frozen=True, slots=True)
class Network:
    """Every end of an edge is a node. Texts are of one line, and without characters that XML forbids."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(corpus: CorpusGraph, graphs: Iterable[DocumentGraph]) -> Network:
    """Entities and statements, each by id; conflicts, changes and possible matches have no place in it."""
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    entities = [_entity(entity) for entity in corpus.entities]
    ends = [node for statement in corpus.statements for node in _own_ends(statement)]
    return Network((*entities, *ends), tuple(_edge(statement, words) for statement in corpus.statements))


def _entity(entity: Entity) -> Node:
    documents = len({member.document for member in entity.members})
    names = _BETWEEN.join(map(printable, entity.alt_labels))
    return Node(f"ent:{entity.id}", printable(entity.label), entity.kind, names, entity.named, documents)


def _own_ends(statement: Statement) -> Iterator[Node]:
    for side, value in (("subject", statement.subject), ("object", statement.object)):
        match value:
            case None:
                yield Node(_end(statement, side, value), NOT_NAMED, "Missing", "", False, statement.documents)
            case Literal(text):
                yield Node(_end(statement, side, value), printable(text), "Value", "", False, statement.documents)


def _end(statement: Statement, side: str, value: str | Literal | None) -> str:
    return f"ent:{value}" if isinstance(value, str) else f"st:{statement.id}#{side}"


def _edge(statement: Statement, words: Words) -> Edge:
    found = receipts(statement, words.lookup)
    return Edge(
        id=f"st:{statement.id}",
        source=_end(statement, "subject", statement.subject),
        target=_end(statement, "object", statement.object),
        label=words.relation(statement),
        relation=statement.relation,
        status=statement.status.value,
        documents=statement.documents,
        sources=statement.independent_sources,
        earliest=statement.earliest or "",
        latest=statement.latest or "",
        details="; ".join(map(words.qualifier, statement.qualifiers)),
        articles=_BETWEEN.join(receipt.article for receipt in found),
        sentences=_BETWEEN.join(printable(receipt.sentence) for receipt in found),
    )
