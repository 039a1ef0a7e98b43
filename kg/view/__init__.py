"""The graph as one HTML page that needs no network: a drawing, and the same in a table."""

from kg.view.page import page

__all__ = ["page"]
