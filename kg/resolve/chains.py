"""Which joins bring two together that must stay apart."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import networkx as nx

_Node = TypeVar("_Node")
Pair = tuple[_Node, _Node]
_networkx: Any = nx  # half of its functions are typed, some of them wrongly


def between(joins: Iterable[Pair[_Node]], apart: Sequence[Pair[_Node]]) -> dict[Pair[_Node], list[Pair[_Node]]]:
    """For each pair of `apart` that a chain of joins leads together: the joins of all such chains, sorted.

    None of them is better than another, so that who drops them all drops no more and no less than is in doubt.
    """
    graph: Any = nx.Graph()
    graph.add_edges_from(joins)
    near = [(left, right) for left, right in apart if left in graph and right in graph]
    where = {node: number for number, part in enumerate(_networkx.connected_components(graph)) for node in part}
    return {(left, right): _chains(graph, left, right) for left, right in near if where[left] == where[right]}


def _chains(graph: Any, left: Any, right: Any) -> list[Any]:
    """All edges of simple paths: with an edge between the ends, those of the one block that holds it."""
    direct = graph.has_edge(left, right)
    closed = graph.subgraph(_networkx.node_connected_component(graph, left)).copy()
    closed.add_edge(left, right)
    blocks = (set(map(frozenset, edges)) for edges in _networkx.biconnected_component_edges(closed))
    block = next(edges for edges in blocks if frozenset((left, right)) in edges)
    found = block if direct else block - {frozenset((left, right))}
    return sorted((min(edge), max(edge)) for edge in found)
