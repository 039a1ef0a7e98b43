"""Disagreements and changes, each with both sides, written by `kg.pages`."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Change, Conflict
from kg.pages.card import clash_heading, sides
from kg.pages.lines import Lines
from kg.pages.told import Told
from kg.pages.words import Words
from kg.view.links import Places
from kg.view.order import Ordered


def odds(every: Ordered, words: Words) -> list[dict[str, Any]]:
    """Disagreements first; `statements`: the numbers of those between which it is, `sides`: elements of a list."""
    numbers = {statement.id: number for number, statement in enumerate(every.statements)}
    counts = {s.id: len(s.asserted_by) + len(s.negated_by) for s in every.statements}
    lines = Lines(Told(words, counts, every.corpus.conflicts, every.corpus.changes), Places())
    return [_told(one, lines, numbers) for one in lines.told.at_odds]


def _told(one: Conflict | Change, lines: Lines, numbers: Mapping[str, int]) -> dict[str, Any]:
    is_conflict = isinstance(one, Conflict)
    return {
        "id": one.id,
        "is": "conflict" if is_conflict else "change",
        "heading": clash_heading(one, lines.words),
        "statements": [numbers[id] for id in _between(one)],
        "sides": sides(one, lines),
    }


def _between(one: Conflict | Change) -> Sequence[str]:
    return one.between if isinstance(one, Conflict) else (one.earlier, one.later)
