"""The graph as a file: Turtle, TriG, N-Quads. The same quads give the same bytes, in whatever order they come."""

from kg.export.files import write
from kg.export.formats import Format
from kg.export.select import select

__all__ = ["Format", "select", "write"]
