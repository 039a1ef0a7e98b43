"""What there is: "there was a fire at the plant" tells where it was, "there are risks" that they exist."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.participation import is_set_phrase
from kg.extract.referents import Referents
from kg.extract.syntax import child, children, conjuncts, prepositions
from kg.extract.tense import follows_comma
from kg.extract.vocabulary import head_kinds, locating
from kg.extract.words import Token, hang

_AT_PLACE, _ALONE = 0.75, 0.7
_NOUNS = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"City", "Country", "Place"})
_NAMED_PLACES = frozenset({"FAC", "GPE", "LOC"})
_TIMES = frozenset({"DATE", "TIME"})
_TELLING = ("acl", "relcl", "ccomp", "xcomp", "advcl")


class Existence:
    """Reads "there is" and what stands behind it."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def facts(self, clause: Clause) -> Iterator[Fact]:
        """Where something is; that it exists at all is no more than tentative, and not said of signs and reasons."""
        noun = _existing(clause.verb)
        if noun is None or noun.lemma_.lower() in lexicon.words("ends", "pointing"):
            return
        behind = (*prepositions(clause.verb), *prepositions(noun)[:1])
        places = [place for place in behind if self._is_place(*place)]
        alone = not places and child(noun, *_TELLING) is None and child(clause.verb, *_TELLING) is None
        for thing in (t for t in conjuncts(noun) if t.pos_ in _NOUNS and self._referents.of(t)):
            head = ("rel:be", clause.verb, clause.trigger, thing)
            for preposition, place in ((preposition, t) for preposition, phrase in places for t in conjuncts(phrase)):
                yield Fact(f"rel:be_{preposition}", *head[1:], place, _AT_PLACE)
            if alone:
                yield Fact(*head, None, _ALONE, whole=False)

    def _is_place(self, preposition: str, phrase: Token) -> bool:
        where = preposition in locating() and phrase.ent_type_ not in _TIMES and not is_set_phrase(preposition, phrase)
        return where and _is_place(phrase) and not follows_comma(phrase.head) and self._referents.of(phrase) is not None


def give_place(preposition: Token) -> None:
    """ "there was a fire at the plant": where it was, and no part of its name."""
    noun, phrase = preposition.head, child(preposition, "pobj")
    existing = noun.dep_ == "attr" and _existing(noun.head) is noun
    if not existing or phrase is None or preposition.lower_ not in locating():
        return
    last = noun.children and noun.children[-1] is preposition
    if last and _is_place(phrase):
        hang(preposition, noun.head, "prep")


def _existing(verb: Token) -> Token | None:
    there = verb.lemma_ == "be" and any(t.lower_ == "there" for t in children(verb, "expl"))
    return child(verb, "attr") if there else None


def _is_place(phrase: Token) -> bool:
    noun = phrase.lemma_.lower()
    place = head_kinds().get(noun) in _PLACES or noun in lexicon.words("ends", "whereabouts")
    return place or phrase.ent_type_ in _NAMED_PLACES
