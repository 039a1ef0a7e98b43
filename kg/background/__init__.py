"""RDF files → quads: what somebody knows already, in graphs of its own, beside what articles say."""

from kg.background.reading import FORMATS, graph_of, quads

__all__ = ["FORMATS", "graph_of", "quads"]
