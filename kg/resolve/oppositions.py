"""How two sides can be at odds: what statements are compared, which side a claim is on, and when two of them clash.

The kinds of conflicts in the ontology name these ways and say what they are about.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from kg.model import Literal, Statement
from kg.resolve.cases import Case, at_one_time, of_one_thing
from kg.resolve.dates import compatible, partial
from kg.resolve.sayings import Term, term_text
from kg.resolve.tellings import Days, Telling, gap

_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Way:
    """`group`: statements of one key are compared, those of None are not. `side`: claims of one side agree.

    `needs`: what a group must have one of, for it to be worth a closer look. `wide`: statements of several subjects,
    relations or objects can be of one group.
    """

    group: Callable[[Case, Statement], Hashable]
    side: Callable[[Case, Telling], Hashable]
    clash: Callable[[Case, Telling, Telling], bool]
    needs: Callable[[Statement], object] = bool
    wide: bool = False


def _together(case: Case, one: Telling, other: Telling) -> bool:
    return of_one_thing(case, one, other) and at_one_time(case, one, other)


def _ends(_: Case, statement: Statement) -> Hashable:
    return statement.relation, statement.subject, statement.object


def _subject(case: Case, statement: Statement) -> Hashable:
    sort = case.sort(statement.object)
    return (statement.relation, statement.subject, sort) if statement.subject and sort else None


def _object(_: Case, telling: Telling) -> Hashable:
    return term_text(telling.statement.object) if telling.asserted else None


def _happening(case: Case, statement: Statement) -> Hashable:
    """By its ends, if the rule names relations, for these are of what happens once; else each statement is one."""
    return _ends(case, statement) if case.rule.relations else statement.id


def _given(case: Case, telling: Telling) -> Term:
    found = (q.value for q in telling.saying.claim.qualifiers if q.name == case.qualifier)
    return next((value for value in found if telling.asserted and case.sort(value)), None)


def _detail(case: Case, telling: Telling) -> Hashable:
    return term_text(_given(case, telling)) or None


def _other_detail(case: Case, one: Telling, other: Telling) -> bool:
    """Dates are at odds where they cannot be one date."""
    left, right = _given(case, one), _given(case, other)
    if isinstance(left, Literal) and isinstance(right, Literal) and case.sort(left) == "time":
        return not compatible(partial(left), partial(right))
    return case.sort(left) == case.sort(right) and _together(case, one, other)


def _both(_: Case, statement: Statement) -> Hashable:
    two = statement.subject and isinstance(statement.object, str)
    return (statement.relation, frozenset({statement.subject, statement.object})) if two else None


def _first(_: Case, telling: Telling) -> Hashable:
    return telling.statement.subject if telling.asserted else None


def _stance(_: Case, statement: Statement) -> Hashable:
    return (statement.subject, statement.object) if statement.subject and statement.object else None


def _against(case: Case, telling: Telling) -> Hashable:
    return telling.statement.relation in case.rule.against if telling.asserted else None


def _polarity(_: Case, telling: Telling) -> Hashable:
    """An open relation needs both ends: "did not meet" says too little."""
    statement = telling.statement
    too_little = statement.relation.startswith("rel:") and not (statement.subject and statement.object)
    return None if too_little else telling.asserted


def _denied(case: Case, one: Telling, other: Telling) -> bool:
    """Who denies that it was so in one way does not deny that it was: his details must be among those asserted."""
    asserting, denying = (one, other) if one.asserted else (other, one)
    return set(denying.details) <= set(asserting.details) and _together(case, one, other)


def _age(_: Case, telling: Telling) -> Hashable:
    age = telling.statement.object
    return int(age.text) if telling.asserted and isinstance(age, Literal) and age.text.isdecimal() else None


def _no_birthday(case: Case, one: Telling, other: Telling) -> bool:
    """At two times with a year to spare, for whoever counts from another day; so too where no year is known.

    Ages of which no time is known agree, for people grow older.
    """
    left, right = int(str(_age(case, one))), int(str(_age(case, other)))
    if one.when and other.when and one.when.days and other.when.days:
        (first, last), (begin, end) = _born(one.when.days, left), _born(other.when.days, right)
        return max(first, begin) >= min(last, end) + (_YEAR if gap(one.when, other.when) else 0)
    return one.when is not None and abs(left - right) > 1 and at_one_time(case, one, other)


def _born(when: Days, age: int) -> tuple[float, float]:
    return when[0] - (age + 1) * _YEAR, when[1] - age * _YEAR


WAYS: Mapping[str, Way] = {
    "DifferentObjects": Way(_subject, _object, _together, wide=True),
    "DifferentDetails": Way(_happening, _detail, _other_detail),
    "DifferentBirthdays": Way(_subject, _age, _no_birthday, wide=True),
    "ExchangedEnds": Way(_both, _first, _together, wide=True),
    "OppositeRelations": Way(_stance, _against, _together, wide=True),
    "OppositePolarities": Way(_ends, _polarity, _denied, lambda statement: statement.negated_by),
}
