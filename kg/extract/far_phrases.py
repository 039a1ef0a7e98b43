"""Phrases far behind their noun: "occurred on a flight from Oslo to Rome"."""

from kg.extract.words import Token, hang

_HAPPENING = frozenset({"happen", "occur"})
_ENDS = frozenset({"from", "to"})


def give_route(end: Token) -> None:
    """ "occurred on a flight from Oslo to Rome": what goes from here to there is the flight."""
    verb, before = end.head, end.before
    if verb.lemma_ not in _HAPPENING or end.lower_ not in _ENDS or not verb.i < before.i < end.i:
        return
    noun = next((t for t in (before, *before.ancestors) if t.pos_ == "NOUN" and t.dep_ == "pobj"), None)
    if noun is not None and verb.is_ancestor(noun) and not noun.ent_type_:
        hang(end, noun, "prep")
