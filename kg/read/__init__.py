"""SOURCE arguments → files → `Document`: text as it stands, metadata where the text gives it, boilerplate flagged."""

from kg.read.document import read
from kg.read.rows import Refused, documents
from kg.read.sources import Source, called, find, meant, standard_input

__all__ = ["Refused", "Source", "called", "documents", "find", "meant", "read", "standard_input"]
