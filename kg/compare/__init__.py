"""Several articles side by side: what each alone says, what they share, and what they say otherwise."""

from kg.compare.found import Comparison, Shared, compare
from kg.compare.written import text

__all__ = ["Comparison", "Shared", "compare", "text"]
