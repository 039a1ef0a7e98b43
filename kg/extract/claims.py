"""From facts to claims: who says it, whether it happened, when, and how sure we are to have read it rightly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.certainty import Modality, weakest
from kg.extract.confidence import Confidence
from kg.extract.cues import Cue
from kg.extract.dates import Calendar
from kg.extract.facts import Fact, Value
from kg.extract.referents import Reference, Referents
from kg.extract.sources import source_span, sources
from kg.extract.speakers import Speakers
from kg.extract.syntax import span_of
from kg.ids import digest
from kg.model import Certainty, Claim, Literal, Polarity, Qualifier, Span, Voice
from kg.status import claim_status

_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_OFFICE_DATES = {"become": "startDate", "appoint": "startDate", "elect": "startDate", "name": "startDate"}
_QUOTED_PERSON_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class Speech:
    """The voice of a claim, as its fields need it."""

    voice: Voice
    source: Span | None
    cue: Span | None
    attributed_to: tuple[str, ...]
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim, and what its confidence was judged by."""

    claim: Claim
    features: frozenset[str]


class ClaimMaker:
    """Turns facts of one text into claims."""

    def __init__(
        self, document: str, referents: Referents, speakers: Speakers, calendar: Calendar, threshold: float
    ) -> None:
        self._document = document
        self._referents = referents
        self._speakers = speakers
        self._calendar = calendar
        self._threshold = threshold
        self._confidence = Confidence(referents)
        self._modality = Modality()

    def candidates(self, facts: Iterable[Fact]) -> Iterator[Candidate]:
        """One claim a fact, unless neither of its ends refers to anything."""
        for fact in facts:
            chain = self._speakers.chain(fact.governor)
            subject = self._reference(fact.subject, chain)
            thing = fact.object if isinstance(fact.object, Value) else self._reference(fact.object, chain)
            if subject is None and not isinstance(thing, Reference):
                continue
            if isinstance(thing, Reference) and subject is not None and thing.entity == subject.entity:
                continue
            features = self._confidence.features(fact, chain, subject, thing)
            yield Candidate(
                self._claim(fact, chain, subject, thing, self._confidence.of(features, (subject, thing))), features
            )

    def _reference(self, token: Token | None, chain: tuple[Cue, ...]) -> Reference | None:
        """What a phrase stands for; "I" is whoever speaks."""
        if token is None:
            return None
        if token.lower_ in _FIRST_PERSON and chain and chain[0].source is not None:
            speaker = self._referents.of(chain[0].source)
            span = Span(token.idx, token.idx + len(token))
            return Reference(speaker.entity, span, _QUOTED_PERSON_CONFIDENCE) if speaker else None
        return self._referents.of(token)

    def _claim(
        self,
        fact: Fact,
        chain: tuple[Cue, ...],
        subject: Reference | None,
        thing: Reference | Value | None,
        confidence: float,
    ) -> Claim:
        polarity, certainty = self._modality_of(fact, chain)
        speech = self._speech(chain)
        spans = (subject.span if subject else None, thing.span if thing else None)
        return Claim(
            id=digest(self._document, fact.trigger, *spans, fact.relation, polarity, speech.source, speech.cue),
            relation=fact.relation,
            subject=subject.entity if subject else None,
            object=thing.literal if isinstance(thing, Value) else thing.entity if thing else None,
            polarity=polarity,
            certainty=certainty,
            voice=speech.voice,
            status=claim_status(confidence, certainty, polarity, speech.voice, self._threshold),
            confidence=confidence,
            passage=_sentence(fact.governor),
            trigger=fact.trigger,
            subject_mention=spans[0],
            object_mention=spans[1],
            source_mention=speech.source,
            cue_mention=speech.cue,
            attributed_to=speech.attributed_to,
            via=speech.via,
            qualifiers=tuple(sorted({*fact.qualifiers, *self._details(fact, certainty)}, key=_order)),
        )

    def _modality_of(self, fact: Fact, chain: tuple[Cue, ...]) -> tuple[Polarity, Certainty]:
        """What the clause's own words say, weakened by the innermost cue and turned round by one that denies."""
        if fact.presupposed:
            return Polarity.POSITIVE, fact.certainty
        polarity, certainty = self._modality.of(fact.governor)
        cues = [cue for inner in chain[:1] for cue in (*inner.hedges, inner)]
        for cue in (c for c in cues if self._modality.reaches(c.word, fact.governor)):
            certainty = weakest(certainty, cue.certainty)
            if cue.polarity is Polarity.NEGATIVE and polarity is Polarity.POSITIVE:
                polarity = Polarity.NEGATIVE
            said, how_surely = self._modality.of(cue.word)
            if self._modality.raises(cue.word) and said is Polarity.NEGATIVE:
                polarity, certainty = _opposite(polarity), weakest(certainty, how_surely)
            elif said is Polarity.NEGATIVE or how_surely is not Certainty.CERTAIN:
                certainty = weakest(certainty, how_surely, Certainty.POSSIBLE)
        return polarity, certainty

    def _speech(self, chain: tuple[Cue, ...]) -> Speech:
        """Where no words name the source ("allegedly"), the cue itself stands for them."""
        if not chain:
            return Speech(Voice.NARRATOR, None, None, (), ())
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
        heads = sources(cue) if cue.words is None or cue.source is None else iter((cue.source,))
        return tuple(sorted({r.entity for r in map(self._referents.of, heads) if r is not None}))

    def _details(self, fact: Fact, certainty: Certainty) -> Iterator[Qualifier]:
        for name, token in fact.entities:
            if (reference := self._referents.of(token)) is not None:
                yield Qualifier(name, reference.entity)
        if fact.dated or fact.relation == "hasRoleAt":
            for date in self._calendar.qualifiers(fact.governor, future=certainty is not Certainty.CERTAIN):
                yield (
                    Qualifier(_OFFICE_DATES.get(fact.governor.lemma_, "asOf"), date.value)
                    if _is_office(fact, date)
                    else date
                )


def _opposite(polarity: Polarity) -> Polarity:
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE


def _is_office(fact: Fact, date: Qualifier) -> bool:
    """An office is held over time: a day within it is no day on which it happened."""
    return fact.relation == "hasRoleAt" and date.name == "date"


def _sentence(token: Token) -> Span:
    """From the first to the last word of the sentence that is no white space."""
    doc, first, last = token.doc, token.sent.start, token.sent.end - 1
    while doc[first].is_space:
        first += 1
    while doc[last].is_space:
        last -= 1
    return span_of((doc[first], doc[last]))


def _order(qualifier: Qualifier) -> tuple[str, str]:
    value = qualifier.value
    return qualifier.name, value.text if isinstance(value, Literal) else value
