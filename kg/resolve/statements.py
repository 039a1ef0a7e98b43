"""Statements: the claims of all documents that say the same, put together.

A claim that relates something to itself makes a statement as any other. Resolution cannot be its cause where both are
named, for it joins no two of one document: the article was read so, or a person judged so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.ids import digest
from kg.model import Claim, Document, Literal, NearDuplicate, Polarity, Qualifier, Statement, Status
from kg.ontology import Ontology
from kg.resolve.dates import interval
from kg.resolve.independence import copies, independent_sources
from kg.resolve.sayings import Saying, qualifier_order
from kg.status import statement_status

_ON_CLAIMS_ONLY = frozenset({"tenure"})
_STRENGTH = {status: place for place, status in enumerate(Status)}


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
    qualifiers = tuple(_qualifiers(group, ontology))
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
        earliest=min(_days(qualifiers, ("date", "startDate"), 0), default=None),
        latest=max(_days(qualifiers, ("date", "endDate"), 1), default=None),
        review=first.review,
    )


def _claims(group: Sequence[Saying], polarity: Polarity) -> tuple[str, ...]:
    return tuple(sorted(saying.claim.id for saying in group if saying.claim.polarity is polarity))


def _qualifiers(group: Sequence[Saying], ontology: Ontology) -> Iterator[Qualifier]:
    """Sorted by name: the identifying one from the key, the others as the strongest claims that have them give them."""
    relation, key = ontology.relation(group[0].claim.relation), group[0].key
    given = {q.name for saying in group for q in saying.claim.qualifiers} - _ON_CLAIMS_ONLY
    identified_by = relation.identified_by if relation else None
    for name in sorted(given | {identified_by or ""}):
        if name != identified_by:
            yield from _strongest(group, name)
        elif key:
            yield key


def _strongest(group: Sequence[Saying], name: str) -> list[Qualifier]:
    given = [(_STRENGTH[s.claim.status], q) for s in group for q in s.claim.qualifiers if q.name == name]
    best = min((strength for strength, _ in given), default=0)
    return sorted({q for strength, q in given if strength == best}, key=qualifier_order)


def _days(qualifiers: Iterable[Qualifier], names: Sequence[str], end: int) -> list[str]:
    """The first (end 0) or last (1) days of the dates among the qualifiers."""
    values = [q.value for q in qualifiers if q.name in names and isinstance(q.value, Literal)]
    return [days[end] for days in map(interval, values) if days]
