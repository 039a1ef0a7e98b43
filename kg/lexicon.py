"""Reads `ontology/lexicon/`: the names and words that extraction looks up.

Each file is read once, at its first use, and what is read never changes. A place is looked up as written, then without
"the", then, where it is all in capitals (a dateline's MOSCOW), in title case; so "US" is a country and "us" is not.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from kg import resources

T = TypeVar("T")
_SHORTEST_IN_CAPITALS = 4


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
        return _find(self._country_names, surface)

    def capital(self, surface: str) -> Country | None:
        """The country that a capital stands for when it acts ("Moscow said"); none for Brussels, Victoria and such."""
        return _find(self._acting_capitals, surface)

    def region(self, surface: str) -> Region | None:
        return _find(self._region_names, surface)

    def adjective(self, surface: str) -> Country | Region | None:
        return _find(self._adjectives, surface)

    def people(self, surface: str) -> Country | Region | None:
        return _find(self._people, surface)

    def city(self, surface: str) -> City | None:
        """The most populous city of the name; `cities` tells whether it is the only one."""
        return next(iter(self.cities(surface)), None)

    def cities(self, surface: str) -> tuple[City, ...]:
        """All cities of the name, the most populous first."""
        return _find(_cities(), surface) or ()


@dataclass(frozen=True, slots=True)
class Kinship:
    """What "A is the WORD of B" says: the relation, the side of it that A takes (subject, object), A's gender or ""."""

    relation: str
    holder: str
    gender: str


@dataclass(frozen=True, slots=True)
class Titles:
    """Words for offices, professions and kin: lower case, singular. `tenure` leads from "former" to when that is."""

    heads: frozenset[str]
    spokes: frozenset[str]
    members: frozenset[str]
    kin: frozenset[str]
    tenure: Mapping[str, str]
    family: Mapping[str, Kinship]


@dataclass(frozen=True, slots=True)
class Metonym:
    """A building or place that stands for who works there; `country` is an ISO code."""

    label: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that names are made of; what each list is for, and how it is written, is said in the file."""

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    organization_heads: frozenset[str]
    legal_forms: frozenset[str]
    happening_heads: frozenset[str]
    family_name_first: Mapping[str, frozenset[str]]
    _genders: Mapping[str, str]
    _metonyms: Mapping[str, Metonym]

    def gender(self, word: str) -> str | None:
        """Male or female, in lower case, where a given name or honorific tells."""
        return self._genders.get(word)

    def metonym(self, surface: str) -> Metonym | None:
        return _find(self._metonyms, surface)


@cache
def table(name: str) -> Mapping[str, Any]:
    """`ontology/lexicon/NAME.toml`: tables as read-only mappings, arrays as tuples."""
    frozen: Mapping[str, Any] = _freeze(tomllib.loads(_file(f"{name}.toml").read_text(encoding="utf-8")))
    return frozen


@cache
def gazetteer() -> Gazetteer:
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
        _index((key, country) for country in countries for key in (country.name, *country.aliases)),
        _index((key, country) for country in countries for key in country.capitals if key not in not_acting),
        _index((key, region) for region in regions for key in (region.name, *region.aliases)),
        _index((key, place) for place in places for key in place.adjectives),
        _index((key, place) for place in places for key in place.people),
    )


@cache
def titles() -> Titles:
    """Offices, professions and kin."""
    words = table("titles")
    return Titles(
        heads=frozenset(words["heads"]),
        spokes=frozenset(words["spokes"]),
        members=frozenset(words["members"]),
        kin=frozenset(words["kin"]),
        tenure=words["tenure"],
        family=_index((word, Kinship(**kinship)) for word, kinship in words["family"].items()),
    )


@cache
def names() -> NameWords:
    """What tells names apart."""
    words = table("names")
    told = [
        (word, gender)
        for gender in ("male", "female")
        for word in (*words["given"][gender], *words[f"{gender}_honorifics"])
    ]
    return NameWords(
        honorifics=frozenset(words["honorifics"]),
        suffixes=frozenset(words["suffixes"]),
        particles=frozenset(words["particles"]),
        organization_heads=frozenset(words["organization_heads"]),
        legal_forms=frozenset(words["legal_forms"]),
        happening_heads=frozenset(words["happening_heads"]),
        family_name_first=_index((key, frozenset(listed)) for key, listed in words["family_first"].items()),
        _genders=_index(told),
        _metonyms=_index((surface, Metonym(**entry)) for surface, entry in words["metonyms"].items()),
    )


@cache
def _cities() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    for name, iso, geonames, population, aliases in _rows("cities.csv"):
        city = City(name, iso, int(geonames), int(population), _split(aliases))
        for key in (name, *city.aliases):
            found.setdefault(key, []).append(city)
    return _index((key, tuple(sorted(cities, key=lambda c: -c.population))) for key, cities in found.items())


def _file(name: str) -> Path:
    return resources.folder("ontology") / "lexicon" / name


def _rows(name: str) -> Iterator[list[str]]:
    """The rows below the header."""
    with _file(name).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _index(pairs: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    return MappingProxyType(dict(pairs))


def _find(index: Mapping[str, T], surface: str) -> T | None:
    return next((index[form] for form in _forms(surface) if form in index), None)


def _forms(surface: str) -> Iterator[str]:
    written = surface.replace("’", "'")
    yield written
    bare = re.sub("^(the|The|THE) ", "", written)
    yield bare
    if bare.isupper() and len(bare) >= _SHORTEST_IN_CAPITALS:
        yield bare.title()


def _freeze(value: object) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(item) for key, item in value.items()})
    return tuple(map(_freeze, value)) if isinstance(value, list) else value
