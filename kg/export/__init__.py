"""The graph as a file: RDF, or nodes and edges. The same graph gives the same bytes, in whatever order it comes."""

from kg.export.closure import closed
from kg.export.files import write, writing
from kg.export.formats import Format
from kg.export.network import Network, network
from kg.export.networks import NetworkFormat
from kg.export.quoted import quoted
from kg.export.select import select
from kg.export.selection import Selection, selected
from kg.export.suppression import Suppressed, without

__all__ = [
    "Format",
    "Network",
    "NetworkFormat",
    "Selection",
    "Suppressed",
    "closed",
    "network",
    "quoted",
    "select",
    "selected",
    "without",
    "write",
    "writing",
]
