"""Conflicts and changes as a reader wants them: each side in words, with the claims that say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.errors import KgError
from kg.model import Change, Conflict, CorpusGraph, DocumentGraph, Status
from kg.ontology import load_ontology
from kg.pages.clashes import Position, change_sides, conflict_sides
from kg.pages.lookup import Lookup
from kg.pages.naming import named
from kg.pages.receipt import Receipt, receipts
from kg.pages.words import Words, printable

_COUNTING: Final = frozenset({Status.REPORTED, Status.ATTRIBUTED, Status.DENIED, Status.DISPUTED})


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, in words, and the claims that say so."""

    statement: str
    words: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict, or else a change, which came about between two days (`when`, ISO dates)."""

    id: str
    kind: str
    sides: tuple[Side, ...]
    when: tuple[str, str] | None = None

    @property
    def heading(self) -> str:
        if self.when is None:
            return f"{self.kind}  conflict:{self.id}"
        return f"{self.kind}, between {self.when[0]} and {self.when[1]}  change:{self.id}"


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What was found; `why` says what was looked at, for whoever misses something."""

    found: tuple[Disagreement, ...]
    why: str


def disagreements(
    corpus: CorpusGraph, graphs: Iterable[DocumentGraph], term: str = "", kind: str = "", *, changes: bool = False
) -> Disagreements:
    """Conflicts, and changes if they are asked for, in the order of their words.

    Only on the entity that `term` names, and only of the kind with this name or label. Raises `UnknownName`, `KgError`.
    """
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    about = _about(corpus, named(corpus, term) if term else None)
    wanted = _kind(kind)
    conflicts = [_conflict(c, words) for c in corpus.conflicts if about & set(c.between) and wanted in ("", c.kind)]
    changed = [_change(c, words) for c in corpus.changes if about & {c.earlier, c.later} and wanted in ("", c.kind)]
    found = [*_ordered(conflicts), *(_ordered(changed) if changes else [])]
    looked_at = sum(s.id in about and s.status in _COUNTING for s in corpus.statements)
    return Disagreements(tuple(found), _why(looked_at, len(changed), term, changes=changes))


def _about(corpus: CorpusGraph, entities: set[str] | None) -> set[str]:
    return {s.id for s in corpus.statements if entities is None or not entities.isdisjoint((s.subject, s.object))}


def _kind(term: str) -> str:
    ontology = load_ontology()
    kinds = {**ontology.conflict_kinds, **ontology.change_kinds}
    found = [name for name in kinds if term.casefold() in (name.casefold(), ontology.label(name).casefold())]
    if term and not found:
        raise KgError(f"no kind is called “{printable(term)}”: use {', '.join(sorted(kinds))}")
    return found[0] if found else ""


def _ordered(found: Iterable[Disagreement]) -> list[Disagreement]:
    return sorted(found, key=lambda one: (one.kind, [side.words for side in one.sides], one.id))


def _why(looked_at: int, changed: int, term: str, *, changes: bool) -> str:
    on = f" on {printable(term)}" if term else ""
    more = f" What time resolves: {changed}; --changes shows it." if changed and not changes else ""
    return f"No conflict: of {looked_at} statements{on} that somebody makes without reserve, no two clash.{more}"


def _conflict(conflict: Conflict, words: Words) -> Disagreement:
    sides = tuple(_side(position, words) for position in conflict_sides(conflict, words))
    return Disagreement(conflict.id, words.term(conflict.kind), sides)


def _change(change: Change, words: Words) -> Disagreement:
    sides = tuple(_side(position, words) for position in change_sides(change, words))
    return Disagreement(change.id, words.term(change.kind), sides, (change.earliest, change.latest))


def _side(position: Position, words: Words) -> Side:
    told = (receipt for receipt in receipts(position.statement, words.lookup) if receipt.claim in position.claims)
    return Side(position.statement.id, position.words, tuple(told))
