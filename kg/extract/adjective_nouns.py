"""Nouns that the tagger takes for adjectives: "reached the final", "began an offensive"."""

from kg import lexicon
from kg.extract.syntax import child
from kg.extract.words import Token


def let_name(word: Token) -> None:
    """An object that an article stands before, and no noun behind."""
    listed = word.pos_ == "ADJ" and word.lower_ in lexicon.words("grammar", "adjective_like")
    if listed and child(word, "det", "poss") is not None:
        word.pos_, word.tag_ = "NOUN", "NN"
