"""Where people are from: "his home country Norway", "her homeland, Chile", "his native Oslo"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import child, children, possessor, prepositions
from kg.extract.words import Doc, Token
from kg.model import Span

_FAIR = 0.8
_HOME, _NATIVE = "home", "native"
_PLACES = frozenset({"Country", "City", "Place"})


class Homelands:
    """Reads facts off possessives of places."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        words = lexicon.table("roles")["homes"]
        self._nouns, self._lands = frozenset(words["nouns"]), frozenset(words["lands"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for word in self._doc.having(self._nouns | {_HOME, _NATIVE}):
            if word.lower_ == _NATIVE and word.dep_ == "amod" and self._kind(word.head) in _PLACES:
                yield from self._said("bornIn", word, word.head, word.head)
            elif (noun := self._homeland(word)) is not None:
                named = [*children(noun, "appos"), *(place for p, place in prepositions(noun) if p == "of")]
                yield from (
                    f for t in named[:1] if self._kind(t) == "Country" for f in self._said("citizenOf", noun, noun, t)
                )

    def _homeland(self, word: Token) -> Token | None:
        """The noun for a country that is somebody's home."""
        if word.lower_ in self._nouns:
            return word
        noun = word.head
        return (
            noun
            if word.lower_ == _HOME and noun.lower_ in self._lands and child(noun, "compound", "amod") is word
            else None
        )

    def _said(self, relation: str, word: Token, owned: Token, place: Token) -> Iterator[Fact]:
        owner = possessor(owned)
        if owner is not None and self._kind(owner) == "Person":
            trigger = Span(word.idx, word.idx + len(word))
            yield Fact(relation, word, trigger, owner, place, _FAIR, presupposed=True, identifies=True, dated=False)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference is not None else ""
