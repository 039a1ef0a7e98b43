"""The table of statements: all that the drawing says, and what it leaves out, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.model import CorpusGraph, Statement
from kg.pages.evidence import badge, panel
from kg.pages.receipt import receipts
from kg.pages.support import support
from kg.pages.words import Words
from kg.view.choose import Choice, weight

MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One statement, as cells. `first` and `others` are the sentences it rests on."""

    id: str
    words: str
    subject: str
    relation: str
    object: str
    details: str
    status: Markup
    documents: int
    first: Markup
    others: Markup
    more: str


def listed(corpus: CorpusGraph, choice: Choice) -> tuple[Statement, ...]:
    """All statements or, where they are too many for a page, those drawn and then those of most articles."""
    drawn = choice.statements
    ranked = sorted(corpus.statements, key=lambda s: (s.id not in drawn, weight(s)))
    return tuple(ranked[: max(MOST_ROWS, len(drawn))])


def rows(statements: Iterable[Statement], words: Words) -> list[Row]:
    """In the order of their words."""
    return sorted((_row(s, words) for s in statements), key=lambda row: (row.words.casefold(), row.id))


def _row(statement: Statement, words: Words) -> Row:
    first, *others = receipts(statement, words.lookup)
    return Row(
        id=statement.id,
        words=words.statement(statement),
        subject=words.participant(statement.subject),
        relation=words.relation(statement),
        object="—" if statement.object is None else words.participant(statement.object),
        details="; ".join(map(words.qualifier, statement.qualifiers)),
        status=badge(statement.status),
        documents=statement.documents,
        first=panel([first], support(statement, words.lookup)),
        others=panel(others),
        more=f"{len(others)} more sentence{'s' if len(others) > 1 else ''}",
    )
