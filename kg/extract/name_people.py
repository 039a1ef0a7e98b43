"""Names that the words beside them say are people's, whatever the tagger took them for: "Mr. Lee", "Lee, 42,"."""

from collections.abc import Iterable, Set
from dataclasses import replace

from kg import lexicon
from kg.extract.name_kinds import is_a_place, is_called_a_person, is_land, is_like_a_person
from kg.extract.name_spans import Name
from kg.extract.people import folded
from kg.extract.short_titles import in_full
from kg.extract.vocabulary import title_heads
from kg.extract.words import Doc

_TAKEN = frozenset({"Organization", "Thing", "Object", "Place"})
_BODIES = frozenset({"Organization", "Thing"})
_BEHIND_AGE = frozenset({",", ".", ")", ";", "-", "–", "—"})
_PARTS = frozenset({"compound", "nmod", "amod"})
_DIGITS = 2


def with_people(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Such names as people's, wherever they stand."""
    listed = list(names)
    sure = {folded(name.text.split()[-1]) for name in listed if _is_said_to_be_one(doc, name)}
    return [replace(name, kind="Person") if _is_of(name, sure) else name for name in listed]


def _is_of(name: Name, sure: Set[str]) -> bool:
    """ "Lee" and "Ann Lee", but not "Lee Foundation"."""
    own = name.text.split()
    if name.kind not in _TAKEN or folded(own[-1]) not in sure or is_land(name):
        return False
    return len(own) == 1 or (name.kind in _BODIES and is_like_a_person(name))


def _is_said_to_be_one(doc: Doc, name: Name) -> bool:
    if name.honorific:
        return name.kind == "Person"
    if name.kind not in _TAKEN | {"Person"} or is_a_place(name.text) or not _may_be_surname(name.words[-1]):
        return False
    single = len(name.words) == 1
    aged = (single or is_like_a_person(name)) and _has_age(doc, name)
    return aged or (single and (_is_titled(doc, name) or is_called_a_person(doc, name)))


def _may_be_surname(word: str) -> bool:
    """Not "F-22s", "Corp", "Google"."""
    words = lexicon.names()
    bodies = word.lower() in words.organization_heads | words.business_words | words.legal_forms
    known = bodies or words.metonym(word) is not None or word in words.media
    return word[0].isupper() and word[-1].islower() and not known


def _has_age(doc: Doc, name: Name) -> bool:
    """ "Lee, 42, was"."""
    behind = [t.text for t in doc.tokens[name.end : name.end + 3]]
    number = behind[1] if len(behind) > 2 and behind[0] == "," else ""
    return number.isdecimal() and len(number) == _DIGITS and behind[2] in _BEHIND_AGE


def _is_titled(doc: Doc, name: Name) -> bool:
    """ "President Lee", "Gov. Lee", where the office has a capital letter of its own and belongs to the name."""
    before, last = doc[name.begin - 1] if name.begin else None, doc[name.end - 1]
    if before is None or before.is_sent_start or not before.text[0].isupper() or before.head != last:
        return False
    return last.dep_ not in _PARTS and (before.lower_ in title_heads() or in_full(before) is not None)
