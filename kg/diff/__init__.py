"""What is not the same in two graphs: articles, names, statements, conflicts, changes, possible matches."""

from kg.diff.differences import Compared, diff
from kg.diff.text import text

__all__ = ["Compared", "diff", "text"]
