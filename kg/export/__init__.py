"""The graph as a file: RDF, or nodes and edges. The same graph gives the same bytes, in whatever order it comes."""

from kg.export.files import write
from kg.export.formats import Format
from kg.export.network import Network, network
from kg.export.networks import NetworkFormat
from kg.export.select import select

__all__ = ["Format", "Network", "NetworkFormat", "network", "select", "write"]
