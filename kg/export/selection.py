"""Which statements are wanted: about somebody, of a source, of a status, of a time."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kg.export.closure import Graphs, closed
from kg.model import CorpusGraph, DocumentGraph, Statement, Status
from kg.pages.naming import named
from kg.pages.sources import article

_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; what is left empty does not narrow it.

    `around` names an entity, of which all within `hops` statements is wanted; `sources` name articles; `since` and
    `until` are ISO dates of any grain, both included. A `ValueError` for no hop, and for what is no date.
    """

    around: str = ""
    hops: int = 1
    sources: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        if self.hops < 1:
            raise ValueError(f"hops are 1 or more, not {self.hops}")
        for day in filter(None, (self.since, self.until)):
            check_date(day)

    @property
    def narrows(self) -> bool:
        return self != replace(Selection(), hops=self.hops)


def check_date(text: str) -> None:
    """A `ValueError` for what is no year, month or day as ISO 8601 writes them."""
    if not _is_date(text):
        raise ValueError(f"{text!r} is no date such as 2018, 2018-11 or 2018-11-22")


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False


def selected(corpus: CorpusGraph, graphs: Iterable[DocumentGraph], wanted: Selection) -> tuple[CorpusGraph, Graphs]:
    """The statements that fit all that is asked for, with what they rest on, in all articles that make them.

    The neighbourhood is that in the rest of what is asked for. Raises `UnknownName` and `UnknownSource`.
    """
    graphs = tuple(graphs)
    days = _days(graphs)
    said = {claim.id for graph in _of(graphs, wanted.sources) for claim in graph.claims}
    found = [
        statement
        for statement in corpus.statements
        if (not wanted.statuses or statement.status in wanted.statuses)
        and (not wanted.sources or not _claims(statement).isdisjoint(said))
        and _in_time(statement, days, wanted.since, wanted.until)
    ]
    if wanted.around:
        found = _around(found, named(corpus, wanted.around), wanted.hops)
    return closed(corpus, graphs, {statement.id for statement in found})


def _claims(statement: Statement) -> set[str]:
    return {*statement.asserted_by, *statement.negated_by}


def _of(graphs: Graphs, sources: Iterable[str]) -> list[DocumentGraph]:
    documents = {article((graph.document for graph in graphs), source).id for source in sources}
    return [graph for graph in graphs if graph.document.id in documents]


def _days(graphs: Graphs) -> Mapping[str, str]:
    """Of articles, by claim."""
    dated = ((graph, graph.document.issued) for graph in graphs)
    return {claim.id: issued.text for graph, issued in dated if issued for claim in graph.claims}


def _in_time(statement: Statement, days: Mapping[str, str], since: str, until: str) -> bool:
    """By its own dates, else by those of its articles: whether any of it may lie between the two."""
    if not (since or until):
        return True
    told = sorted(days[claim] for claim in _claims(statement) if claim in days)
    first, last = statement.earliest or statement.latest, statement.latest or statement.earliest
    if first is None or last is None:
        return any(_between(day, day, since, until) for day in told)
    return _between(first, last, since, until)


def _between(first: str, last: str, since: str, until: str) -> bool:
    """Dates of the coarser grain of the two that are compared."""
    return last[: len(since)] >= since[: len(last)] and (not until or first[: len(until)] <= until[: len(first)])


def _around(statements: Iterable[Statement], centre: Collection[str], hops: int) -> list[Statement]:
    at: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for end in _ends(statement):
            at[end].append(statement)
    found: dict[str, Statement] = {}
    known, edge = set(centre), set(centre)
    for _ in range(hops):
        met = {statement.id: statement for end in edge for statement in at[end]}
        found |= met
        edge = {end for statement in met.values() for end in _ends(statement)} - known
        known |= edge
    return list(found.values())


def _ends(statement: Statement) -> Iterator[str]:
    return (end for end in (statement.subject, statement.object) if isinstance(end, str))
