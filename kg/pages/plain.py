"""Receipts as text for a terminal, a pipe or a table."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from rich.text import Text

from kg.pages.receipt import Receipt
from kg.pages.words import printable

MARK: Final = "«{}»"
"""Around the words that make a claim, where there are no colours."""
STYLES: Final = {"subject": "bold cyan", "relation": "bold magenta", "object": "bold yellow"}


class TextFormat(StrEnum):
    """How commands that tell of statements write; their values are what the user types."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def receipt_text(receipt: Receipt, mark: str = "{}") -> Text:
    """The sentence, who says it and where, each on a line of its own after a line break."""
    text = Text("\n  - ")
    for piece, roles in receipt.pieces():
        text.append(mark.format(piece) if roles else piece, STYLES[roles[0]] if roles else "")
    cue = f" (“{printable(receipt.cue)}”)" if receipt.cue else ""
    return text.append(f"\n    {receipt.status}: {receipt.said}{cue}\n    {receipt.article}", "dim")


def receipt_cells(receipt: Receipt) -> dict[str, str]:
    """The same as cells of a table."""
    return {
        "claim": receipt.claim,
        "claim_status": receipt.status,
        "said": receipt.said,
        "sentence": printable(receipt.sentence),
        "source": printable(receipt.sources[0]),
        "title": printable(receipt.title or ""),
        "publisher": printable(receipt.publisher or ""),
        "issued": receipt.issued or "",
    }


def csv_text(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """With a header, and lines that end as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def json_text(values: Sequence[Mapping[str, Any]]) -> str:
    """An array, indented."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
