"""Disagreements as text, as a table and as JSON."""

from collections.abc import Iterable

from rich.text import Text

from kg.disagreements.found import Disagreement, Disagreements
from kg.pages.plain import csv_text, json_text, receipt_cells, receipt_text

_COLUMNS = (
    *("what", "id", "kind", "earliest", "latest", "side", "says", "statement", "claim", "claim_status", "said"),
    *("sentence", "source", "title", "publisher", "issued"),
)


def as_text(found: Disagreements, mark: str = "{}") -> Text:
    """For a terminal or, with a mark for the words of a claim, a pipe."""
    return Text("\n\n").join(_block(one, mark) for one in found.found) if found.found else Text(found.why)


def _block(one: Disagreement, mark: str) -> Text:
    text = Text(one.heading, "bold")
    for side in one.sides:
        text.append(f"\n{side.words}  st:{side.statement}", "bold not dim")
        for receipt in side.receipts:
            text.append_text(receipt_text(receipt, mark))
    return text


def as_csv(found: Iterable[Disagreement]) -> str:
    """A row for each claim of each side."""
    rows = [
        _cells(one) | {"side": str(place), "says": side.words, "statement": side.statement} | receipt_cells(receipt)
        for one in found
        for place, side in enumerate(one.sides, 1)
        for receipt in side.receipts
    ]
    return csv_text(_COLUMNS, rows)


def as_json(found: Iterable[Disagreement]) -> str:
    """An object for each, with its sides and their claims inside."""
    return json_text(
        [
            _cells(one)
            | {
                "sides": [
                    {"says": side.words, "statement": side.statement, "claims": [*map(receipt_cells, side.receipts)]}
                    for side in one.sides
                ]
            }
            for one in found
        ]
    )


def _cells(one: Disagreement) -> dict[str, str]:
    earliest, latest = one.when or ("", "")
    what = "change" if one.when else "conflict"
    return {"what": what, "id": one.id, "kind": one.kind, "earliest": earliest, "latest": latest}
