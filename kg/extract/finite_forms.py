"""Past tenses that the tagger takes for participles: "A train derailed in Oslo, officials said"."""

from kg.extract.syntax import child
from kg.extract.words import Token

_STOPS = frozenset({".", "!", "?", "”", '"', "’", "'"})


def let_be_past(verb: Token) -> None:
    """A participle alone is no clause of what is said; headlines leave out "was", and sentences do not."""
    own, said = child(verb, "nsubj"), verb.head
    if verb.tag_ != "VBN" or own is None or child(verb, "aux", "auxpass", "agent", "mark") is not None:
        return
    sentence = verb.sent[-1].text in _STOPS and child(own, "det", "poss", "nummod") is not None
    if sentence and own.i < verb.i < said.i and said.tag_ in {"VBD", "VBZ", "VBP"}:
        verb.tag_ = "VBD"
