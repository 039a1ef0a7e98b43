""" "Ann Lee is dating footballer Bo Berg": the parser takes the verb for what Bo Berg is like."""

from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.words import Token, hang

_INSIDE = frozenset({"compound", "nmod", "amod"})
_BEHIND = frozenset({"prep", "npadvmod", "advmod", "advcl"})


def let_go_on(verb: Token) -> None:
    """A participle with a subject and "is" of its own modifies no noun, but governs it."""
    thing = verb.head
    helped = any(t.lemma_ == "be" and t.i < verb.i for t in children(verb, "aux"))
    if verb.tag_ != "VBG" or not helped or child(verb, *SUBJECTS) is None:
        return
    while thing.dep_ in _INSIDE and thing.head is not thing:
        thing = thing.head
    if thing.i < verb.i:
        return
    verb.pos_ = "VERB"
    hang(verb, verb if thing.head is thing else thing.head, thing.dep_)
    hang(thing, verb, "dobj")
    for word in [t for t in thing.children if t.dep_ in _BEHIND and t.i > thing.i]:
        hang(word, verb, word.dep_)
