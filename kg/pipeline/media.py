"""The media types in which `kg serve` writes tables and graphs, and their short names."""

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from kg.export import Format
from kg.query import ResultFormat
from kg.store import Store

_STANDARD: Final = (ResultFormat.JSON, ResultFormat.XML, ResultFormat.CSV, ResultFormat.TSV)
TABLES: Final = {
    **{format.media_type.partition(";")[0]: format for format in _STANDARD},
    "application/json": ResultFormat.JSON,
    "application/xml": ResultFormat.XML,
    "text/xml": ResultFormat.XML,
}
_RDF_XML: Final = "application/rdf+xml"
GRAPHS: Final[Mapping[str, Format | None]] = {
    **{format.media_type: format for format in Format},
    _RDF_XML: None,
    "text/plain": Format.NTRIPLES,
    "application/json": Format.JSONLD,
    "application/xml": None,
}
NAMES: Final = {
    **{str(format): format.media_type.partition(";")[0] for format in (*_STANDARD, *Format)},
    "rdfxml": _RDF_XML,
}
UNIQUE: Final = (
    *(f"SPARQL_Results_{format.upper()}" for format in _STANDARD),
    *("Turtle", "N-Triples", "TriG", "N-Quads", "JSON-LD", "RDF_XML"),
)
"""Their names at http://www.w3.org/ns/formats/."""


def written(triples: tuple[ox.Triple, ...], media_type: str, store: Store, known: Mapping[str, str]) -> bytes:
    """As RDF of one of the types that the site has."""
    format = GRAPHS[media_type]
    if format is None:
        return ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=dict(known)) or b""
    return format.serialize((ox.Quad(*triple) for triple in triples), store.names, known)
