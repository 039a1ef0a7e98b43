"""Who won where a verb tells it only with a score or a "past" beside it, and whose win somebody else gave or led to."""

import re
from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, child, members
from kg.extract.words import Doc, Token
from kg.model import Span

_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d%-])")
_REACH = 80  # characters between a verb and its score
_FAIR = 0.8
_SIDES = frozenset({"Person", "Organization", "Country", "City", "Place", "Thing"})


class ScoredResults:
    """Reads facts off verbs with a score."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._losing, self._winning, self._past, self._past_scored = (
            lexicon.words("contests", "scored", key) for key in ("losing", "winning", "past", "past_scored")
        )
        self._words = self._past | self._past_scored | {w.split()[0] for w in self._losing | self._winning}

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for verb in self._doc.having(self._words):
            if verb.pos_ == "VERB":
                yield from self._of_verb(verb)

    def _of_verb(self, verb: Token) -> Iterator[Fact]:
        scored, read = self._has_score(verb), clause(verb)
        passing = verb.lemma_ in self._past or (scored and verb.lemma_ in self._past_scored)
        if passing and read.place("past") is not None:
            yield from self._between(verb, read.subject, read.place("past"))
        elif scored and read.lemma in self._losing and read.object is None:
            yield from self._between(verb, read.place("to"), read.subject)
        elif scored and read.lemma in self._winning:
            yield from self._between(verb, read.subject, read.object)

    def _has_score(self, verb: Token) -> bool:
        end = min(verb.idx + _REACH, verb.sent[-1].end_idx)
        return _SCORE.search(self._doc.text, verb.idx, end) is not None

    def _between(self, verb: Token, winner: Token | None, loser: Token | None) -> Iterator[Fact]:
        if winner is None or loser is None or not self._is_side(winner) or not self._is_side(loser):
            return
        for one in members(winner):
            yield Fact("defeated", verb, Span(verb.idx, verb.end_idx), one, loser, _FAIR)

    def _is_side(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind in _SIDES


def receiver(result: Token) -> tuple[Token, Token] | None:
    """Whose win it is in "gave Norway a 2-1 win", "led Norway to a 2-1 win", and the verb."""
    words, above = lexicon.table("contests")["given"], result.head
    if result.dep_ == "dobj" and above.lemma_ in words["verbs"]:
        given = child(above, "dative")
        return (child(given, "pobj") or given, above) if given is not None else None
    verb = above.head
    if result.dep_ == "pobj" and above.lower_ == "to" and verb.pos_ in VERBS and verb.lemma_ in words["led"]:
        led = child(verb, "dobj")
        return (led, verb) if led is not None else None
    return None
