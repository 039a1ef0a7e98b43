"""What surrounds a clause: who says it, whether it happened, in which sentence it stands."""

from typing import NamedTuple

from kg.extract.certainty import Modality, weakest
from kg.extract.content import asks_of, is_in_clause_of
from kg.extract.cues import Cue
from kg.extract.performatives import performs
from kg.extract.referents import Referents
from kg.extract.sources import source_span, sources
from kg.extract.speakers import Speakers
from kg.extract.syntax import VERBS
from kg.extract.words import Token, once
from kg.model import Certainty, Polarity, Span, Voice

_CERTAIN, _POSITIVE, _NEGATIVE = Certainty.CERTAIN, Polarity.POSITIVE, Polarity.NEGATIVE


class Speech(NamedTuple):
    """The voice of a claim, as its fields need it."""

    voice: Voice
    source: Span | None
    cue: Span | None
    attributed_to: tuple[str, ...]
    via: tuple[str, ...]


_NARRATED = Speech(Voice.NARRATOR, None, None, (), ())


class Circumstances(NamedTuple):
    """Those of one governor. `chain`: the cues that govern it, the innermost first; `passage`: its sentence."""

    chain: tuple[Cue, ...]
    speech: Speech
    polarity: Polarity
    certainty: Certainty
    passage: Span


class Surroundings:
    """The circumstances of one text's clauses; each is looked at once, however many facts it gives."""

    def __init__(self, referents: Referents, speakers: Speakers) -> None:
        self._referents = referents
        self._speakers = speakers
        self._modality = Modality()
        self._chains: dict[tuple[int, bool], tuple[Cue, ...]] = {}
        self._kept_back: dict[tuple[int, bool], Cue] = {}
        self._seen: dict[tuple[int, bool], Circumstances] = {}

    def chain(self, governor: Token, *, aside: bool) -> tuple[Cue, ...]:
        """The cues that govern it, the innermost first; of what the author says `aside` only those of a quotation."""
        key = governor.i, aside
        if key not in self._chains:
            found = self._speakers.around(governor) if aside else self._speakers.chain(governor)
            self._chains[key] = tuple(cue for cue in found if not self._keeps_back(cue, governor))
            if found and not aside and found[0] not in self._chains[key][:1]:
                self._kept_back[key] = found[0]
        return self._chains[key]

    def is_unsaid(self, governor: Token, *, aside: bool) -> bool:
        """ "Lee declined to say if …": nobody says so; but "did not say why he left" takes for granted that he left."""
        self.chain(governor, aside=aside)
        inner = self._kept_back.get((governor.i, aside))
        return inner is not None and self._modality.reaches(inner.word, governor) and not asks_of(governor, inner.word)

    def _keeps_back(self, cue: Cue, governor: Token) -> bool:
        """Whether it is a verb of saying above the clause that somebody is told not to have said."""
        says = cue.word.pos_ in VERBS and cue.certainty is _CERTAIN and cue.polarity is _POSITIVE
        if not says or cue.source is None or self._modality.raises(cue.word):
            return False
        if self._modality.of(cue.word)[0] is not _NEGATIVE or not is_in_clause_of(governor, cue.word):
            return False
        return all(quoted.word != cue.word for quoted in self._speakers.around(governor))

    def of(self, governor: Token, *, aside: bool) -> Circumstances:
        """What surrounds the clause or phrase headed by `governor`; its speakers become entities."""
        key = governor.i, aside
        if key not in self._seen:
            chain = self.chain(governor, aside=aside)
            modality = self._modality_of(governor, chain)
            passage = _passage(governor.doc[governor.sent.start])
            self._seen[key] = Circumstances(chain, self._speech(chain), *modality, passage)
        return self._seen[key]

    def _modality_of(self, governor: Token, chain: tuple[Cue, ...]) -> tuple[Polarity, Certainty]:
        """What the clause's own words say, weakened by the innermost cue and turned round by one that denies."""
        polarity, certainty = self._modality.of(governor)
        cues = [cue for inner in chain[:1] for cue in (*inner.hedges, inner)]
        for cue in (c for c in cues if self._modality.reaches(c.word, governor)):
            certainty = weakest(certainty, cue.certainty)
            said, how_surely = self._modality.of(cue.word)
            denies = cue.polarity is _NEGATIVE and said is not _NEGATIVE  # who denies no …, leaves it
            denies = denies or (cue.source is None and self._modality.calls_false(cue.word))
            if denies and polarity is _POSITIVE:
                polarity = _NEGATIVE
            if said is _NEGATIVE and self._modality.raises(cue.word):
                polarity, certainty = _opposite(polarity), weakest(certainty, how_surely)
            elif said is _NEGATIVE and cue.polarity is _NEGATIVE and cue.is_own:
                certainty = weakest(certainty, how_surely)  # "I do not deny that …"
            elif how_surely is not _CERTAIN and performs(cue.word):
                continue
            elif said is _NEGATIVE or how_surely is not _CERTAIN:
                certainty = weakest(certainty, how_surely, Certainty.POSSIBLE)
        return polarity, certainty

    def _speech(self, chain: tuple[Cue, ...]) -> Speech:
        """Where no words name the source ("allegedly"), the cue itself stands for them."""
        if not chain:
            return _NARRATED
        inner, *outer = chain
        cue = Span(inner.word.idx, inner.word.idx + len(inner.word))
        named = self._sources(inner)
        via = {entity for cue in outer for entity in self._sources(cue)} - {*named}
        return Speech(Voice.SPEAKER, self._words(inner) or cue, cue, named, tuple(sorted(via)))

    def _words(self, cue: Cue) -> Span | None:
        """The words for a source; a name is whole, whatever the parser makes of it."""
        words = source_span(cue)
        name = self._referents.named(cue.source) if cue.source is not None and cue.words is None else None
        if words is None or name is None or not words.overlaps(name.span):
            return words
        return Span(min(words.begin, name.span.begin), max(words.end, name.span.end))

    def _sources(self, cue: Cue) -> tuple[str, ...]:
        """The entities that a cue gives for its source, each once."""
        return tuple(sorted({r.entity for r in map(self._referents.of, sources(cue)) if r is not None}))


def _opposite(polarity: Polarity) -> Polarity:
    return _POSITIVE if polarity is _NEGATIVE else _NEGATIVE


@once
def _passage(first: Token) -> Span:
    """From the first to the last word, of the sentence that begins with `first`, that is no white space."""
    words = [t for t in first.sent if not t.is_space]
    return Span(words[0].idx, words[-1].end_idx)
