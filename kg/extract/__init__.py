"""Stage 2: Document → DocumentGraph. A pure function of one document and the settings."""

from kg.extract.extractor import Extractor
from kg.extract.language_model import Model, model_of

__all__ = ["Extractor", "Model", "model_of"]
