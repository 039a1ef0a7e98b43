"""Countries, regions and cities by the names, adjectives and peoples that English news has for them.

Read from the tables of `ontology/lexicon/`, once, at the first use; the cities when one is first asked for.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.lexicon import index, look_up, table


@dataclass(frozen=True, slots=True)
class Country:
    """`iso`: ISO 3166-1 alpha-2, or XK for Kosovo. `capitals`: seats of government, as English news spells them."""

    iso: str
    geonames: int
    name: str
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """`country` is an ISO code of a country; `geonames` the id in GeoNames."""

    name: str
    country: str
    geonames: int
    population: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country; or, with `country` empty, an area across countries, a former state, or contested land."""

    name: str
    country: str
    kind: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Looks up places by their names, adjectives ("Dutch") and people ("Dutchmen"); nothing found is None."""

    countries: tuple[Country, ...]
    regions: tuple[Region, ...]
    _country_names: Mapping[str, Country]
    _acting_capitals: Mapping[str, Country]
    _region_names: Mapping[str, Region]
    _adjectives: Mapping[str, Country | Region]
    _people: Mapping[str, Country | Region]

    def country(self, surface: str) -> Country | None:
        return look_up(self._country_names, surface)

    def capital(self, surface: str) -> Country | None:
        """The country that a capital stands for when it acts ("Moscow said"); none for Brussels, Victoria and such."""
        return look_up(self._acting_capitals, surface)

    def region(self, surface: str) -> Region | None:
        return look_up(self._region_names, surface)

    def adjective(self, surface: str) -> Country | Region | None:
        return look_up(self._adjectives, surface)

    def people(self, surface: str) -> Country | Region | None:
        return look_up(self._people, surface)

    def city(self, surface: str) -> City | None:
        """The most populous city of the name; `cities` tells whether it is the only one."""
        return next(iter(self.cities(surface)), None)

    def cities(self, surface: str) -> tuple[City, ...]:
        """All cities of the name, the most populous first."""
        return look_up(_cities(), surface) or ()


@cache
def load_gazetteer() -> Gazetteer:
    """Countries and regions; the cities are read when one is first asked for."""
    countries = tuple(
        Country(iso, int(key), name, *map(_split, rest)) for iso, key, name, *rest in _rows("countries.csv")
    )
    regions = tuple(Region(name, iso, kind, *map(_split, rest)) for name, iso, kind, *rest in _rows("regions.csv"))
    places: tuple[Country | Region, ...] = (*regions, *countries)
    not_acting = frozenset(table("names")["not_acting"])
    return Gazetteer(
        countries,
        regions,
        index((key, country) for country in countries for key in (country.name, *country.aliases)),
        index((key, country) for country in countries for key in country.capitals if key not in not_acting),
        index((key, region) for region in regions for key in (region.name, *region.aliases)),
        index((key, place) for place in places for key in place.adjectives),
        index((key, place) for place in places for key in place.people),
    )


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    for name, iso, geonames, population, aliases in _rows("cities.csv"):
        city = City(name, iso, int(geonames), int(population), _split(aliases))
        for key in (name, *city.aliases):
            found.setdefault(key, []).append(city)
    return index((key, tuple(sorted(cities, key=lambda c: -c.population))) for key, cities in found.items())


def _rows(name: str) -> Iterator[list[str]]:
    """The rows below the header."""
    with (resources.folder("ontology") / "lexicon" / name).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
