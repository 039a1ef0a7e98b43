"""Statements that cannot all be true as they stand, by the rules of `ontology/lexicon/resolving.toml`.

Only what somebody says has happened counts, reported or attributed; plans, doubts and mere denials contradict nothing.
A conflict is between two statements: that one is both asserted and denied shows in its status and its claims, and that
its details are at odds in its qualifiers, which keep all values.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations

from kg.ids import digest
from kg.model import Conflict, Entity, Literal, Statement, Status
from kg.ontology import Ontology
from kg.resolve.dates import UNDATED, PartialDate, compatible, partial
from kg.resolve.lists import lists
from kg.resolve.sayings import Term, term_text

Pair = tuple[Statement, Statement]

_SAID = frozenset({Status.REPORTED, Status.ATTRIBUTED, Status.DISPUTED})


def conflicts(statements: Iterable[Statement], entities: Iterable[Entity], ontology: Ontology) -> tuple[Conflict, ...]:
    """Sorted by id, and so are the statements that each is between."""
    known = sorted(statements, key=lambda statement: statement.id)
    said = [statement for statement in known if statement.status in _SAID]
    kinds = {entity.id: entity.kind for entity in entities}
    found = {
        *(_conflict("AssertedAndDenied", pair) for pair in _asserted_and_denied(known, ontology)),
        *(_conflict("ContradictoryValues", pair) for pair in _contradictory_objects(said, kinds, ontology)),
        *(_conflict("IncompatibleDates", pair) for pair in _incompatible_dates(said)),
        *(_conflict("MutualDefeat", pair) for pair in _mutual(said)),
        *(_conflict("SupportAndOppose", pair) for pair in _opposed(said)),
    }
    return tuple(sorted(found, key=lambda conflict: conflict.id))


def _conflict(kind: str, between: Pair) -> Conflict:
    ids = tuple(sorted(statement.id for statement in between))
    return Conflict(digest(kind, *ids), kind, ids)


def _asserted_and_denied(known: list[Statement], ontology: Ontology) -> Iterator[Pair]:
    """Said of one time, denied of another that may be the same, as one of the two is told less finely."""
    dated = {relation.name for relation in ontology.relations.values() if relation.identified_by == "date"}
    told = [s for s in known if s.relation in dated and s.status in {*_SAID, Status.DENIED}]
    for one, other in _pairs(told, lambda s: (s.relation, s.subject, s.object)):
        if (one.status is Status.DENIED) != (other.status is Status.DENIED) and _same_time(one, other):
            yield one, other


def _contradictory_objects(said: list[Statement], kinds: Mapping[str, str], ontology: Ontology) -> Iterator[Pair]:
    """A value that changes with time is at odds only with others of just that time."""
    scoped = {relation.name for relation in ontology.relations.values() if relation.time_scoped}

    def key(s: Statement) -> Hashable:
        return s.relation, s.subject, _sort(s.object, kinds), _times(s) if s.relation in scoped else None

    single = [s for s in said if s.relation in lists().conflicts.single_valued and s.subject and _sort(s.object, kinds)]
    for one, other in _pairs(single, key):
        if one.object != other.object:
            yield one, other


def _incompatible_dates(said: list[Statement]) -> Iterator[Pair]:
    once = [s for s in said if s.relation in lists().conflicts.once]
    for one, other in _pairs(once, lambda s: (s.relation, s.subject, s.object)):
        if not _same_time(one, other):
            yield one, other


def _mutual(said: list[Statement]) -> Iterator[Pair]:
    mutual = [s for s in said if s.relation in lists().conflicts.mutual and s.subject and isinstance(s.object, str)]
    for one, other in _pairs(mutual, lambda s: (s.relation, frozenset({s.subject, s.object}))):
        if one.subject != other.subject and _same_time(one, other):
            yield one, other


def _opposed(said: list[Statement]) -> Iterator[Pair]:
    for stances in sorted(lists().conflicts.opposites):
        taken = [s for s in said if s.relation in stances and s.subject and s.object]
        for one, other in _pairs(taken, lambda s: (s.subject, s.object)):
            if one.relation != other.relation and _same_time(one, other) and _same_content(one, other):
                yield one, other


def _pairs(statements: Iterable[Statement], key: Callable[[Statement], Hashable]) -> Iterator[Pair]:
    """All pairs of statements of one key."""
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[key(statement)].append(statement)
    for group in groups.values():
        yield from combinations(group, 2)


def _sort(object: Term, kinds: Mapping[str, str]) -> str | None:
    """What an object can be at odds with: a value with values, a city with cities, not with the country around it."""
    if isinstance(object, Literal):
        return object.datatype
    kind = kinds.get(object or "")
    return kind if kind in lists().conflicts.disjoint_kinds else None


def _times(statement: Statement) -> frozenset[PartialDate]:
    values = (q.value for q in statement.qualifiers if q.name in ("date", "asOf"))
    return frozenset(partial(value) for value in values if isinstance(value, Literal))


def _same_time(one: Statement, other: Statement) -> bool:
    """Whether they can be of one time, as far as it is known."""
    return any(compatible(a, b) for a in _times(one) or {UNDATED} for b in _times(other) or {UNDATED})


def _same_content(one: Statement, other: Statement) -> bool:
    """Whether what the stances are about may be the same: nobody says otherwise."""
    contents = [{term_text(q.value) for q in s.qualifiers if q.name == "content"} for s in (one, other)]
    return not all(contents) or not contents[0].isdisjoint(contents[1])
