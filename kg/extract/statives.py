"""Participles that say how somebody is minded: in "is opposed to joining" nobody opposes anybody."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child, children, object_of
from kg.extract.words import Token, hang

_ACTING = frozenset({"GPE", "ORG", "PERSON"})
_WITHIN = frozenset({"prep", "advmod"})


def let_be_minded(be: Token) -> None:
    """Let "is" be the verb and the participle an adjective, where "to" with a gerund follows."""
    word = be.head
    if word.lower_ not in lexicon.words("grammar", "minded") or be.lemma_ != "be" or be.dep_ != "auxpass":
        return
    to = next((t for t in children(word, "prep") if t.lower_ == "to" and t.i == word.i + 1), None)
    if to is None or child(word, "agent") is not None:
        return
    _give_subject(to)
    if child(to, "pcomp") is not None:
        _let_govern(be, word)


def give_minded(word: Token) -> None:
    """ "is opposed to Norway joining": it is the joining that is opposed."""
    if word.lower_ in lexicon.words("grammar", "minded"):
        for to in (t for t in children(word, "prep") if t.lower_ == "to"):
            _give_subject(to)


def _give_subject(to: Token) -> None:
    actor = object_of(to)
    if actor is None or actor.ent_type_ not in _ACTING or actor.i + 1 >= len(actor.doc):
        return
    gerund = actor.nbor()
    if gerund.tag_ == "VBG" and gerund.dep_ in {"acl", "advcl"} and gerund.head in {actor, to.head, to.head.head}:
        hang(gerund, to, "pcomp")
        hang(actor, gerund, "nsubj")


def _let_govern(be: Token, word: Token) -> None:
    above, dep = word.head, word.dep_
    hang(be, be if above is word else above, dep)
    for below in [t for t in word.children if t.dep_ not in _WITHIN or t.i < be.i]:
        hang(below, be, "nsubj" if below.dep_ in SUBJECTS else below.dep_)
    word.pos_, word.tag_, word.lemma_ = "ADJ", "JJ", word.lower_
    be.pos_ = "AUX"
    hang(word, be, "acomp")
