"""Given names that are prepositions when written small: "coast guard captain Per Aas"."""

from kg.extract.syntax import children
from kg.extract.vocabulary import title_heads
from kg.extract.words import Phrase, Token, hang

_PROPER = frozenset({"NNP", "NNPS"})


def let_be_given_name(preposition: Token) -> None:
    """A capital inside a sentence, between a title written small and a proper noun, begins a name."""
    if not preposition.text[0].isupper() or not 0 < preposition.i < len(preposition.doc) - 1:
        return
    title, last = preposition.nbor(-1), preposition.nbor()
    titled = title.text.islower() and title.lower_ in title_heads()
    if not titled or last.tag_ not in _PROPER or last.ent_type_ or not last.text[0].isupper():
        return
    governor, dep = title.head, title.dep_
    if governor is title:
        return
    _name(preposition, last)
    hang(last, governor, dep)
    hang(title, last, "compound")
    for word in children(preposition, "pobj", "prep"):
        hang(word, governor, "oprd" if word.dep_ == "pobj" else "prep")
    hang(preposition, last, "compound")


def _name(first: Token, last: Token) -> None:
    """Let both be a person's name."""
    for word in (first, last):
        word.pos_, word.tag_, word.ent_type_, word.ent_iob_ = "PROPN", "NNP", "PERSON", "I"
    first.ent_iob_ = "B"
    entities = first.doc.ents
    place = next((n for n, entity in enumerate(entities) if entity.start > first.i), len(entities))
    entities.insert(place, Phrase(first.doc, first.i, last.i + 1, "PERSON"))
