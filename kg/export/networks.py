"""The formats of nodes and edges."""

from enum import StrEnum

from kg.export import tables
from kg.export.network import Network


class NetworkFormat(StrEnum):
    """A way to write a property graph; the values are what the user types."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    NEO4J = "neo4j"
    GEPHI = "gephi"

    @property
    def suffix(self) -> str:
        """With the dot."""
        return ".zip" if self in (NetworkFormat.NEO4J, NetworkFormat.GEPHI) else f".{self}"

    def serialize(self, found: Network) -> bytes:
        """The same network gives the same bytes."""
        # networkx takes long to import, and no other command needs it.
        from kg.export import gexf, graphml

        match self:
            case NetworkFormat.GRAPHML:
                return graphml.serialize(found)
            case NetworkFormat.GEXF:
                return gexf.serialize(found)
            case NetworkFormat.NEO4J:
                return tables.serialize(found, tables.NEO4J)
            case NetworkFormat.GEPHI:
                return tables.serialize(found, tables.GEPHI)
