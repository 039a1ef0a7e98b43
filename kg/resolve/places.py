"""Which place lies in which, as far as the gazetteer knows: of two, the finer says where something was.

A place is known here by the id that its article has for it, the slug of its name: so what becomes of a statement hangs
on its own claims, and not on what an entity is called by all articles together.
"""

from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import load_gazetteer


@dataclass(frozen=True, slots=True)
class Area:
    """A country by its ISO code, as a `whole` or a city or region in it."""

    country: str
    whole: bool

    def inside(self, other: "Area") -> bool:
        return other.whole and not self.whole and self.country == other.country


@lru_cache(maxsize=1 << 12)
def area(slug: str) -> Area | None:
    """A city of a name that several have is taken for the largest of them.

    >>> area("norway"), area("new-york"), area("atlantis")
    (Area(country='NO', whole=True), Area(country='US', whole=False), None)
    """
    gazetteer, name = load_gazetteer(), slug.replace("-", " ").title()
    if country := gazetteer.country(name):
        return Area(country.iso, whole=True)
    part = gazetteer.city(name) or gazetteer.region(name)
    return Area(part.country, whole=False) if part and part.country else None
