"""What is said of one entity, in the order of time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.model import CorpusGraph, DocumentGraph, Literal, Qualifier, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.moments import moment, moment_order
from kg.pages.naming import named
from kg.pages.receipt import Receipt, receipts
from kg.pages.words import Words

_TIMES: Final = ("date", "startDate", "endDate", "asOf")


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its time in words. `marks`: the conflicts and changes that it takes part in."""

    when: str
    words: str
    statement: Statement
    marks: tuple[str, ...]
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`names` of the entities that the term meant. `undated` and `tentative`: how many statements are left out."""

    names: tuple[str, ...]
    entries: tuple[Entry, ...]
    undated: int
    tentative: int


def timeline(corpus: CorpusGraph, graphs: Iterable[DocumentGraph], term: str) -> Timeline:
    """Of the entity that `term` names, as subject or object. Raises `UnknownName`.

    What lasts and has no date of its own (ages, members, a stance that changed) is of the day of the article.
    """
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    wanted = named(corpus, term)
    about = [s for s in corpus.statements if not wanted.isdisjoint((s.subject, s.object))]
    sure = [s for s in about if s.status is not Status.TENTATIVE]
    changed = {id for change in corpus.changes for id in (change.earlier, change.later)}
    marks = _marks(corpus, words)
    entries = [_entry(s, times, marks, words) for s, times in _in_time(sure, changed, words)]
    return Timeline(
        names=tuple(sorted(f"{words.lookup.label(id)}  ent:{id}" for id in wanted)),
        entries=tuple(entries),
        undated=len(sure) - len(entries),
        tentative=len(about) - len(sure),
    )


def dated(statements: Iterable[Statement], changed: Collection[str], words: Words) -> list[tuple[str, Statement]]:
    """Those of the statements that have a date, in the order of time, each after its date in words.

    `changed`: the ids of those that are one side of a change.
    """
    found = _in_time(statements, changed, words)
    return [(", ".join(_when(times, statement)), statement) for statement, times in found]


def _in_time(
    statements: Iterable[Statement], changed: Collection[str], words: Words
) -> list[tuple[Statement, dict[str, Literal]]]:
    found = [(statement, _times(statement, statement.id in changed, words)) for statement in statements]
    return sorted(((s, times) for s, times in found if times), key=lambda one: _order(one[0], one[1], words))


def _order(statement: Statement, times: Mapping[str, Literal], words: Words) -> tuple[object, ...]:
    says = words.statement(replace(statement, qualifiers=_untimed(statement)))
    return tuple(map(moment_order, times.values())), says, statement.id


def _untimed(statement: Statement) -> tuple[Qualifier, ...]:
    return tuple(q for q in statement.qualifiers if q.name not in _TIMES)


def _times(statement: Statement, changed: bool, words: Words) -> dict[str, Literal]:
    """By qualifier, the first in time of each."""
    given = sorted(
        ((q.name, q.value) for q in statement.qualifiers if q.name in _TIMES and isinstance(q.value, Literal)),
        key=lambda found: (_TIMES.index(found[0]), moment_order(found[1])),
        reverse=True,
    )
    relation = words.ontology.relation(statement.relation)
    if given or not (changed or (relation is not None and relation.time_scoped)):
        return dict(reversed(list(dict(given).items())))
    told = (words.lookup.claims[claim][0].issued for claim in (*statement.asserted_by, *statement.negated_by))
    issued = sorted((day for day in told if day), key=moment_order)
    return {"asOf": issued[0]} if issued else {}


def _entry(
    statement: Statement, times: Mapping[str, Literal], marks: Mapping[str, Sequence[str]], words: Words
) -> Entry:
    says = words.statement(replace(statement, qualifiers=_untimed(statement)))
    found = receipts(statement, words.lookup)
    return Entry(", ".join(_when(times, statement)), says, statement, tuple(marks.get(statement.id, ())), found)


def _when(times: Mapping[str, Literal], statement: Statement) -> Iterator[str]:
    """Dates that are at odds stand beside each other."""
    dates = {q.value for q in statement.qualifiers if q.name == "date" and isinstance(q.value, Literal)}
    if dates:
        yield " or ".join(moment(day) for day in sorted(dates, key=moment_order))
    for name, word in (("startDate", "since"), ("endDate", "until"), ("asOf", "as of")):
        if name in times:
            yield f"{word} {moment(times[name])}"


def _marks(corpus: CorpusGraph, words: Words) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for conflict in corpus.conflicts:
        for id in conflict.between:
            found[id].append(f"conflict: {words.term(conflict.kind)}  conflict:{conflict.id}")
    for change in corpus.changes:
        for id, side in ((change.earlier, "before"), (change.later, "after")):
            found[id].append(f"{side} a change: {words.term(change.kind)}  change:{change.id}")
    return found
