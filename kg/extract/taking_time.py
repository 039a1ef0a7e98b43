"""How long something took: "it took Lee ten years to build the tower" tells that Lee built it."""

from kg import lexicon
from kg.extract.syntax import NOUNS, child, children
from kg.extract.tense import is_infinitive
from kg.extract.words import Token, hang

_DONE_TO = ("dobj", "dative", "npadvmod")


def give_builder(deed: Token) -> None:
    """The parser takes who needs the time for what is taken, and leaves it open who does the deed."""
    takes = deed.head
    if takes.lemma_ != "take" or not is_infinitive(deed) or child(deed, "nsubj") is not None:
        return
    told = [t for t in children(takes, *_DONE_TO) if takes.i < t.i < deed.i]
    who = next((t for t in told if t.pos_ in NOUNS and not is_time(t)), None)
    if who is not None and takes_time(takes):
        hang(who, deed, "nsubj")


def takes_time(verb: Token) -> bool:
    """ "it took ten years", "took the council until May"; not "it took courage"."""
    subject = child(verb, "nsubj", "expl")
    long = any(is_time(t) for t in children(verb, *_DONE_TO))
    return verb.lemma_ == "take" and long and subject is not None and subject.lower_ in {"it", "this", "that"}


def is_time(noun: Token) -> bool:
    """A stretch of time."""
    return noun.lemma_.lower() in lexicon.words("certainty", "nouns", "spans")
