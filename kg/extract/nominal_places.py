"""Where unnamed things are, by the phrase right behind their noun: "a court in Oslo", "the talks in Norway"."""

from collections.abc import Iterator

from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import conjuncts, object_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Token
from kg.model import Span

_FAIR = 0.8
_STAYING = frozenset({"Organization", "Place", "Happening"})
_PLACES = frozenset({"Country", "City", "Place"})
_ENDS = frozenset({"nsubj", "nsubjpass", "pobj"})
_MARKS = frozenset({"det", "poss", "nummod"})
_INDEFINITE = frozenset({"a", "an"})
_NONE = frozenset({"no", "any", "every", "each", "another"})


class NominalPlaces:
    """Reads facts off common nouns for bodies, buildings and happenings."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for word in self._doc.having({"in"}):
            noun, place = word.head, object_of(word)
            if place is not None and noun.i == word.i - 1 and self._stays(noun) and self._is_place(place):
                trigger = Span(word.idx, word.end_idx)
                yield Fact(
                    "locatedIn", noun, trigger, noun, place, _FAIR, presupposed=True, identifies=True, dated=False
                )

    def _stays(self, noun: Token) -> bool:
        """A certain one, in a place of the sentence where the parser has no verb to hang the phrase on."""
        kind = head_kinds().get(noun.lower_) or head_kinds().get(noun.lemma_.lower())
        marks = [t.lower_ for t in noun.lefts if t.dep_ in _MARKS and t.tag_ != "PRP$"]
        if any(t.tag_ == "JJS" for t in noun.lefts):
            return False  # "the largest bank in Norway": the place is what it is compared in
        marked = noun.pos_ == "NOUN" and bool(marks) and _NONE.isdisjoint(marks)
        certain = marked and (_INDEFINITE.isdisjoint(marks) or is_real(noun))
        return certain and kind in _STAYING and noun.dep_ in _ENDS and not self._referents.is_name(noun)

    def _is_place(self, place: Token) -> bool:
        reference = self._referents.named(place)
        named = reference is not None and self._referents.entity(reference.entity).kind in _PLACES
        return named and self._referents.is_name(place) and len(list(conjuncts(place))) == 1


def is_real(noun: Token) -> bool:
    """Whether what one did or underwent shows that it is there: not in "plans for a plant in Oslo"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    modal = any(t.tag_ == "MD" or t.dep_ == "neg" for t in verb.children)
    return verb.pos_ == "VERB" and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not modal
