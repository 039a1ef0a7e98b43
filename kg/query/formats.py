"""How an answer can be written: for people, or in the formats that SPARQL defines."""

import re
from collections.abc import Mapping
from enum import StrEnum

import pyoxigraph as ox

from kg.pages.markdown import table as markdown
from kg.query.human import draw, readable
from kg.query.table import ResultTable


class ResultFormat(StrEnum):
    """The formats of tables; their values are what the user types."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    MARKDOWN = "markdown"

    @property
    def media_type(self) -> str:
        return _STANDARD[self].media_type if self in _STANDARD else _FOR_PEOPLE[self]

    def write(self, table: ResultTable, prefixes: Mapping[str, str], width: int = 120) -> bytes:
        """The table as UTF-8. Prefixes and the width in characters are for people; programs get full IRIs."""
        if self is ResultFormat.TABLE:
            return draw(table, prefixes, width).encode()
        if self is ResultFormat.MARKDOWN:
            return _markdown(table, prefixes).encode()
        data = table.to_oxigraph().serialize(format=_STANDARD[self]) or b""
        # Oxigraph writes these as they are, and no parser of XML would read them.
        return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", data.decode()).encode() if self is ResultFormat.XML else data


def _markdown(found: ResultTable, prefixes: Mapping[str, str]) -> str:
    if found.boolean is not None:
        return draw(found, prefixes, 0)
    return f"{markdown(found.columns, ([readable(term, prefixes) for term in row] for row in found.rows))}\n"


_STANDARD = {
    ResultFormat.CSV: ox.QueryResultsFormat.CSV,
    ResultFormat.TSV: ox.QueryResultsFormat.TSV,
    ResultFormat.JSON: ox.QueryResultsFormat.JSON,
    ResultFormat.XML: ox.QueryResultsFormat.XML,
}
_FOR_PEOPLE = {
    ResultFormat.TABLE: "text/plain; charset=utf-8",
    ResultFormat.MARKDOWN: "text/markdown; charset=utf-8",
}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
