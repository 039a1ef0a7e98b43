"""A timeline as text, as a table and as JSON."""

from rich.text import Text

from kg.pages.plain import csv_text, json_text, receipt_cells
from kg.pages.words import printable
from kg.timeline.entries import Entry, Timeline

_COLUMNS = (
    *("when", "earliest", "latest", "says", "status", "statement", "marks", "claim", "claim_status", "said"),
    *("sentence", "source", "title", "publisher", "issued"),
)


def as_text(found: Timeline) -> Text:
    """For a terminal; who says it and where, each once, below what is said."""
    blocks = [Text("\n".join(map(printable, found.names)), "bold"), *map(_block, found.entries)]
    left = f"Left out: {found.undated} statements without a date, {found.tentative} that we may have misread."
    return Text("\n\n").join([*blocks, Text(left)])


def _block(entry: Entry) -> Text:
    text = Text.assemble((entry.when, "bold cyan"), "  ", (entry.words, "bold"))
    text.append(f"\n  {entry.statement.status}  st:{entry.statement.id}")
    for mark in entry.marks:
        text.append(f"\n  {mark}", "bold red")
    for source in dict.fromkeys(f"{receipt.said}: {receipt.article}" for receipt in entry.receipts):
        text.append(f"\n  - {source}", "dim")
    return text


def as_csv(found: Timeline) -> str:
    """A row for each claim of each statement."""
    rows = [_cells(entry) | receipt_cells(receipt) for entry in found.entries for receipt in entry.receipts]
    return csv_text(_COLUMNS, rows)


def as_json(found: Timeline) -> str:
    """An object for each statement, with its claims inside."""
    return json_text([_cells(entry) | {"claims": [*map(receipt_cells, entry.receipts)]} for entry in found.entries])


def _cells(entry: Entry) -> dict[str, str]:
    statement = entry.statement
    return {
        "when": entry.when,
        "earliest": statement.earliest or "",
        "latest": statement.latest or "",
        "says": entry.words,
        "status": statement.status,
        "statement": statement.id,
        "marks": "; ".join(entry.marks),
    }
