"""What was one thing at one time and another later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import permutations, product

from kg.ids import digest
from kg.model import Change, Literal, Statement
from kg.ontology import Ontology
from kg.resolve.cases import Case, at_one_time, of_one_thing
from kg.resolve.oppositions import Way
from kg.resolve.tellings import ASSERTING, Days, Telling, days


def one_after_another(
    case: Case, way: Way, told: Iterable[Telling], clashing: Collection[tuple[str, ...]]
) -> Iterator[Change]:
    """From what is told of one time to what is told of the next, if the rule lets time decide.

    Not between statements that clash, and only where the years are known.
    """
    if case.rule.over_time is None:
        return
    moments = _moments(case, way, told)
    found: dict[tuple[str, str], Change] = {}
    for place, (now, later) in enumerate(moments):
        before, earlier = next((m for m in reversed(moments[:place]) if _apart(case, m[1], later)), (now, []))
        for one, other in product(earlier, later):
            ends = one.statement.id, other.statement.id
            if _new(case, way, one, other, earlier, later) and tuple(sorted(ends)) not in clashing:
                found.setdefault(ends, _change(case.rule.over_time, *ends, before, now))
    yield from found.values()


def _moments(case: Case, way: Way, told: Iterable[Telling]) -> list[tuple[Days, list[Telling]]]:
    """The times in their order, each with one claim of each statement."""
    found: dict[Days, dict[str, Telling]] = defaultdict(dict)
    for telling in told:
        if telling.when and telling.when.days and way.side(case, telling) is not None:
            found[telling.when.days].setdefault(telling.statement.id, telling)
    return [(days, list(found[days].values())) for days in sorted(found)]


def _apart(case: Case, earlier: Sequence[Telling], later: Sequence[Telling]) -> bool:
    return not any(at_one_time(case, one, other) for one, other in product(earlier, later))


def _new(case: Case, way: Way, one: Telling, other: Telling, earlier: list[Telling], later: list[Telling]) -> bool:
    """Whether the one side is told no more at the later time, nor the other at the earlier one."""
    left, right = way.side(case, one), way.side(case, other)
    gone = left not in {way.side(case, telling) for telling in later}
    come = right not in {way.side(case, telling) for telling in earlier}
    return gone and come and of_one_thing(case, one, other)


def ended_and_begun(known: Iterable[Statement], ontology: Ontology) -> Iterator[Change]:
    """Of statements with the same ends: the one was so until a day, the other has been since then or later."""
    for rule in ontology.change_kinds.values():
        groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
        for statement in known:
            if rule.way == "EndedAndBegun" and statement.relation in rule.relations and statement.status in ASSERTING:
                groups[statement.relation, statement.subject, statement.object].append(statement)
        for group in groups.values():
            for one, other in permutations(group, 2):
                end, start = _given(one, "endDate"), _given(other, "startDate")
                if end and start and end[0] <= start[0]:
                    yield _change(rule.name, one.id, other.id, end, start)


def _given(statement: Statement, qualifier: str) -> Days | None:
    values = [q.value for q in statement.qualifiers if q.name == qualifier and isinstance(q.value, Literal)]
    return days(values[0]) if len(values) == 1 else None


def _change(kind: str, before: str, after: str, left: Days, right: Days) -> Change:
    earliest, latest = date.fromordinal(left[0]).isoformat(), date.fromordinal(right[1]).isoformat()
    return Change(digest(kind, before, after), kind, before, after, earliest, latest)
