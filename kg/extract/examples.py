"""Whom or what a phrase for several names as examples: "ten carriers, including Acme", "rivals such as Apex"."""

from collections.abc import Iterator

from kg.extract.facts import Fact
from kg.extract.syntax import child, children, conjuncts, gives_examples, object_of
from kg.extract.words import Doc, Token
from kg.model import Span

_FAIR = 0.8
_TELLING = frozenset({"amod", "compound", "nummod", "poss", "det", "nmod"})
_NONE = frozenset({"no", "any", "other", "such"})


def examples(doc: Doc) -> Iterator[Fact]:
    """That several include each of those named, in the text's order; tentative for what has no name."""
    for word in doc.having({"including", "such"}):
        preposition = word if word.lower_ == "including" else doc[min(word.i + 1, len(doc) - 1)]
        if preposition.dep_ == "prep" and gives_examples(preposition) and _is_several(preposition.head, preposition):
            yield from _each(preposition)


def _each(preposition: Token) -> Iterator[Fact]:
    first, several = object_of(preposition), preposition.head
    trigger = Span(preposition.idx, preposition.end_idx)
    for one in conjuncts(first) if first is not None else ():
        named = one.pos_ == "PROPN"
        if (named or (preposition.lower_ == "including" and one.pos_ == "NOUN")) and child(one, "case") is None:
            yield Fact("rel:include", several, trigger, several, one, _FAIR, presupposed=True, dated=False, whole=named)


def _is_several(noun: Token, preposition: Token) -> bool:
    """A common noun for several that says more than what they are: "ten carriers", "accidents at sea"."""
    before = [t for t in noun.lefts if t.dep_ in _TELLING]
    after = [p for p in children(noun, "prep") if p.i < preposition.i and p.i > noun.i]
    of = [object_of(p) for p in after if p.lower_ == "of"]
    several = noun.tag_ == "NNS" or any(t is not None and t.tag_ == "NNS" for t in of)
    return noun.pos_ == "NOUN" and several and bool(before or after) and all(t.lower_ not in _NONE for t in before)
