"""What the kinds of conflicts ask of statements and claims: of what sort they are, of one time, of one thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.declared import ConflictRule
from kg.model import Literal, Statement
from kg.ontology import Ontology
from kg.resolve.sayings import Term
from kg.resolve.tellings import Telling, gap

_TIMES = frozenset({"date", "gYearMonth", "gYear", "gMonthDay", "gMonth"})


@dataclass(frozen=True, slots=True)
class Case:
    """A rule, for one of its qualifiers where it has any; `kinds` of the entities by their id."""

    rule: ConflictRule
    qualifier: str | None
    kinds: Mapping[str, str]
    ontology: Ontology

    def sort(self, value: Term) -> str | None:
        """What a value can be at odds with: a number with numbers, a city with cities, and some with nothing."""
        if isinstance(value, Literal):
            return "time" if value.datatype in _TIMES else value.datatype
        return self._class(value, self.rule.values)

    def counts(self, statement: Statement) -> bool:
        """Whether the rule is about such a subject and, where it is about a detail, this one is given."""
        detailed = self.qualifier is None or any(q.name == self.qualifier for q in statement.qualifiers)
        return detailed and (not self.rule.subjects or self._class(statement.subject, self.rule.subjects) is not None)

    def _class(self, entity: str | None, among: frozenset[str]) -> str | None:
        kind = self.kinds.get(entity or "", "")
        return next((cls for cls in sorted(among) if self.ontology.is_a(kind, cls)), None)


def of_one_thing(case: Case, one: Telling, other: Telling) -> bool:
    """Nobody says otherwise, in the details that the rule wants to be the same."""
    shared = ((one.detail(name), other.detail(name)) for name in case.rule.same)
    return all(not left or not right or left & right for left, right in shared)


def at_one_time(case: Case, one: Telling, other: Telling) -> bool:
    """As far as is known: a happening without a time may be any, a state without one only another such."""
    days, apart = case.rule.within_days, gap(one.when, other.when)
    if days is None:
        return True
    if apart is None:
        return one.happening or one.when is other.when
    both_dated = one.when is not None and one.when.dated and other.when is not None and other.when.dated
    return apart <= (0 if both_dated else days)
