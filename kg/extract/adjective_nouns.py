"""Nouns that the tagger takes for other words, or hangs on the wrong one: "reached the final", "nears deal to buy"."""

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.words import Token, hang

_SUPERLATIVE = frozenset({"JJS", "RBS"})


def let_name(word: Token) -> None:
    """An object that an article stands before, and no noun behind."""
    listed = word.pos_ == "ADJ" and word.lower_ in lexicon.words("grammar", "adjective_like")
    if listed and child(word, "det", "poss") is not None:
        word.pos_, word.tag_ = "NOUN", "NN"


def let_be_deal(word: Token) -> None:
    """ "Acme nears deal to buy Bolt": no verb is an object."""
    if (
        word.tag_ == "VB"
        and word.lower_ in lexicon.words("grammar", "verb_like")
        and child(word, "aux", "dobj") is None
    ):
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_
        for aim in children(word, "advcl", "xcomp"):
            hang(aim, word, "acl")


def let_compare(level: Token) -> None:
    """ "fell to 4 percent in May, the lowest level in years": nothing falls a level."""
    verb, first = level.head, level.left_edge
    best = any(t.tag_ in _SUPERLATIVE for t in children(level, "amod"))
    apart = first.lower_ == "the" and first.i > 0 and first.nbor(-1).text == ","
    to = next((t for t in children(verb, "prep") if t.lower_ == "to" and t.i < first.i), None)
    number = child(to, "pobj") if to is not None else None
    if best and apart and number is not None:
        hang(level, number, "appos")
