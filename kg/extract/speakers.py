"""Who says it: the chain of cues over a clause, from the innermost speaker outwards."""

from collections.abc import Mapping

from kg.extract.cues import Cue, is_listed, verb_source
from kg.extract.governing import Governors
from kg.extract.inserted import Inserted
from kg.extract.referents import Referents
from kg.extract.told import Told
from kg.extract.words import Token
from kg.model import Certainty

_THIRD_PERSON = frozenset({"he", "she", "they"})


class Speakers:
    """The cues of one text."""

    def __init__(self, told: Told, inserted: Inserted, referents: Referents) -> None:
        self._governors = Governors()
        self._inserted = inserted
        self._told = told
        self._referents = referents

    def chain(self, token: Token) -> tuple[Cue, ...]:
        """All cues that govern the clause or phrase of `token`; what one speaker says twice over is one cue."""
        found: dict[int, Cue] = {}
        for cue in self._governors.above(token):
            ended = cue.word == token or self._told.has_ended(cue.word, token)
            if not ended and not _is_of_source(token, cue):
                found.setdefault(cue.word.i, cue)
        quoted = self._quoted(token, found)
        if quoted is not None:
            found.setdefault(quoted.word.i, quoted)
        elif not found and (inserted := self._aside(token)) is not None:
            found[inserted.word.i] = inserted
        return self._merged(tuple(found.values()))

    def _aside(self, token: Token) -> Cue | None:
        """The reporting clause set into its sentence, unless it belongs to a quotation before the word."""
        cue = self._inserted.cue(token)
        ended = cue is None or self._told.has_ended(cue.word, token) or _is_of_source(token, cue)
        return None if ended else cue

    def around(self, token: Token) -> tuple[Cue, ...]:
        """The speaker of the quotation in which a word of the speaker's own choice stands."""
        quoted = self._told.cue(token)
        return () if quoted is None else (quoted,)

    def _quoted(self, token: Token, found: Mapping[int, Cue]) -> Cue | None:
        """The speaker of the quotation around `token`, unless a cue outside the quotation was found already."""
        quoted = self._told.cue(token)
        if quoted is None or not all(self._told.inside(cue.word, token) for cue in found.values()):
            return None
        return None if found and quoted.source is None else quoted

    def _merged(self, chain: tuple[Cue, ...]) -> tuple[Cue, ...]:
        """What "I" think, what "it" suggests, what is expected, in somebody's words, are that speaker's words."""
        if len(chain) < 2:
            return chain
        told = max((n for n, cue in enumerate(chain) if cue.source is not None and not _is_aside(cue)), default=-1)
        merged: list[Cue] = []
        hedges: list[Cue] = []
        for number, cue in enumerate(chain):
            if number < told and (_is_aside(cue) or self._repeats(cue, chain[number + 1])):
                hedges.append(cue)
            else:
                merged.append(cue._replace(hedges=tuple(hedges)) if hedges else cue)
                hedges = []
        return tuple(merged)

    def _repeats(self, inner: Cue, outer: Cue) -> bool:
        """ "She said she hoped …": the same one, or a pronoun that nobody else is known to be meant by."""
        if inner.source is None or outer.source is None or inner.source.lower_ not in _THIRD_PERSON:
            return False
        one, other = self._referents.of(inner.source), self._referents.of(outer.source)
        if one is not None and other is not None:
            return one.entity == other.entity
        return one is None and (inner.certainty is not Certainty.CERTAIN or inner.source.lower_ == outer.source.lower_)


def _is_of_source(token: Token, cue: Cue) -> bool:
    """ "according to a poll released on Monday", "they said …, citing a poll": the author says so of the source."""
    source = cue.source
    if source is None:
        return False
    phrase = cue.word.dep_ == "prep" and source.is_ancestor(token)
    return phrase or (token.dep_ == "advcl" and is_listed(token) and verb_source(token) == source)


def _is_aside(cue: Cue) -> bool:
    if cue.source is not None:
        return cue.is_own or cue.is_nobody
    return cue.certainty is not Certainty.CERTAIN or cue.word.pos_ == "ADV"
