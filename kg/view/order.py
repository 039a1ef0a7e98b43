"""In which order the page has entities and statements: the most important first.

How important an entity is: named before unnamed; then by the number of documents, of claims and of other entities that
its statements join it to; then by id. Of statements, by the number of documents, then of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.model import CorpusGraph, Document, Statement
from kg.pages.lookup import Lookup

_SEED = 1


@dataclass(frozen=True, slots=True)
class Ordered:
    """A corpus in the order of the page; `communities`: by id of an entity a number, the largest community first."""

    corpus: CorpusGraph
    entities: tuple[str, ...]
    statements: tuple[Statement, ...]
    documents: tuple[Document, ...]
    communities: Mapping[str, int]


def ordered(corpus: CorpusGraph, documents: Iterable[Document], lookup: Lookup) -> Ordered:
    """The whole corpus."""
    entities = _by_importance(corpus, lookup)
    statements = tuple(sorted(corpus.statements, key=weight))
    articles = tuple(sorted(documents, key=lambda one: one.id))
    return Ordered(corpus, entities, statements, articles, communities(entities, statements))


def drawable(statement: Statement) -> bool:
    """Whether it joins two entities that are not the same."""
    ends = {statement.subject, statement.object}
    return len(ends) == 2 and all(isinstance(end, str) for end in ends)


def weight(statement: Statement) -> tuple[int, int, str]:
    """Sorts the statements of most documents, then of most claims, first."""
    return -statement.documents, -len(statement.asserted_by) - len(statement.negated_by), statement.id


def communities(entities: Iterable[str], statements: Iterable[Statement]) -> Mapping[str, int]:
    """Who is spoken of together: Louvain communities of entities that statements join."""
    numbers = {id: number for number, id in enumerate(entities)}
    graph: nx.Graph = nx.Graph()
    for statement in sorted(filter(drawable, statements), key=lambda one: one.id):
        ends = numbers[str(statement.subject)], numbers[str(statement.object)]
        graph.add_edge(*ends, weight=graph.get_edge_data(*ends, {"weight": 0})["weight"] + 1)
    # Numbers, for sets of strings have another order in each process.
    found = nx.community.louvain_communities(graph, seed=_SEED) if graph else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    community = {number: place for place, group in enumerate(groups) for number in group}
    return {id: community[number] for id, number in numbers.items() if number in community}


def _by_importance(corpus: CorpusGraph, lookup: Lookup) -> tuple[str, ...]:
    claims, neighbours = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for statement in corpus.statements:
        ends = [end for end in (statement.subject, statement.object) if isinstance(end, str)]
        for end in ends:
            claims[end].update(statement.asserted_by, statement.negated_by)
            neighbours[end].update(ends)

    def rank(id: str) -> tuple[bool, int, int, int, str]:
        documents = {lookup.claims[claim][0].id for claim in claims[id]}
        return not lookup.entities[id].named, -len(documents), -len(claims[id]), -len(neighbours[id]), id

    return tuple(sorted(lookup.entities, key=rank))
