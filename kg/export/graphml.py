"""GraphML, as networkx writes it."""

import io

import networkx as nx

from kg.export.multigraph import multigraph
from kg.export.network import Network


def serialize(found: Network) -> bytes:
    """Each edge has the id of its statement, so that several between two nodes stay apart."""
    out = io.BytesIO()
    # There is another writer, which is used where lxml is installed; its bytes are not the same.
    nx.write_graphml_xml(multigraph(found), out)
    return out.getvalue()
