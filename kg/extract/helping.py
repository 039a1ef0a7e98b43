""" "Lee helped found Acme": the parser takes "helped" for an auxiliary, and "found" for a participle or for "find"."""

from kg.extract.words import Token, hang

_HELPS = frozenset({"help", "helps", "helped", "helping"})


def let_help(verb: Token) -> None:
    """Who helps do something does it, so that the deed hangs on "helped" as it does behind "helped to"."""
    deed = verb.head
    if verb.lower_ not in _HELPS or not verb.i < deed.i:
        return
    verb.pos_, verb.lemma_ = "VERB", "help"
    before = [t for t in deed.children if t.i < verb.i]
    hang(verb, verb if deed.head is deed else deed.head, deed.dep_)
    for word in before:
        hang(word, verb, word.dep_)
    deed.tag_, deed.lemma_ = "VB", deed.lower_
    hang(deed, verb, "xcomp")
