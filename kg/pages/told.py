"""Some statements of a graph with what it takes to tell them: words, and the sentences they rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Change, Conflict, Statement
from kg.pages.receipt import Receipt, receipts
from kg.pages.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """What was read of a store to be shown.

    The lookup of `words` knows what is shown and no more: of a statement with many claims the strongest, and `claims`
    counts all of them. `conflicts` and `changes` are those that these statements take part in.
    """

    words: Words
    claims: Mapping[str, int]
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def at_odds(self) -> tuple[Conflict | Change, ...]:
        """Conflicts, then changes."""
        return (*self.conflicts, *self.changes)

    def statement(self, id: str) -> Statement:
        return self.words.lookup.statements[id]

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        return [self.statement(id) for id in ids]

    def receipts(self, statement: Statement) -> tuple[Receipt, ...]:
        return receipts(statement, self.words.lookup)

    def sentences(self, statement: Statement) -> str:
        """How many there are and, if not all, how many are here: "2 sentences", "3 of 12 sentences"."""
        every, here = self.claims[statement.id], len(statement.asserted_by) + len(statement.negated_by)
        number = f"{every:,} sentence{'' if every == 1 else 's'}"
        return number if here == every else f"{here} of {number}"
