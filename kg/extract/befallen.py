"""To whom it happens of whom a headline tells, and who is named for the same deed: "Woman killed", "Ann Lee died"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from kg import lexicon
from kg.extract.suiting import Suiting
from kg.extract.syntax import SUBJECTS, child, children, conjuncts
from kg.extract.words import Doc, Token

_PASSIVE = frozenset({"VBN", "VBD"})
_NEAR = 6  # sentences
_BEHIND = 9  # words


class Befallen:
    """The named participants of what a text announces."""

    def __init__(self, suiting: Suiting, told: list[Token]) -> None:
        self._suiting = suiting
        self._told = frozenset(t.i for t in told)
        self._found: dict[int, int] = {}
        self._matters: dict[int, set[str]] = defaultdict(set)
        self._people: dict[int, set[str]] = defaultdict(set)
        for name, matter in lexicon.table("coreference")["announced"].items():
            self._found = self._of(name, matter) | self._found

    def of(self, head: Token) -> int | None:
        """Who is named as the one to whom the same happens as to whom the phrase speaks of."""
        return self._found.get(head.i)

    def clashes(self, head: Token, number: int) -> bool:
        """Things happen to both, and never the same: a woman was killed, and Bo Berg was arrested."""
        matters, own = self._matters[head.i], self._people[number]
        return bool(matters and own) and matters.isdisjoint(own)

    def share(self, one: Token, other: Token) -> bool:
        """Whether the same is told of both."""
        return not self._matters[one.i].isdisjoint(self._matters[other.i])

    def _of(self, name: str, matter: Mapping[str, Any]) -> dict[int, int]:
        befallen = list(_befallen(self._suiting.doc, matter))
        named = [(t, number) for t in befallen if (number := self._suiting.person(t)) is not None]
        named += [(t, other) for t, number in named if (other := self._joined(t, number)) is not None]
        told = [t for t in befallen if t.i in self._told]
        for t in told:
            self._matters[t.i].add(name)
        for _, number in named:
            self._people[number].add(name)
        sole = self._sole(told, named)
        if sole is None or not all(self._suiting.suits(t, sole) and self._suiting.is_of_trade(t, sole) for t in told):
            return {}
        return dict.fromkeys([t.i for t in told], sole)

    def _joined(self, named: Token, number: int) -> int | None:
        """Who is named before "and", wherever the parser hangs that: "Bo Berg and Ann Lee were hit"."""
        home, before = self._suiting.home, named.i
        while home.get(before) == number:
            before -= 1
        joined = before > 0 and named.doc[before].lower_ == "and"
        return home.get(before - 1) if joined else None

    def _sole(self, told: list[Token], named: list[tuple[Token, int]]) -> int | None:
        """The only one; or the only one for a while, close behind the phrases."""
        numbers = {number for _, number in named}
        if len(numbers) <= 1 or not told:
            return next(iter(numbers), None)
        places = self._suiting.doc.sentence_numbers
        first, number = named[0]
        others = [places[t.i] for t, n in named if n != number]
        near = places[first.i] - places[told[-1].i] <= _NEAR // 2
        return number if near and min(others) - places[first.i] >= _NEAR else None


def _befallen(doc: Doc, matter: Mapping[str, Any]) -> Iterator[Token]:
    """Who dies, is hit, was killed; whom somebody shot."""
    alone, only_with = frozenset(matter["alone"]), matter["with"]
    for verb in doc.having(alone | frozenset(matter["verbs"]) | only_with.keys()):
        if verb.pos_ != "VERB" or _is_other(verb, only_with.get(verb.lemma_)):
            continue
        whom = child(verb, "nsubjpass", "dobj")
        if verb.lemma_ in alone or (whom is None and verb.tag_ in _PASSIVE):
            # "Woman killed, driver charged": of two the driver
            nearest = next(reversed(children(verb, *SUBJECTS)), None)
            whom = verb.head if verb.dep_ == "acl" and nearest is None else nearest or whom
        if whom is not None:
            yield from conjuncts(verb.head if whom.tag_ == "WP" and verb.dep_ == "relcl" else whom)


def _is_other(verb: Token, needed: str | None) -> bool:
    """ "Hit and run" is a noun, whatever the parser says; one pleads for mercy too, and finds more than the dead."""
    behind = {t.lower_ for t in verb.doc.tokens[verb.i + 1 : verb.i + _BEHIND] if t.sent.start == verb.sent.start}
    return (verb.lower_ == "hit" and "run" in behind) or (needed is not None and needed not in behind)
