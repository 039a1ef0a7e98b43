"""Nouns around the one that a relative clause hangs on, of which it may rather tell."""

from kg import lexicon
from kg.extract.partitives import whole
from kg.extract.syntax import NOUNS, VERBS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_PLACING = frozenset({"at", "in", "on", "during"})
_BODIES = frozenset({"Organization", "Group"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def person_near(noun: Token, pronoun: Token) -> Token:
    """ "stories of people who …": no stories; "the coach at a game who …": no game."""
    above = _person_above(noun)
    kind = head_kinds().get(above.lemma_.lower())
    if is_person(above) or kind in _BODIES or above.pos_ != "NOUN" or whole(above) is not None:
        return above
    of = [p for t in children(above, "prep") if t.lower_ == "of" for p in children(t, "pobj") if p.i < pronoun.i]
    return next((p for p in of if is_person(p) or (p.ent_type_ == "NORP" and p.tag_.endswith("S"))), above)


def happening_above(verb: Token) -> Token:
    """ "the mission in Oslo, which commenced in May": no city commences."""
    place, above = verb.head, verb.head.head.head
    begins = verb.lemma_ in lexicon.words("ends", "beginning") and place.ent_type_ in _PLACES
    inside = place.dep_ == "pobj" and place.head.lower_ in _PLACING and above.pos_ == "NOUN"
    return above if begins and inside else place


def _person_above(noun: Token) -> Token:
    """ "a coach at a game who …": it is the coach."""
    above = noun.head.head
    if above.pos_ in VERBS:
        before = noun.doc[max(0, noun.head.i - 1)]  # "praised the work of the staff at the home, who were …"
        above = before if is_person(before) else child(above, "dobj") or above
    beside = noun.dep_ == "pobj" and noun.head.lower_ in _PLACING and above.pos_ in NOUNS
    return above if beside and not is_person(noun) and is_person(above) else noun


def thing_before(pronoun: Token) -> Token | None:
    """ "the chairman of Acme, which …": the noun right before the comma, if it is no person."""
    before = [t for t in pronoun.doc[max(0, pronoun.i - 2) : pronoun.i] if t.pos_ in NOUNS]
    return next((t for t in before if not is_person(t)), None)


def is_person(noun: Token) -> bool:
    """By its name or its head noun."""
    return noun.ent_type_ == "PERSON" or head_kinds().get(noun.lemma_.lower()) == "Person"
