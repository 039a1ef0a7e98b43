"""What was one thing at one time and another later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise, permutations

from kg.ids import digest
from kg.model import Change, Literal, Statement
from kg.ontology import Ontology
from kg.resolve.oppositions import Case, Way, at_one_time, of_one_thing
from kg.resolve.tellings import ASSERTING, Days, Telling, days


def one_after_another(
    case: Case, way: Way, told: Sequence[Telling], clashing: Collection[tuple[str, ...]]
) -> Iterator[Change]:
    """From each side to the other one that is told next, if the rule lets time decide.

    Not between statements that clash, and only where the years are known.
    """
    if case.rule.over_time is None:
        return
    dated = [(t.when.days, t.statement.id, t) for t in told if t.when and t.when.days and way.side(case, t) is not None]
    found: dict[tuple[str, str], Change] = {}
    for (left, before, one), (right, after, other) in pairwise(sorted(dated, key=lambda telling: telling[:2])):
        differ = way.side(case, one) != way.side(case, other) and tuple(sorted((before, after))) not in clashing
        if differ and of_one_thing(case, one, other) and not at_one_time(case, one, other):
            found.setdefault((before, after), _change(case.rule.over_time, before, after, left, right))
    yield from found.values()


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
