"""Finite or not, past or not: what the form of a verb tells."""

from kg.extract.syntax import SUBJECTS, VERBS, child, children
from kg.extract.words import Token, once

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_infinitive(verb: Token) -> bool:
    """ "to leave"."""
    return "aux" in verb.deps and any(t.tag_ == "TO" for t in children(verb, "aux"))


def is_finite(verb: Token) -> bool:
    """ "left", "has left", "would leave"; not "to leave", "leaving", "see him leave"."""
    return tense(verb) in _FINITE


def is_past(verb: Token) -> bool:
    """ "left", "has left", "having left", "was leaving"."""
    perfect = any(t.lemma_ == "have" for t in children(verb, "aux"))
    return tense(verb) == "VBD" or (perfect and tense(verb) != "MD") or (verb.tag_ == "VBN" and tense(verb) == "VBN")


def verb_over(noun: Token) -> Token:
    """The verb whose argument a phrase is, or is part of."""
    here = noun.head
    while here.pos_ not in VERBS and here.head != here:
        here = here.head
    return here


@once
def tense(verb: Token) -> str:
    """The tag of the word that carries the tense."""
    carrier = child(verb, "aux", "auxpass")
    return verb.tag_ if carrier is None else carrier.tag_


def finite_above(verb: Token) -> Token:
    """ "failed to win and left": the finite member goes with the finite verb, though the parser hangs it lower."""
    here = verb
    while not is_finite(here) and here.dep_ in {"xcomp", "advcl", "conj", "acl"} and here.head != here:
        here = here.head
    return here if is_finite(here) else verb


def infinitive_before(below: Token, head: Token) -> Token | None:
    """ "backs rules to end fees, stop tolls and cut taxes": bare verbs go with the infinitive, not with "backs"."""
    after_past = below.tag_ == "VBP" and tense(head) == "VBD"  # "were less likely to fall, or have a cold"
    same_form = below.tag_ == "VBD" and (below.lower_ == below.lemma_ or below.lower_ == "lay")
    if not (below.tag_ == "VB" or same_form or after_past) or child(below, "aux", "auxpass", *SUBJECTS) is not None:
        return None
    if same_form and is_infinitive(head):
        return None if tense(finite_above(head)) == "VBD" else head
    if tense(head) not in ({"VBZ"} if same_form else {"VBZ", "VBD"}):
        return None
    marks = (t for t in reversed(below.doc[head.i + 1 : below.i]) if t.tag_ == "TO" and t.dep_ == "aux")
    return next((t.head for t in marks), None)


def is_foretold(verb: Token) -> bool:
    """ "said that it would be mended before the tour began": what "will" was when it was said."""
    words = {t.lower_ for t in children(verb, "aux")}
    return verb.dep_ == "ccomp" and tense(verb.head) == "VBD" and "would" in words and "have" not in words


def has_that(verb: Token) -> bool:
    """A clause with "that"."""
    return any(t.lower_ == "that" for t in children(verb, "mark"))


def follows_comma(verb: Token) -> bool:
    """Whether a clause is set off by a comma before it."""
    first = min(t.i for t in verb.subtree)
    return first > 0 and verb.doc[first - 1].text == ","


@once
def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of the verb, or those it shares: "would have weakened and split", "would last and be used"."""
    own = children(verb, "aux", "auxpass")
    shares = verb.dep_ == "conj" and verb.head.pos_ in VERBS and verb.tag_ in {"VB", "VBN", "VBG"}
    if not shares or any(t.lower_ != "be" for t in own) or child(verb, "nsubj", "nsubjpass") is not None:
        return own
    return own + auxiliaries(verb.head)
