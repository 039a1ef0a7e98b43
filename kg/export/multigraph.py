"""Nodes and edges as networkx has them."""

from dataclasses import asdict

import networkx as nx

from kg.export.network import Network


def multigraph(found: Network) -> nx.MultiDiGraph:
    """Directed, with an edge for each statement, whose id is its key."""
    graph = nx.MultiDiGraph()
    for node in found.nodes:
        attributes = asdict(node)
        graph.add_node(attributes.pop("id"), **attributes)
    for edge in found.edges:
        attributes = asdict(edge)
        ends = attributes.pop("source"), attributes.pop("target")
        graph.add_edge(*ends, attributes.pop("id"), **attributes)
    return graph
