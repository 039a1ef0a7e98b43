"""Passives that share "was" with the one before: "two were killed and ten injured"."""

from kg import lexicon
from kg.extract.syntax import child
from kg.extract.words import Token, hang

_PAST = frozenset({"VBN", "VBD"})
_FILLED = ("dobj", "aux", "auxpass", "xcomp", "ccomp", "attr", "acomp", "oprd")


def share_passive(verb: Token) -> None:
    """The parser lets the wife fine somebody, or takes those injured for one more who is killed."""
    if verb.like_num:
        _part(verb)
        return
    first, own = verb.head, child(verb, "nsubj")
    if own is None or verb.tag_ not in _PAST or child(first, "auxpass") is None or child(verb, *_FILLED) is not None:
        return
    beside = first.i < own.i < verb.i and _befalls(verb)
    if beside:
        verb.tag_ = "VBN"
        hang(own, verb, "nsubjpass")


def _part(number: Token) -> None:
    """ "killed and ten injured": the number is who is injured."""
    first, verb = number.head, child(number, "oprd", "acl", "amod")
    if verb is None or verb.i != number.i + 1 or verb.tag_ not in _PAST or child(first, "auxpass") is None:
        return
    if not _befalls(verb):
        return
    verb.pos_, verb.tag_ = "VERB", "VBN"
    hang(verb, first, "conj")
    for word in [t for t in number.children if t.i > verb.i]:
        hang(word, verb, word.dep_)
    hang(number, verb, "nsubjpass")


def _befalls(verb: Token) -> bool:
    """What somebody else does to people: they die and march by themselves."""
    return verb.lemma_ in lexicon.words("grammar", "befalling") - lexicon.words("grammar", "by_themselves")
