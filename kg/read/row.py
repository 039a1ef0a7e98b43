"""One row of a table of articles, whatever the table is written in."""

from dataclasses import dataclass

from kg.read.fields import Fields

TOO_LONG = "is too long for an article; split it"
NOT_UTF8 = "is not UTF-8; convert the file first, with `iconv -t UTF-8`"


@dataclass(frozen=True, slots=True)
class Row:
    """`place`: its lines in the file; `fault`: why it gives no article, if it gives none."""

    number: int
    place: str
    fields: Fields
    fault: str = ""


def broken(number: int, place: str, fault: str) -> Row:
    """A row that gives no article, and why."""
    return Row(number, place, Fields({}), fault)
