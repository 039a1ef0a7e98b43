"""Which entities and statements are drawn: the most important ones, so that the drawing stays readable.

How important an entity is: named before unnamed; then by the number of documents, of claims and of other entities that
its statements join it to; then by id. An unnamed entity is drawn only where it takes part in a statement with one
of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import networkx as nx

from kg.model import CorpusGraph, Entity, Statement, Status
from kg.pages.lookup import Lookup

LINKS_PER_ENTITY: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the drawing: all statements of one status from one entity to another."""

    subject: str
    object: str
    status: Status
    statements: tuple[Statement, ...]

    @property
    def documents(self) -> int:
        return max(statement.documents for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is drawn, most important first, and how many entities and statements are not, by reason."""

    entities: tuple[str, ...]
    links: tuple[Link, ...]
    entities_left: Mapping[str, int]
    statements_left: Mapping[str, int]

    @property
    def statements(self) -> frozenset[str]:
        return frozenset(statement.id for link in self.links for statement in link.statements)


def choose(corpus: CorpusGraph, lookup: Lookup, top: int) -> Choice:
    """At most `top` entities, and at most `LINKS_PER_ENTITY` times as many lines between them."""
    graph = network(corpus.statements)
    links = _links(graph)
    candidates = _candidates(corpus, graph, lookup, top)
    between = [link for link in links if {link.subject, link.object} <= set(candidates)]
    kept = tuple(sorted(between, key=_strength)[: LINKS_PER_ENTITY * top])
    joined = {end for link in kept for end in (link.subject, link.object)}
    drawn = tuple(name for name in candidates if name in joined)
    return Choice(drawn, kept, _entities_left(corpus, graph, drawn), _statements_left(corpus, kept, drawn))


def drawable(statement: Statement) -> bool:
    """Whether it joins two entities that are not the same."""
    ends = {statement.subject, statement.object}
    return len(ends) == 2 and all(isinstance(end, str) for end in ends)


def network(statements: Iterable[Statement]) -> nx.MultiDiGraph:
    """Entities, and as edges between them, by id, the statements that join two."""
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for statement in filter(drawable, statements):
        graph.add_edge(str(statement.subject), str(statement.object), key=statement.id, statement=statement)
    return graph


def _links(graph: nx.MultiDiGraph) -> list[Link]:
    groups: defaultdict[tuple[str, str, Status], list[Statement]] = defaultdict(list)
    for start, end, statement in graph.edges(data="statement"):
        groups[start, end, statement.status].append(statement)
    return [Link(*ends, tuple(sorted(group, key=weight))) for ends, group in sorted(groups.items())]


def weight(statement: Statement) -> tuple[int, int, str]:
    """Sorts the statements of most documents, then of most claims, first."""
    return -statement.documents, -len(statement.asserted_by) - len(statement.negated_by), statement.id


def _strength(link: Link) -> tuple[int, int, str]:
    return min(map(weight, link.statements))


def _candidates(corpus: CorpusGraph, graph: nx.MultiDiGraph, lookup: Lookup, top: int) -> list[str]:
    """Named entities first; then, as far as there is room, the unnamed ones that they are joined to."""
    plain = nx.Graph(graph)
    neighbours = {name: set(plain[name]) for name in plain}
    claims = _claims(corpus.statements)

    def rank(id: str) -> tuple[int, int, int, str]:
        documents = {lookup.claims[claim][0].id for claim in claims[id]}
        return -len(documents), -len(claims[id]), -len(neighbours[id]), id

    ranked = sorted(graph, key=rank)
    named = [name for name in ranked if lookup.entities[name].named][:top]
    unnamed = [name for name in ranked if not lookup.entities[name].named and neighbours[name] & set(named)]
    return [*named, *unnamed][:top]


def _claims(statements: Iterable[Statement]) -> Mapping[str, set[str]]:
    """The claims in which each entity takes part."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for end in (statement.subject, statement.object):
            if isinstance(end, str):
                claims[end].update(statement.asserted_by, statement.negated_by)
    return claims


def _entities_left(corpus: CorpusGraph, graph: nx.MultiDiGraph, drawn: Iterable[str]) -> Counter[str]:
    shown = set(drawn)

    def reason(entity: Entity) -> str:
        if entity.id not in graph:
            return "in no statement with another entity"
        return "less often in the articles, or linked to none that is shown" if entity.named else "without a name"

    return Counter(reason(entity) for entity in corpus.entities if entity.id not in shown)


def _statements_left(corpus: CorpusGraph, links: Iterable[Link], drawn: Iterable[str]) -> Counter[str]:
    kept, shown = {statement.id for link in links for statement in link.statements}, set(drawn)

    def reason(statement: Statement) -> str:
        if not drawable(statement):
            return "about one entity only"
        ends = {statement.subject, statement.object}
        return "in no more articles than those shown" if ends <= shown else "about an entity that is not shown"

    return Counter(reason(s) for s in corpus.statements if s.id not in kept)
