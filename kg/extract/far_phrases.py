"""Phrases far behind their verb or noun: "were found in cars on the road by police", "the flight from Oslo to Rome"."""

from kg import lexicon
from kg.extract.court_phrases import acts
from kg.extract.syntax import NOUNS, VERBS, child
from kg.extract.vocabulary import head_kinds, locating
from kg.extract.words import Token, hang

_HAPPENING = frozenset({"happen", "occur"})
_ENDS = frozenset({"from", "to"})


def give_finder(by: Token) -> None:
    """ "were found in cars in Oslo by the police": the police found them; no cars are by anybody."""
    noun, somebody = by.head, child(by, "pobj")
    if by.lower_ != "by" or somebody is None or noun.pos_ not in NOUNS or _is_written(noun) or not acts(somebody):
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    place = noun.head
    if verb is None or place.lower_ not in locating() or noun.dep_ != "pobj" or noun.i >= by.i - 1:
        return
    if child(verb, "auxpass") is not None and child(verb, "agent") is None and place.head is verb and verb.i < noun.i:
        hang(by, verb, "agent")


def give_route(end: Token) -> None:
    """ "occurred on a flight from Oslo to Rome": what goes from here to there is the flight."""
    verb, before = end.head, end.before
    if verb.lemma_ not in _HAPPENING or end.lower_ not in _ENDS or not verb.i < before.i < end.i:
        return
    noun = next((t for t in (before, *before.ancestors) if t.pos_ == "NOUN" and t.dep_ == "pobj"), None)
    if noun is not None and verb.is_ancestor(noun) and not noun.ent_type_:
        hang(end, noun, "prep")


def give_perceived(verb: Token) -> None:
    """ "was posted by Lee, who can be seen arguing": he argues, and not who posted it."""
    seen = verb.before
    if verb.tag_ != "VBG" or seen.tag_ != "VBN" or verb.head is seen or child(seen, "auxpass") is None:
        return
    if seen.lemma_ in lexicon.words("ends", "perceiving") and child(verb, "mark", "nsubj") is None:
        hang(verb, seen, "xcomp")


def _is_written(noun: Token) -> bool:
    """A letter, a book or a report may be by somebody."""
    return head_kinds().get(noun.lemma_.lower()) == "Work" or noun.lemma_ in lexicon.words("cues", "phrases", "closing")
