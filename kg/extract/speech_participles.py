"""Participles beside what somebody says or is asked: of the speaker, of whom he speaks, or of who answers."""

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.tense import follows_comma
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token


def report_above(verb: Token) -> Token | None:
    """ "He said that …, adding that …": who adds is who said, wherever the parser hangs "adding"."""
    says = cue_verbs().get(verb.lemma_) == "Certain" or verb.lemma_ in lexicon.words("ends", "alluding")
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or not says:
        return None
    below, head = verb.head, verb.head.head
    while below != head and below.dep_ in {"conj", "xcomp", "advcl"}:
        below, head = head, head.head
    reports = below.dep_ == "ccomp" and cue_verbs().get(head.lemma_) == "Certain"
    return head if reports else None


def told_of(verb: Token) -> Token | None:
    """ "Police say he was rude, refusing to leave": who refuses is told of, and does not tell."""
    head = verb.head
    aside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > head.i and follows_comma(verb)
    if not aside or cue_verbs().get(head.lemma_) != "Certain" or verb.lemma_ in cue_verbs():
        return None
    return next((t for t in children(head, "ccomp") if head.i < t.i < verb.i), None)


def addressed(verb: Token) -> Token | None:
    """ "When asked about it, her answer was short": it was she who was asked."""
    subject = (
        child(verb.head, "nsubj") if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i < verb.head.i else None
    )
    addressed = verb.lemma_ in lexicon.words("ends", "addressing") and child(verb, *SUBJECTS) is None
    return child(subject, "poss") if subject is not None and addressed and not is_person(subject) else None
