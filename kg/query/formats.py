"""How an answer can be written: for people, or in the formats that SPARQL defines."""

from collections.abc import Mapping
from enum import StrEnum

import pyoxigraph as ox

from kg.query.human import draw
from kg.query.table import ResultTable


class ResultFormat(StrEnum):
    """The formats of tables; their values are what the user types."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"

    @property
    def media_type(self) -> str:
        return _STANDARD[self].media_type if self in _STANDARD else "text/plain; charset=utf-8"

    def write(self, table: ResultTable, prefixes: Mapping[str, str], width: int = 120) -> bytes:
        """The table as UTF-8. Prefixes and the width in characters are for people; programs get full IRIs."""
        if self not in _STANDARD:
            return draw(table, prefixes, width).encode()
        return table.to_oxigraph().serialize(format=_STANDARD[self]) or b""


_STANDARD = {
    ResultFormat.CSV: ox.QueryResultsFormat.CSV,
    ResultFormat.TSV: ox.QueryResultsFormat.TSV,
    ResultFormat.JSON: ox.QueryResultsFormat.JSON,
}
