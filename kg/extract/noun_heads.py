"""Nouns behind or before a name that the parser tears off: "her first World Cup match", "world No. 2 Ann Lee"."""

from kg.extract.syntax import children
from kg.extract.words import Token, hang

_NAMED = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})
_OBJECTS = frozenset({"dobj", "pobj"})


def give_head(noun: Token) -> None:
    """ "reached her first World Cup match": a match, and not the cup; the parser takes it for an adverb."""
    if noun.tag_ not in _COMMON or noun.ent_type_ or noun.i == 0:
        return
    name = noun.before
    verb = name.head.head if name.dep_ == "pobj" else name.head
    if name.tag_ not in _NAMED or name.dep_ not in _OBJECTS or noun.head not in (verb, name.head):
        return
    if not any(t.dep_ in {"det", "poss", "amod"} for t in name.children) or name.ent_type_ == "PERSON":
        return
    for phrase in children(noun, "prep"):
        hang(phrase, verb, "prep")
    hang(noun, name.head, name.dep_)
    for word in [t for t in name.children if t.dep_ in {"amod", "det", "nummod", "poss"} and t.i < name.i]:
        hang(word, noun, word.dep_)
    hang(name, noun, "compound")


def rank(noun: Token) -> None:
    """ "beat world No. 2 Ann Lee": who is beaten is Lee."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    if noun.tag_ != "NN" or not after or after[0].text not in {"No", "No."}:
        return
    name = next((t for t in children(noun.head, noun.dep_) if t.ent_type_ == "PERSON" and t.i > noun.i), None)
    if name is not None and name.left_edge.i == noun.i + 1:
        hang(noun, name, "compound")
