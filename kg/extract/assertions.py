"""Reporting clauses that the parser takes apart: a verb taken for a noun, a clause hung on the listeners."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, children
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token, hang

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def give_to_teller(clause: Token) -> None:
    """ "yelled to the officers that Lee was ill": the parser hangs what is said on those to whom it is said."""
    listener = clause.head
    if (
        listener.dep_ != "pobj"
        or listener.head.lower_ != "to"
        or all(t.lower_ != "that" for t in children(clause, "mark"))
    ):
        return
    verb = listener.head.head
    if verb.lemma_ in cue_verbs() or verb.lemma_ in lexicon.table("cues")["quoting"]["verbs"]:
        hang(clause, verb, "ccomp")


def let_assert(verb: Token) -> None:
    """ "Police allege Lee fled": the parser takes "allege" for a part of the name."""
    noun, before = verb.head, verb.doc[verb.i - 1]
    fled = noun.head
    if verb.i == 0 or before.tag_ != "NNS" or verb.lower_ not in lexicon.table("grammar")["asserting"]:
        return
    if noun.dep_ not in SUBJECTS or fled.tag_ not in _FINITE:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    hang(verb, fled.head if fled.head is not fled else verb, fled.dep_)
    hang(fled, verb, "ccomp")
    hang(before, verb, "nsubj")
