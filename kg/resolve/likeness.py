"""How surely two local entities of two documents are one: a score from 0 to 1 that depends on these two alone.

From `SAME` on they are joined. Up to `APART` they are never one entity, not even by way of others that resemble both.
In between nobody can tell from the names: they stay two unless something else joins them, such as a person's judgement.
"""

from dataclasses import dataclass
from functools import lru_cache

from kg.model import LocalEntity
from kg.ontology import Ontology
from kg.resolve.abbreviations import other_names
from kg.resolve.alike import Alike
from kg.resolve.blocks import name_blocks, person_blocks, team_blocks
from kg.resolve.context import NONE, Context, elsewhere
from kg.resolve.names import Name, name, plain_name
from kg.resolve.organizations import likeness_of_names
from kg.resolve.people import bare_likeness, name_likeness
from kg.resolve.person_names import PersonName, person_name
from kg.resolve.place_names import PLACES, place_likeness, place_name

SAME = 0.9
APART = 0.5
MAY_BE = 0.7  # below it a short name does not fit: J. Smith is not Mary Smith
_UNSURE = 0.7
_PLACE = "Place"
_BY_ANOTHER_NAME = 0.95
_BY_A_MORE_GENERAL_KIND = 0.9
_BY_OFFICE = 0.9


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a local entity; equal for all local entities that no comparison could tell apart."""

    kind: str
    label: Name
    others: tuple[Name, ...] = ()
    person: PersonName | None = None
    context: Context = NONE

    @property
    def is_full(self) -> bool:
        """Whether the label says which one is meant: neither a bare surname nor "the Interior Ministry"."""
        return self.person.is_full if self.person else self.label.says_which

    @property
    def blocks(self) -> frozenset[str]:
        """Two profiles that share no block are never the same."""
        if self.context.stands_for:
            return frozenset(self.context.stands_for)
        if self.person:
            return frozenset({self.label.key}) | (person_blocks(self.person) if self.is_full else frozenset())
        blocks = (block for n in (self.label, *self.others) for block in name_blocks(n))
        teams = team_blocks(self.label) if self.kind == "Organization" else ()
        return frozenset({self.label.key, *blocks, *teams})


@lru_cache(maxsize=1 << 14)
def profile(entity: LocalEntity, context: Context = NONE) -> Profile:
    """Reads the names; of persons the label only, since their other names are mostly surnames.

    Of the context only what tells of such a name: where a place lies, whom a surname stands for.
    """
    if entity.kind == "Person":
        person = person_name(entity.label)
        meant = Context(stands_for=() if person.is_full else context.stands_for)
        return Profile(entity.kind, plain_name(entity.label), person=person, context=meant)
    where = Context(areas=context.areas)
    if entity.kind in PLACES:
        return Profile(entity.kind, place_name(entity.label, entity.kind), context=where)
    others = other_names(entity.label, entity.alt_labels) if entity.kind == "Organization" else ()
    return Profile(entity.kind, name(entity.label), others, context=where)


def likeness(left: Profile, right: Profile, ontology: Ontology) -> float:
    """The score, the same for both orders."""
    return _alike(left, right, ontology).score


def reasons(left: Profile, right: Profile, ontology: Ontology) -> tuple[str, ...]:
    """What speaks for and against their being one, in words, the same for both orders; never empty."""
    return _alike(left, right, ontology).reasons or ("same name",)


def _alike(left: Profile, right: Profile, ontology: Ontology) -> Alike:
    if elsewhere(left.context, right.context):
        return Alike(0.0, ("lie in different regions",))
    if left.kind != right.kind:
        return _across_kinds(left, right, ontology)
    if left.person and right.person:
        if _is_meant(left, right):
            return Alike(_BY_OFFICE, ("same family name and office, in articles that name the same people",))
        full = left.is_full and right.is_full
        return name_likeness(left.person, right.person) if full else bare_likeness(left.person, right.person)
    if left.kind in PLACES:
        return _by_where(place_likeness(left.label, right.label, left.kind), left, right)
    found = likeness_of_names(left.label, right.label)
    if found.score < SAME and (shared := _shared_names(left, right)):
        return Alike(_BY_ANOTHER_NAME, (f"by another name: {', '.join(shared)}",))
    if left.kind != "Organization" and left.label.key != right.label.key:
        return Alike(min(_UNSURE, found.score), found.reasons)
    return found


def _is_meant(left: Profile, right: Profile) -> bool:
    """Whether one is a surname that stands for the other, or both stand for the same full names."""
    if left.is_full or right.is_full:
        bare, full = (right, left) if left.is_full else (left, right)
        return full.label.key in bare.context.stands_for
    return bool(left.context.stands_for) and left.context.stands_for == right.context.stands_for


def _by_where(found: Alike, left: Profile, right: Profile) -> Alike:
    """Less sure where one article alone says where it lies, and the gazetteer does not know it as a city or country."""
    open_where = left.kind == _PLACE and bool(left.context.areas) != bool(right.context.areas)
    return Alike(min(_UNSURE, found.score), (*found.reasons, "one lies nobody says where")) if open_where else found


def _across_kinds(left: Profile, right: Profile, ontology: Ontology) -> Alike:
    """A kind that says little joins one that says more on a full name of several words: the rest could be anything."""
    kinds = f"other kind: {', '.join(sorted((left.kind, right.kind)))}"
    if not (ontology.is_a(left.kind, right.kind) or ontology.is_a(right.kind, left.kind)):
        return Alike(0.0, (kinds,))
    equal = left.label.key == right.label.key
    several = len(left.label.words) > 1 and len(right.label.words) > 1
    if equal and several and left.is_full and right.is_full:
        return Alike(_BY_A_MORE_GENERAL_KIND, ("same name", kinds))
    return Alike(_UNSURE, ("same name" if equal else "different names", kinds))


def _shared_names(left: Profile, right: Profile) -> list[str]:
    """An abbreviation joins its own full name; two different full names are two things, whatever they share."""
    if left.label.key == right.label.key:
        return []
    mine, yours = ({n.key: n for n in (one.label, *one.others)} for one in (left, right))
    two_names = min(len(left.label.words), len(right.label.words)) > 1 and not (
        _is_vague_for(left.label, right.label) or _is_vague_for(right.label, left.label)
    )
    labels = set() if two_names else {left.label.key, right.label.key}
    shared = (mine[key] for key in mine.keys() & yours.keys())
    return sorted(n.key for n in shared if n.says_which and (n.key in labels or len(n.words) > 1))


def _is_vague_for(vague: Name, other: Name) -> bool:
    """As "Interior Ministry" is for itself and for "Norwegian Interior Ministry"."""
    return not vague.says_which and set(vague.words) <= set(other.words)
