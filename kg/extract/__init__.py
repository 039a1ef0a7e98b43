"""Stage 2: Document → DocumentGraph. A pure function of one document and the settings."""

from kg.extract.extractor import Extractor

__all__ = ["Extractor"]
