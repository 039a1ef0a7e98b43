"""Verbs that only hand on what somebody says, and the same verbs where they tell of a deed."""

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.cues import FIRST_PERSON
from kg.extract.syntax import child, children
from kg.extract.tense import auxiliaries, is_infinitive
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token


def introduces(clause: Clause) -> bool:
    """Whether the verb hands on what somebody says ("said that …", "…, she added"), and says nothing else.

    Who "declined to comment", or "would not say whether …", hands on nothing.
    """
    if not _is_cue(clause):
        return False
    if clause.complement is None:
        quotes = any(t.is_quote for t in clause.verb.sent)
        told = child(clause.verb, "neg") is not None or is_infinitive(clause.verb)
        return clause.object is None and (quotes or not told)
    return not takes_infinitive(clause) and not _is_unsaid(clause)


def takes(clause: Clause, preposition: str, phrase: Token) -> bool:
    """Whether what a verb of saying governs so takes part in a deed: "agreed with Lee", "responded to the letter".

    "Called for the plant to be closed" tells what is asked for, and of no plant.
    """
    verb, cues = clause.verb, lexicon.table("cues")
    if preposition == "to" and verb.lemma_ in cues["answering"]["verbs"]:
        return True
    deed = clause.complement is None and clause.subject is not None and not clause.passive
    if not deed or preposition not in cues["governing"].get(verb.lemma_, ()):
        return False
    to_be_done = any(is_infinitive(t) and child(t, "auxpass") is not None for t in children(phrase, "relcl", "acl"))
    period = phrase.lemma_ in lexicon.words("complements", "periods")
    quoted = range(phrase.left_edge.i - 1, phrase.subtree[-1].i + 3)
    return not period and not to_be_done and not any(t.is_quote and t.i not in quoted for t in verb.sent)


def _is_cue(clause: Clause) -> bool:
    """A verb of saying; "called back" is none, though "called" is."""
    return clause.verb.lemma_ in cue_verbs() and (clause.lemma in cue_verbs() or child(clause.verb, "prt") is None)


def _is_unsaid(clause: Clause) -> bool:
    """ "Lee would not say whether …": what is told is that he does not; but "does not think that …" tells of a view."""
    verb, words = clause.verb, lexicon.table("certainty")
    own = clause.subject is not None and clause.subject.lower_ in FIRST_PERSON
    if own or verb.lemma_ in words["raising"]["verbs"]:
        return False
    return child(verb, "neg") is not None or any(t.tag_ == "MD" for t in auxiliaries(verb))


def takes_infinitive(clause: Clause) -> bool:
    """ "Agreed to sell"."""
    complement = clause.complement
    return complement is not None and complement.dep_ == "xcomp" and any(t.tag_ == "TO" for t in complement.children)
