"""Verbs that are passive in a headline, for all that is missing: "Plumber jailed", "Firm sued over leak"."""

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.words import Token


def undergoes_bare(verb: Token) -> bool:
    """Whether it always has an object, or is passive before the phrase or the infinitive behind it."""
    lemma = verb.lemma_.lower()
    if lemma in lexicon.words("grammar", "transitive"):
        return True
    bidden = child(verb, "xcomp") if lemma in lexicon.words("grammar", "bidding") else None
    if bidden is not None:
        return bidden.tag_ == "VB" and child(bidden, "aux") is not None
    listed = lexicon.table("grammar")["headline_passives"].get(lemma)
    return listed is not None and any(t.i == verb.i + 1 and t.lower_ in listed for t in children(verb, "prep", "agent"))
