"""Who a title beside a name is said of: in apposition, in brackets after the name, after the body's name."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.referents import Referents
from kg.extract.syntax import children, conjuncts, prepositions
from kg.extract.titles import Titles
from kg.extract.words import Doc, Token

_REACH = 8


class Holders:
    """Finds the people to whom a title in apposition belongs."""

    def __init__(self, doc: Doc, referents: Referents, titles: Titles) -> None:
        self._doc = doc
        self._referents = referents
        self._titles = titles
        self._family = lexicon.titles().family

    def beside(self, noun: Token) -> Iterator[Token]:
        """The names in apposition to a title, or to which it is one; of a title in brackets only the name before."""
        bracket = self._bracket(noun)
        if bracket is not None:
            yield from (t for t in self._before(bracket))
            return
        if not self._is_of_name_before(noun):
            yield from (
                t for t in children(noun, "appos") if self._is_person(t) and t.lemma_.lower() not in self._family
            )
        yield from self._after_body(noun)
        first = one_of(noun)
        while first.dep_ == "conj" and self._titles.is_title(first.head):
            first = first.head
        if first.dep_ == "appos" and self._is_person(first.head) and self._referents.named(first.head):
            yield first.head

    def several(self, name: Token) -> Iterator[Token]:
        """The people of a list: "ministers Ann Lee and Bo Berg"."""
        yield from (t for t in conjuncts(name) if self._is_person(t))

    def after(self, name: Token, noun: Token) -> Iterator[Token]:
        """All names that follow a title of several: "leaders Ann Lee and Bo Berg"; one alone is not several."""
        listed = list(self.several(name))
        yield from (name,) if name.i < noun.i else listed if len(listed) > 1 else ()

    def _bracket(self, noun: Token) -> Token | None:
        """The opening bracket in which the title stands."""
        for token in reversed(self._doc.tokens[max(0, noun.i - _REACH) : noun.i]):
            if token.text == ")":
                return None
            if token.text == "(":
                return token
        return None

    def _is_of_name_before(self, noun: Token) -> bool:
        """ "Ann Lee, the mayor, Bo Berg, a singer": of a list; the mayor is Lee."""
        named = noun.dep_ == "appos" and self._is_person(noun.head) and self._referents.is_name(noun.head)
        return named and noun.tag_ == "NN" and noun.head.i < noun.i and noun.left_edge.nbor(-1).text == ","

    def _before(self, bracket: Token) -> Iterator[Token]:
        name = self._doc[bracket.i - 1] if bracket.i else None
        if name is not None and self._is_person(name) and self._referents.is_name(name):
            yield name

    def _after_body(self, noun: Token) -> Iterator[Token]:
        """ "a founder of Acme, Ann Lee, …": no person is in apposition to an organization."""
        if noun.dep_ == "appos" and self._is_person(noun.head):
            return
        for body in (phrase for preposition, phrase in prepositions(noun) if preposition in {"of", "at", "for"}):
            person = self._kind(body) in {"Organization", "Country", "Place", "City"}
            yield from (name for name in children(body, "appos") if person and self._is_person(name))

    def _is_person(self, token: Token) -> bool:
        return self._kind(token) == "Person"

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else self._referents.kind(token)


def one_of(noun: Token) -> Token:
    """The head of the phrase that a title makes up: "one" in "one of the vice presidents"."""
    partitive = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one"
    return noun.head.head if partitive else noun
