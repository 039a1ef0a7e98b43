"""Full names that are nearly one: what sets them apart may be a writer's habit or slip.

The names alone leave open whether they mean one; what their articles name beside them can tell.
"""

from rapidfuzz.distance import OSA

from kg.gazetteer import load_gazetteer
from kg.resolve.likeness import Profile
from kg.resolve.lists import lists
from kg.resolve.names import Name
from kg.resolve.parts import are_short_and_long, sound
from kg.resolve.person_names import PersonName

_GIVEN_AND_FAMILY = 2
_SHORTEST_FAMILY = 4
_FEMALE_ENDINGS = ("a", "ova", "eva")
_SHORTEST_TEAM = 4


def nearly_one(left: Profile, right: Profile) -> bool:
    """The same for both orders; only of full names that are neither surely one nor surely two.

    Such are "Ted Berg" and "Edward Berg", "Ann Raite" and "Ann Rait", "Chargers" and "San Diego Chargers".
    """
    if left.person and right.person:
        return _nearly_one_person(left.person, right.person)
    if not left.kind == right.kind == "Organization":
        return False
    short, long = sorted((left.label, right.label), key=lambda name: len(name.key))
    return _may_shorten(short, long)


def _nearly_one_person(left: PersonName, right: PersonName) -> bool:
    eastern = left.is_eastern or right.is_eastern
    if eastern or left.generation != right.generation or min(len(left.parts), len(right.parts)) < _GIVEN_AND_FAMILY:
        return False
    (given, *_, family), (other_given, *_, other_family) = left.parts, right.parts
    if family == other_family:
        return are_short_and_long(given, other_given)
    return sound(given) == sound(other_given) and len(given) > 1 and _is_misspelt(family, other_family)


def _is_misspelt(family: str, other: str) -> bool:
    """A common family name has its neighbours (Clark and Clarke); a wife's differs in its end where languages do so."""
    short, long = sorted((family, other), key=len)
    women = any(long == short + end for end in _FEMALE_ENDINGS)
    rare = lists().common.isdisjoint((family, other))
    return rare and not women and len(short) >= _SHORTEST_FAMILY and OSA.distance(family, other) == 1


def _may_shorten(short: Name, long: Name) -> bool:
    """A team goes by the end of its name, a plural, without the place it is from; a firm or a newspaper does not."""
    (last, *others) = short.words[::-1]
    plural = last.endswith("s") and not last.endswith("ss") and len(last) >= _SHORTEST_TEAM
    ends = len(long.words) > len(short.words) and long.key.endswith(short.key)
    is_firm = short.form or long.form or last in lists().firms
    return plural and ends and not others and not is_firm and not _is_place(last)


def _is_place(word: str) -> bool:
    """As Wales is, and Athens."""
    places, label = load_gazetteer(), word.capitalize()
    return bool(places.country(label) or places.region(label) or places.cities(label))
