"""Stages of a contest: "the Davis Cup semi-final" is one noun, whatever the parser makes of its three pieces."""

from kg.extract.syntax import children
from kg.extract.words import Token, hang

_PARTS = frozenset({"semi", "quarter"})
_ENDS = {"final": "NN", "finals": "NNS", "finalist": "NN", "finalists": "NNS"}
_PLACES = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "appos", "compound", "nmod", "amod", "poss", "conj"})
_INNER = frozenset({"det", "poss", "amod", "nummod", "compound", "nmod", "case"})
_FINALS = frozenset({"final", "semifinal", "quarterfinal"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
_SINGULAR = frozenset({"NN", "NNP"})
_OUTSIDE = frozenset({"det", "poss"})
_GOVERNED = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})


def join_stage(hyphen: Token) -> None:
    """ "reached her first Grand Slam semi-final": the parser lets her reach "Grand Slam", or nothing."""
    part, final = hyphen.doc[max(0, hyphen.i - 1)], hyphen.doc[min(hyphen.i + 1, len(hyphen.doc) - 1)]
    if part.lower_ not in _PARTS or final.lower_ not in _ENDS or part.whitespace_ or hyphen.whitespace_:
        return
    pieces = (part, hyphen, final)
    final.pos_, final.tag_, final.lemma_ = "NOUN", _ENDS[final.lower_], final.lower_.removesuffix("s")
    outer = _outer(pieces)
    if outer is None:
        return
    head, dep = outer.head, outer.dep_
    for piece in pieces:
        for below in [t for t in piece.children if t not in pieces]:
            hang(below, final, below.dep_)
    hang(final, final if outer.head is outer else head, dep)
    hang(part, final, "compound")
    hang(hyphen, final, "punct")
    if outer not in pieces:
        for below in [t for t in children(outer, *_INNER) if t.i < outer.i]:
            hang(below, final, below.dep_)
        hang(outer, final, "poss" if outer.tag_ == "PRP" else "compound")


def join_final(final: Token) -> None:
    """ "won the cup final", "won the 100m final": the tagger takes it for how the cup is won."""
    noun = final.doc[max(0, final.i - 1)]
    after = final.doc[min(final.i + 1, len(final.doc) - 1)]
    if final.lower_ not in _FINALS or final.tag_ != "JJ" or noun.dep_ not in _GOVERNED or after.pos_ in _NOMINAL:
        return
    if noun.tag_ not in _SINGULAR or final.head not in {noun, noun.head} or noun.head is final:
        return
    final.pos_, final.tag_, final.lemma_ = "NOUN", "NN", final.lower_
    below = [t for t in noun.children if t is not final]
    hang(final, noun.head, noun.dep_)
    hang(noun, final, "compound")
    for word in below:
        hang(word, final if word.dep_ in _OUTSIDE or word.i > final.i else noun, word.dep_)


def _outer(pieces: tuple[Token, ...]) -> Token | None:
    """The word whose place in the sentence the noun takes: the noun right before it, or one of its pieces."""
    before = pieces[0].doc[max(0, pieces[0].i - 1)]
    named = before.tag_ in {"NNP", "NNPS", "PRP"} and before.dep_ in _GOVERNED
    if named and before.head not in pieces:
        return before
    return next((t for t in pieces if t.head not in pieces and t.dep_ in _PLACES), None)
