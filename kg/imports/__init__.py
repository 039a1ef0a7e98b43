"""Extractions made elsewhere: JSON Lines of documents with entities, relations and evidence → `DocumentGraph`s."""

from kg.imports.entities import Refused
from kg.imports.lines import SUFFIXES, lines
from kg.imports.reading import Extraction, read_line
from kg.imports.schema import json_schema

__all__ = ["SUFFIXES", "Extraction", "Refused", "json_schema", "lines", "read_line"]
