"""Claims that can contradict: what is said to have happened or not to have, by whom and of what time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Document, Literal, Qualifier, Statement, Status
from kg.ontology import Ontology
from kg.resolve.dates import interval
from kg.resolve.sayings import Saying, qualifier_order

ASSERTING = frozenset({Status.REPORTED, Status.ATTRIBUTED})
_COUNTING = ASSERTING | {Status.DENIED}
_TIMES = ("asOf", "date", "endDate", "startDate")
_LEAP_YEAR = "2000"

Days = tuple[int, int]
"""The first and the last day that it can be, counted as `date.toordinal` does."""


@dataclass(frozen=True, slots=True)
class When:
    """`days` only if the year is known, `season` the same in a year that stands for any.

    `dated` by the text; otherwise it is of the time of its article, more or less.
    """

    days: Days | None
    season: Days
    dated: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim that counts, and the statement it belongs to; `details` are its qualifiers but for those of time.

    `happening`: it took place at some date, and is not a state that lasts.
    """

    statement: Statement
    saying: Saying
    when: When | None
    details: tuple[tuple[str, str], ...]
    happening: bool

    @property
    def asserted(self) -> bool:
        return self.saying.claim.status in ASSERTING

    @property
    def confidence(self) -> float:
        return self.saying.claim.confidence

    @property
    def source(self) -> tuple[str, str, tuple[str, ...]]:
        """Who says it in which article. Nobody is read as contradicting himself within one."""
        claim = self.saying.claim
        return self.saying.document, claim.voice, claim.attributed_to

    def detail(self, name: str) -> set[str]:
        return {value for found, value in self.details if found == name}


def tellings(
    statement: Statement, sayings: Mapping[str, Saying], documents: Mapping[str, Document], ontology: Ontology
) -> Iterator[Telling]:
    """Of the claims by their id, those of the statement that are certain and not tentative."""
    relation = ontology.relation(statement.relation)
    happening = relation is not None and relation.identified_by == "date"
    for claim in (*statement.asserted_by, *statement.negated_by):
        saying = sayings[claim]
        if saying.claim.status in _COUNTING:
            known = statement.qualifiers if happening else saying.claim.qualifiers
            when = _when(known, documents[saying.document])
            yield Telling(statement, saying, when, tuple(_details(saying.claim.qualifiers)), happening)


def _details(qualifiers: Iterable[Qualifier]) -> Iterator[tuple[str, str]]:
    return (qualifier_order(qualifier) for qualifier in qualifiers if qualifier.name not in _TIMES)


def _when(qualifiers: Iterable[Qualifier], document: Document) -> When | None:
    """The time that is given, else that of the article."""
    given = {q.name: q.value for q in qualifiers if q.name in _TIMES and isinstance(q.value, Literal)}
    own = next((given[name] for name in _TIMES if name in given), None)
    time = own or document.issued
    season = time and days(Literal(_LEAP_YEAR + time.text[1 if time.text.startswith("-") else 4 :]))
    return When(days(time), season, own is not None) if time and season else None


def days(value: Literal) -> Days | None:
    """Of a date whose year is known."""
    found = interval(value)
    return (date.fromisoformat(found[0]).toordinal(), date.fromisoformat(found[1]).toordinal()) if found else None


def gap(one: When | None, other: When | None) -> int | None:
    """The days between; 0 where they overlap, None where one is not known.

    Where the year of one is not known, both are taken to be of one year.
    """
    if one is None or other is None:
        return None
    first, second = sorted((one.days, other.days) if one.days and other.days else (one.season, other.season))
    return max(0, second[0] - first[1])
