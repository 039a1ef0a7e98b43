"""What tells a local entity from others of its name: where it lies, or for which full name it stands.

Where it lies is a function of one document's graph; for whom it stands is found in `standing`, which looks at two at a
time. Two contexts are compared by looking at these two alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.gazetteer import load_gazetteer
from kg.model import Claim, DocumentGraph, LocalEntity, Member, Polarity, Status

_REGION = re.compile(r",\s+([A-Z][\w.]*)(?: ([A-Z][\w.]*))?(?!\w)")
_LIES_IN = "locatedIn"
_PLACES = frozenset({"Place", "City"})
_SAID = frozenset({Status.REPORTED, Status.ATTRIBUTED, Status.ANTICIPATED})

Area = tuple[str, str]
"""The ISO code of a country, and the name of one of its regions, or nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """`areas`: in which a place lies.

    `stands_for`: the keys of the full names that a person's surname stands for, which are surely one; `open_between`:
    the labels of those that it may stand for, where they are not.
    """

    areas: frozenset[Area] = frozenset()
    stands_for: tuple[str, ...] = ()
    open_between: tuple[str, ...] = ()


NONE = Context()


def contexts(graph: DocumentGraph) -> dict[Member, Context]:
    """Of the named entities of which the article says something that tells them apart."""
    known = {entity.id: entity for entity in graph.entities if entity.named}
    areas: dict[str, set[Area]] = defaultdict(set)
    for claim in graph.claims:
        if claim.subject in known and claim.object in known and _is_so(claim):
            for id, area in _areas(claim, known):
                areas[id].add(area)
    for id, area in _beside(graph, known):
        areas[id].add(area)
    return {Member(graph.document.id, id): Context(frozenset(areas[id])) for id in sorted(areas)}


def elsewhere(left: Context, right: Context) -> bool:
    """Whether both articles say where the place lies, and it is not one place.

    >>> elsewhere(Context(frozenset({("US", "Maine")})), Context(frozenset({("US", "Oregon")})))
    True
    """
    return bool(left.areas and right.areas) and not any(_meet(a, b) for a in left.areas for b in right.areas)


def _meet(one: Area, other: Area) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def _is_so(claim: Claim) -> bool:
    return claim.polarity is Polarity.POSITIVE and claim.status in _SAID


def _areas(claim: Claim, known: Mapping[str, LocalEntity]) -> Iterator[tuple[str, Area]]:
    """Of a place that the gazetteer does not know as a region of its own."""
    place, where = known[str(claim.subject)], known[str(claim.object)]
    if claim.relation == _LIES_IN and place.kind in _PLACES and not _area(place.label) and (area := _area(where.label)):
        yield place.id, area


def _beside(graph: DocumentGraph, known: Mapping[str, LocalEntity]) -> Iterator[tuple[str, Area]]:
    """ "Portland, Maine": the region right after a place; of a city that the gazetteer has, one of its own country."""
    text = graph.document.text
    for mention in graph.mentions:
        place = known.get(mention.entity)
        if place is not None and place.kind in _PLACES and not _area(place.label):
            area = _named_in(_REGION.match(text, mention.span.end))
            if area is not None and (place.kind != "City" or _is_of_its_country(place, area)):
                yield place.id, area


def _is_of_its_country(city: LocalEntity, area: Area) -> bool:
    known = load_gazetteer().cities(city.label)
    return bool(area[1]) and any(one.country == area[0] for one in known)


def _named_in(found: re.Match[str] | None) -> Area | None:
    """The region of two words or of the first one, with or without the mark behind it."""
    texts = (" ".join(word for word in found.groups() if word), found[1]) if found else ()
    return next((area for text in texts if (area := _area(text) or _area(text.rstrip(".")))), None)


def _area(label: str) -> Area | None:
    places = load_gazetteer()
    if country := places.country(label):
        return country.iso, ""
    region = places.region(label)
    return (region.country, region.name) if region and region.country else None
