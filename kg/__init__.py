"""Reads news articles into a knowledge graph with a receipt for every fact.

import kg

g = kg.open("out/store")
g.query("who-defeated-whom").to_pandas()
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.notebook import Graph, open

__all__ = ["Graph", "open"]


def __getattr__(name: str) -> Any:
    """What is for Python programs is imported when it is first asked for: a command is not to wait for it."""
    if name in __all__:
        from kg import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
