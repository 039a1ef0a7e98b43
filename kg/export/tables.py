"""Two tables, `nodes.csv` and `edges.csv`, in a ZIP file: with the headers of Neo4j's import, or with those of Gephi's.

No header fits both: Neo4j reads `id:ID` and `:START_ID`, Gephi `Id` and `Source`, and either takes the other's for
ordinary attributes.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from kg.export.network import Edge, Network, Node

Columns = Mapping[str, str]
"""Header → attribute of a node or edge; what is no attribute is written as it stands."""

_FORMULA: Final = tuple("=+-@\t\r＝＋－＠")
"""A spreadsheet takes a cell that begins so for a command."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)

NEO4J: Final[tuple[Columns, Columns]] = (
    {
        "id:ID": "id",
        "label": "label",
        "names": "names",
        "named:boolean": "named",
        "documents:int": "documents",
        ":LABEL": "kind",
    },
    {
        ":START_ID": "source",
        ":END_ID": "target",
        "id": "id",
        "label": "label",
        "status": "status",
        "documents:int": "documents",
        "sources:int": "sources",
        "earliest": "earliest",
        "latest": "latest",
        "details": "details",
        "articles": "articles",
        "sentences": "sentences",
        ":TYPE": "relation",
    },
)
GEPHI: Final[tuple[Columns, Columns]] = (
    {"Id": "id", "Label": "label", "Kind": "kind", "Names": "names", "Named": "named", "Documents": "documents"},
    {
        "Source": "source",
        "Target": "target",
        "Type": "Directed",
        "Id": "id",
        "Label": "label",
        "Relation": "relation",
        "Status": "status",
        "Documents": "documents",
        "Sources": "sources",
        "Earliest": "earliest",
        "Latest": "latest",
        "Details": "details",
        "Articles": "articles",
        "Sentences": "sentences",
    },
)


def serialize(found: Network, columns: tuple[Columns, Columns]) -> bytes:
    """Not compressed: how small a file becomes depends on the library that packs it, and the bytes may not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr(zipfile.ZipInfo("nodes.csv", _EPOCH), _table(found.nodes, columns[0]))
        packed.writestr(zipfile.ZipInfo("edges.csv", _EPOCH), _table(found.edges, columns[1]))
    return out.getvalue()


def _table(rows: Iterable[Node | Edge], columns: Columns) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(_cells(asdict(row), tuple(columns.values())) for row in rows)
    return out.getvalue().encode()


def _cells(values: Mapping[str, Any], attributes: Sequence[str]) -> list[str]:
    return [_cell(values.get(attribute, attribute)) for attribute in attributes]


def _cell(value: object) -> str:
    """With an apostrophe before what a spreadsheet would run; numbers of ours are never below zero."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
