"""Which place lies in which, as far as the gazetteer knows: of two, the finer says where something was."""

from collections.abc import Iterable

from kg.gazetteer import load_gazetteer
from kg.model import Entity

Inside = frozenset[tuple[str, str]]
"""Pairs of ids of entities, the inner place first."""


def inside(places: Iterable[Entity]) -> Inside:
    """Of these places. A city of a name that several have is taken for the largest of them."""
    known = sorted(places, key=lambda place: place.id)
    countries = {place.id: found.iso for place in known if (found := load_gazetteer().country(place.label))}
    homes = {place.id: _country_of(place) for place in known if place.id not in countries}
    return frozenset((inner, outer) for inner, home in homes.items() for outer, iso in countries.items() if home == iso)


def _country_of(place: Entity) -> str | None:
    gazetteer = load_gazetteer()
    found = gazetteer.city(place.label) if place.kind == "City" else gazetteer.region(place.label)
    return found.country or None if found else None
