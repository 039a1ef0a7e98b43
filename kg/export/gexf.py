"""GEXF 1.2, as networkx writes it, without the day on which it does."""

from networkx.readwrite.gexf import GEXFWriter

from kg.export.multigraph import multigraph
from kg.export.network import Network


def serialize(found: Network) -> bytes:
    """Each edge has the id of its statement."""
    graph = multigraph(found)
    for *_, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key
    writer = GEXFWriter(graph)
    writer.xml.remove(writer.xml.find("meta"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{writer}\n'.encode()
