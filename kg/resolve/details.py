"""The details of a statement, fused from those of its claims.

Each comes from the strongest claims that give it, and of what these say the finest is kept: a day and not its month, a
city and not its country. What does not go together stays side by side; the claims tell who said which. A finer value of
a weaker claim is not taken: an article that says "in November" in its own voice is not made to say "on November 21", as
a speaker does. Nor is a detail of what is denied, where others say that it is so. A tenure ("former") holds when it is
said: a statement has one only where all claims give the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.model import Literal, Polarity, Qualifier, Status
from kg.ontology import Ontology
from kg.resolve.dates import partial
from kg.resolve.places import area
from kg.resolve.sayings import Saying, qualifier_order
from kg.resolve.titles import normal_title

_OF_ITS_TIME = "tenure"
_DATES = frozenset({"asOf", "date", "endDate", "startDate"})
_TOGETHER = (frozenset({"votesFor", "votesAgainst"}), frozenset({"amount", "currency"}))
_STRENGTH = {status: place for place, status in enumerate(Status)}

Details = frozenset[Qualifier]


def details(group: Sequence[Saying], ontology: Ontology) -> tuple[Qualifier, ...]:
    """Of all claims of one statement; sorted, the identifying one from the key."""
    relation, key = ontology.relation(group[0].claim.relation), group[0].key
    asserted = [saying for saying in group if saying.claim.polarity is Polarity.POSITIVE]
    identified_by = {relation.identified_by} if relation else set()
    telling = sorted(asserted or group, key=_strength)
    names = {q.name for saying in telling for q in saying.claim.qualifiers} - {_OF_ITS_TIME} - identified_by
    found = {detail for together in _bundles(names) for detail in _fused(telling, together)} | _lasting(telling)
    return tuple(sorted({*found, key} if key else found, key=qualifier_order))


def _lasting(group: Iterable[Saying]) -> Details:
    common = frozenset.intersection(*(frozenset(saying.claim.qualifiers) for saying in group))
    return frozenset(qualifier for qualifier in common if qualifier.name == _OF_ITS_TIME)


def _strength(saying: Saying) -> int:
    return _STRENGTH[saying.claim.status]


def _bundles(names: Iterable[str]) -> set[frozenset[str]]:
    """What means little without each other is fused together."""
    return {next((both for both in _TOGETHER if name in both), frozenset({name})) for name in names}


def _fused(strongest_first: Sequence[Saying], names: frozenset[str]) -> Iterator[Qualifier]:
    """From weaker claims only what stronger ones leave open, and only where they agree in what these do say."""
    known: dict[str, Details] = {}
    for _, level in groupby(strongest_first, _strength):
        told = [frozenset(q for q in saying.claim.qualifiers if q.name in names) for saying in level]
        agreeing = frozenset().union(*(said for said in told if all(q in known.get(q.name, (q,)) for q in said)))
        for name in names - known.keys():
            if values := frozenset(q for q in agreeing if q.name == name):
                known[name] = values
    for name, values in known.items():
        yield from _finest(name, values, strongest_first)


def _finest(name: str, values: Details, group: Sequence[Saying]) -> Iterable[Qualifier]:
    if name in _DATES:
        return _finest_dates(values)
    if name == "title":
        return {_with_normal_title(title) for title in values}
    return _finest_places(values, group) if name == "place" and len(values) > 1 else values


def _finest_dates(values: Details) -> Iterator[Qualifier]:
    """Without those that say less than another does."""
    known = {date: partial(date.value) for date in values if isinstance(date.value, Literal)}
    return (date for date, parts in known.items() if not any(parts < others for others in known.values()))


def _finest_places(values: Details, group: Iterable[Saying]) -> Iterator[Qualifier]:
    """Without the countries in which others of them lie."""
    places = {place for saying in group for place in saying.places if Qualifier("place", place[0]) in values}
    areas = {(entity, known) for entity, slug in places if (known := area(slug))}
    wider = {outer for outer, whole in areas if any(part.inside(whole) for _, part in areas)}
    return (place for place in values if place.value not in wider)


def _with_normal_title(title: Qualifier) -> Qualifier:
    text = title.value.text if isinstance(title.value, Literal) else title.value
    return Qualifier(title.name, Literal(normal_title(text) or text))
