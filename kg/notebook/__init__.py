"""The graph from Python: `kg.open(…)`, answers as data frames, and what notebooks show of them."""

from kg.notebook.graph import Graph, open
from kg.notebook.rows import Rows
from kg.notebook.triples import Triples
from kg.notebook.view import View

__all__ = ["Graph", "Rows", "Triples", "View", "open"]
