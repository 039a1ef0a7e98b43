"""Names of countries, cities and other places: known ones by the name that the gazetteer gives them."""

from dataclasses import replace

from kg.gazetteer import load_gazetteer
from kg.resolve.alike import Alike, shown
from kg.resolve.fold import words
from kg.resolve.names import Name, name
from kg.resolve.organizations import likeness_of_names

_UNSURE = 0.7
_DIFFERENT = 0.2
PLACES = frozenset({"Country", "City", "Place"})


def place_name(text: str, kind: str) -> Name:
    """Reads a name; what follows a comma tells places of one name apart ("Springfield, Ohio")."""
    base, _, where = text.partition(",")
    found = name(known := _known(base, kind))
    if found.form:  # "Liverpool FC" is no place, whatever it was taken for
        found = replace(found, key="".join(words(known)), words=words(known))
    if not where.strip():
        return found
    region = name(_known(where.strip(), "Place"))
    return replace(found, key=f"{found.key},{region.key}", places=frozenset({region.key}))


def _known(text: str, kind: str) -> str:
    """The gazetteer's name, where all places of this name and kind have that one."""
    places = load_gazetteer()
    country = places.country(text) if kind != "City" else None
    region = places.region(text) if kind == "Place" else None
    cities = {city.name for city in places.cities(text)} if kind != "Country" and not (country or region) else set()
    known = country or region
    return known.name if known else cities.pop() if len(cities) == 1 else text


def place_likeness(left: Name, right: Name, kind: str) -> Alike:
    """Two places with two names are two, but for what the gazetteer does not know."""
    if left.key == right.key:
        return Alike(1.0, ("same name",))
    if left.words == right.words:
        where = shown(*sorted(left.places | right.places))
        return Alike(_DIFFERENT if left.places and right.places else _UNSURE, (f"same name, where: {where}",))
    if kind in ("City", "Country"):
        return Alike(_DIFFERENT, ("different names",))
    found = likeness_of_names(left, right)
    return Alike(min(_UNSURE, found.score), found.reasons)
