"""The name beside a common noun that says who is meant: "the Acme agency", "the city of Lyon", "her aide, Bo Berg"."""

from collections.abc import Callable, Iterator

from kg import lexicon
from kg.extract.kinds import kind
from kg.extract.syntax import child, children, object_of, prepositions
from kg.extract.words import Token, once

_APPOSED = frozenset({"appos", "prep", "agent", "dative"})
_PLACES = frozenset({"Place", "City", "Country"})
_RELATED = frozenset({"holding", "parent", "partner", "rival", "sister"})
_TEAMS = _PLACES | {"Organization", "Person", "Thing"}


class Namesakes:
    """`named_kind` gives the class of what a word is known to stand for, "" where nothing is known."""

    def __init__(self, named_kind: Callable[[Token], str]) -> None:
        self._named_kind = named_kind
        self._classes = lexicon.names().organization_heads - lexicon.words("roles", "organs")
        self._contestants = lexicon.words("contests", "teams", "called")
        self._firms = lexicon.words("roles", "owning", "owners") | lexicon.words("roles", "sure_firms") | {"rival"}
        self._called = lexicon.words("roles", "places", "called")

    def of(self, noun: Token) -> Token | None:
        return next((name for way in (self._before, self._beside, self._behind_of) for name in way(noun)), None)

    def _before(self, noun: Token) -> Iterator[Token]:
        """ "the Acme news agency" is Acme; "the Acme parent company" is not, nor is "Acme and the Apex agency"."""
        beside = children(noun, "compound", "nmod", "amod")
        if noun.lower_ in self._classes and _RELATED.isdisjoint([t.lower_ for t in beside]):
            for name in reversed(beside):
                if self._named_kind(name) == "Organization" and name.pos_ == "PROPN" and "cc" not in name.deps:
                    yield name

    def _beside(self, noun: Token) -> Iterator[Token]:
        """ "her spokesman, Bo Berg" is Bo Berg, and so is the spokesman in "Bo Berg, her spokesman"."""
        for name in _apposed(noun):
            known = self._named_kind(name)
            if known and (known == kind(noun) == "Person" or self._is_called(known, noun, name)):
                yield name

    def _is_called(self, known: str, noun: Token, name: Token) -> bool:
        """ "the telecoms operator Acme", "the port city Oslo", "a firm, Acme": a name behind a noun for what it is."""
        said = kind(noun)
        if known == "Organization" and noun.lemma_.lower() in self._firms and child(noun, "poss") is not None:
            return noun.i < name.i  # "its parent, Acme,"
        plays = noun.lemma_.lower() in self._contestants and known in _TEAMS
        bodies = known == said == "Organization"
        agrees = plays or bodies or {known, said} <= _PLACES
        is_beside = name.left_edge.i == noun.i + 1 or (bodies and noun.tag_ == "NN")
        return agrees and noun.i < name.i and is_beside

    def _behind_of(self, noun: Token) -> Iterator[Token]:
        """ "the city of Lyon" is Lyon."""
        if noun.lower_ in self._called and child(noun, "det", "poss") is not None:
            of = next((p for p in children(noun, "prep") if p.lower_ == "of" and p.i == noun.i + 1), None)
            name = object_of(of) if of is not None else None
            if name is not None and child(name, "conj") is None and self._named_kind(name) in _PLACES:
                yield name


@once
def _apposed(noun: Token) -> tuple[Token, ...]:
    """What stands in apposition to a noun or it to what; "the founder of Acme, Ann Lee", too."""
    if noun.dep_ != "appos" and noun.deps.isdisjoint(_APPOSED):
        return ()
    called = [name for p, body in prepositions(noun) if p == "of" for name in children(body, "appos")]
    if called and kind(noun) != "Person":
        called = []
    return (*children(noun, "appos"), *([noun.head] if noun.dep_ == "appos" else ()), *called)
