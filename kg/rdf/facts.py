"""The triples of one graph, by subject and predicate."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.rdf import vocabulary as v
from kg.rdf.terms import Malformed, Term

Own = Mapping[ox.NamedNode, list[Term]]
"""What one node says: predicate → values."""
Facts = Mapping[ox.NamedNode, Own]


def index(quads: Iterable[ox.Quad]) -> Facts:
    """A set of triples: repeated quads count once, names of graphs are forgotten.

    Raises Malformed on blank nodes and quoted triples, which no graph of ours holds.
    """
    facts: dict[ox.NamedNode, dict[ox.NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in dict.fromkeys(quads):
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise Malformed(f"{quad} is not made of IRIs and literals")
        facts[quad.subject][quad.predicate].append(quad.object)
    return {node: dict(own) for node, own in facts.items()}


def having(facts: Facts, predicate: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, Own]]:
    """The nodes with a value of the predicate."""
    return ((node, own) for node, own in facts.items() if predicate in own)


def instances(facts: Facts, cls: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, Own]]:
    """The nodes of exactly this class."""
    return ((node, own) for node, own in having(facts, v.TYPE) if cls in own[v.TYPE])


def sources(facts: Facts, predicate: ox.NamedNode) -> Mapping[Term, list[ox.NamedNode]]:
    """Value → the nodes that have it; no nodes for any other term."""
    found: dict[Term, list[ox.NamedNode]] = defaultdict(list)
    for node, own in having(facts, predicate):
        for value in own[predicate]:
            found[value].append(node)
    return found
