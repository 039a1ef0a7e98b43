"""Statements: the claims of all documents that say the same, put together.

A claim that relates something to itself makes a statement as any other. Resolution cannot be its cause where both are
named, for it joins no two of one document: the article was read so, or a person judged so.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kg.ids import digest
from kg.model import Claim, Document, Literal, NearDuplicate, Polarity, Qualifier, Statement
from kg.ontology import Ontology
from kg.resolve.dates import interval
from kg.resolve.details import details
from kg.resolve.independence import copies, independent_sources
from kg.resolve.sayings import Saying
from kg.status import statement_status


def statements(found: Iterable[Saying], ontology: Ontology, documents: Mapping[str, Document]) -> tuple[Statement, ...]:
    """Sorted by id; every saying is in exactly one.

    Each is a function of its own claims and of their documents, of which it looks at the publisher and the text: so
    any sayings may be given, if all are there that share subject, relation and object with one of them.
    """
    fused = [_statement(group, ontology, documents) for group in _groups(found)]
    return tuple(sorted(fused, key=lambda statement: statement.id))


def near_duplicates(found: Iterable[Saying], documents: Mapping[str, Document]) -> tuple[NearDuplicate, ...]:
    """Those among the texts behind each of these statements, sorted; texts may be behind several statements."""
    links = {link for group in _groups(found) for link in copies(_claims_of(group), documents)}
    return tuple(sorted(links))


def _groups(found: Iterable[Saying]) -> list[list[Saying]]:
    ordered = sorted(found, key=lambda saying: saying.identity)
    return [list(group) for _, group in groupby(ordered, key=lambda saying: saying.identity)]


def _claims_of(group: Iterable[Saying]) -> list[tuple[str, Claim]]:
    return [(saying.document, saying.claim) for saying in group]


def _statement(group: Sequence[Saying], ontology: Ontology, documents: Mapping[str, Document]) -> Statement:
    first = group[0]
    qualifiers = details(group, ontology)
    earliest, latest = _bounds(qualifiers)
    claims = _claims_of(group)
    return Statement(
        id=digest(*first.identity),
        relation=first.claim.relation,
        subject=first.claim.subject,
        object=first.claim.object,
        status=statement_status(claims),
        asserted_by=_claims(group, Polarity.POSITIVE),
        negated_by=_claims(group, Polarity.NEGATIVE),
        documents=len({saying.document for saying in group}),
        independent_sources=independent_sources(claims, documents),
        qualifiers=qualifiers,
        earliest=earliest,
        latest=latest,
        review=first.review,
    )


def _claims(group: Sequence[Saying], polarity: Polarity) -> tuple[str, ...]:
    return tuple(sorted(saying.claim.id for saying in group if saying.claim.polarity is polarity))


def _bounds(qualifiers: Iterable[Qualifier]) -> tuple[str | None, str | None]:
    """The first and the last day it can be, in this order even where who tells of the one and of the other disagree."""
    known = tuple(qualifiers)
    first, last = _days(known, ("date", "startDate"), 0), _days(known, ("date", "endDate"), 1)
    if first and last and min(first) > max(last):
        first = last = [day for end in (0, 1) for day in _days(known, ("date", "startDate", "endDate"), end)]
    return min(first, default=None), max(last, default=None)


def _days(qualifiers: Iterable[Qualifier], names: Sequence[str], end: int) -> list[str]:
    """The first (end 0) or last (1) days of the dates among the qualifiers."""
    values = [q.value for q in qualifiers if q.name in names and isinstance(q.value, Literal)]
    return [days[end] for days in map(interval, values) if days]
