"""Whom and what else two articles name, beside two names that are nearly one: enough of it in common makes them one.

Looked at are two articles alone. Places are named by many articles, and news agencies by any: they say nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product

from kg.model import LocalEntity, Member
from kg.resolve.fold import words
from kg.resolve.likeness import Profile, profile
from kg.resolve.lists import lists

CoMentions = Mapping[str, str]
"""The labels of the full names in an article, by kind and spelling ("Person annlee")."""
Ends = tuple[Member, Member]
Bond = tuple[Ends, str]
"""The first two local entities whose articles have enough in common, and what that is, in words."""

PERSON = "Person"
_WEIGHTS = {PERSON: 2, "Organization": 1}
_ENOUGH = 4  # two persons, or a person and two bodies; never bodies alone, for whole trades share theirs
_MOST_OF_BODIES = 3
_SHOWN = 3


def co_mentions(entities: Iterable[LocalEntity]) -> dict[str, str]:
    """Of the named persons and bodies of one article."""
    found: dict[str, str] = {}
    for entity in entities:
        own = profile(entity)
        if own.kind in _WEIGHTS and own.is_full and " ".join(words(entity.label)) not in lists().agencies:
            key = f"{own.kind} {own.label.key}"
            found[key] = min(entity.label, found.get(key, entity.label))
    return found


def bond(ends: Iterable[Ends], names: tuple[Profile, Profile], said: Callable[[str], CoMentions]) -> Bond | None:
    """The first of the pairs, which are in their order, whose articles have enough in common."""
    for one, other in ends:
        if one.document != other.document and (told := shared(said(one.document), said(other.document), names)):
            return (one, other), told
    return None


def pairs(left: Iterable[Member], right: Iterable[Member]) -> list[Ends]:
    """Each of the ones with each of the others, in their order."""
    return sorted((min(one, other), max(one, other)) for one, other in product(left, right))


def shared(one: CoMentions, other: CoMentions, names: tuple[Profile, Profile]) -> str:
    """What both articles name, if it is enough."""
    common = in_common(one, other, names)
    if weight(common) < _ENOUGH:
        return ""
    labels = sorted(min(one[key], other[key]) for key in common)
    more = f" and {len(labels) - _SHOWN} more" if labels[_SHOWN:] else ""
    return f"articles with either name both name {', '.join(labels[:_SHOWN])}{more}"


def in_common(one: CoMentions, other: CoMentions, names: tuple[Profile, Profile]) -> list[str]:
    """The keys of what both articles name; whoever has a word in common with the two names does not count."""
    own = {word for found in names for word in found.label.words}
    return [key for key in one.keys() & other.keys() if own.isdisjoint(words(one[key]))]


def weight(common: Iterable[str], most_of_bodies: int = _MOST_OF_BODIES) -> int:
    """Of persons and bodies, of which no more count than these."""
    kinds = [key.partition(" ")[0] for key in common]
    return _WEIGHTS[PERSON] * kinds.count(PERSON) + min(kinds.count("Organization"), most_of_bodies)
