"""Conflicts and changes as a reader wants them: each side in words, with the claims that say so."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.errors import KgError
from kg.model import Change, Conflict, CorpusGraph, DocumentGraph, Literal, Member, Statement, Status
from kg.ontology import load_ontology
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
    statements = [words.lookup.statements[id] for id in conflict.between]
    if len(statements) > 1:
        sides = [_side(s, words.statement(s), conflict.claims, words) for s in statements]
    elif conflict.qualifier:
        sides = list(_values(statements[0], conflict, words))
    else:
        sides = list(_polarities(statements[0], conflict, words))
    return Disagreement(conflict.id, words.term(conflict.kind), tuple(sides))


def _values(statement: Statement, conflict: Conflict, words: Words) -> Iterator[Side]:
    """A side for each value of the detail that is at odds."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for id in conflict.claims:
        document, claim = words.lookup.claims[id]
        for name, value in ((q.name, q.value) for q in claim.qualifiers):
            if name == conflict.qualifier:
                own = value.text if isinstance(value, Literal) else words.lookup.local[Member(document.id, value)]
                claims[printable(own)].add(id)
    alone = words.statement(replace(statement, qualifiers=()))
    for text in sorted(claims):
        yield _side(statement, f"{alone} ({words.term(conflict.qualifier or '')}: {text})", claims[text], words)


def _polarities(statement: Statement, conflict: Conflict, words: Words) -> Iterator[Side]:
    for status, own in ((Status.REPORTED, statement.asserted_by), (Status.DENIED, statement.negated_by)):
        says = words.statement(replace(statement, status=status, qualifiers=()))
        yield _side(statement, says, set(own) & set(conflict.claims), words)


def _change(change: Change, words: Words) -> Disagreement:
    ends = [words.lookup.statements[id] for id in (change.earlier, change.later)]
    sides = [_side(s, words.statement(s), (*s.asserted_by, *s.negated_by), words) for s in ends]
    return Disagreement(change.id, words.term(change.kind), tuple(sides), (change.earliest, change.latest))


def _side(statement: Statement, says: str, claims: Collection[str], words: Words) -> Side:
    told = tuple(receipt for receipt in receipts(statement, words.lookup) if receipt.claim in claims)
    return Side(statement.id, says, told)
