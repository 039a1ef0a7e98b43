"""Conflicts and changes in words, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model import Change, Conflict, CorpusGraph, Literal, Member, Statement, Status
from kg.pages.markdown import escaped
from kg.pages.words import Words, printable


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says, in words, and the ids of the claims that say so."""

    statement: Statement
    words: str
    claims: frozenset[str]


def conflict_sides(conflict: Conflict, words: Words) -> tuple[Position, ...]:
    """A side for each statement, or for each value of the detail that is at odds, or for yes and no."""
    statements = [words.lookup.statements[id] for id in conflict.between]
    if len(statements) > 1:
        return tuple(Position(s, words.statement(s), frozenset(conflict.claims)) for s in statements)
    if conflict.qualifier:
        return tuple(_values(statements[0], conflict, words))
    return tuple(_polarities(statements[0], conflict, words))


def change_sides(change: Change, words: Words) -> tuple[Position, Position]:
    """What was, and what is then."""
    was, then = (words.lookup.statements[id] for id in (change.earlier, change.later))
    return _whole(was, words), _whole(then, words)


def conflicts(corpus: CorpusGraph, words: Words) -> list[str]:
    """Blocks of Markdown."""
    told = [_told(words.term(one.kind), conflict_sides(one, words)) for one in corpus.conflicts]
    return [f"## Disagreements: {len(told)}", "\n".join(told) or "No statement disagrees with another."]


def changes(corpus: CorpusGraph, words: Words) -> list[str]:
    """Blocks of Markdown."""
    told = [
        _told(f"{words.term(one.kind)}, between {one.earliest} and {one.latest}", change_sides(one, words))
        for one in corpus.changes
    ]
    return [f"## Changes: {len(told)}", "\n".join(told) or "Nothing is one thing at one time and another later."]


def _told(what: str, sides: Iterable[Position]) -> str:
    return "\n".join([f"- {escaped(what)}:", *(f"  - **{s.statement.status}** {escaped(s.words)}" for s in sides)])


def _whole(statement: Statement, words: Words) -> Position:
    claims = frozenset((*statement.asserted_by, *statement.negated_by))
    return Position(statement, words.statement(statement), claims)


def _values(statement: Statement, conflict: Conflict, words: Words) -> Iterator[Position]:
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for id in conflict.claims:
        document, claim = words.lookup.claims[id]
        for name, value in ((q.name, q.value) for q in claim.qualifiers):
            if name == conflict.qualifier:
                own = value.text if isinstance(value, Literal) else words.lookup.local[Member(document.id, value)]
                claims[printable(own)].add(id)
    alone = words.statement(replace(statement, qualifiers=()))
    for text in sorted(claims):
        says = f"{alone} ({words.term(conflict.qualifier or '')}: {text})"
        yield Position(statement, says, frozenset(claims[text]))


def _polarities(statement: Statement, conflict: Conflict, words: Words) -> Iterator[Position]:
    for status, own in ((Status.REPORTED, statement.asserted_by), (Status.DENIED, statement.negated_by)):
        says = words.statement(replace(statement, status=status, qualifiers=()))
        yield Position(statement, says, frozenset(own).intersection(conflict.claims))
