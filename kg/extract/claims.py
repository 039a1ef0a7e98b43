"""From facts to claims: both ends, the circumstances of the clause, details, and how surely we read it rightly."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.extract.alternatives import is_alternative
from kg.extract.circumstances import Surroundings
from kg.extract.confidence import Confidence
from kg.extract.cues import Cue
from kg.extract.dates import Calendar
from kg.extract.facts import Fact, Value, is_aside
from kg.extract.openness import leaves_open
from kg.extract.referents import Reference, Referents
from kg.extract.speakers import Speakers
from kg.extract.syntax import possessor
from kg.extract.words import Token
from kg.ids import digest
from kg.model import Certainty, Claim, Literal, Polarity, Qualifier, Span
from kg.status import claim_status

_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_OFFICE_DATES = {"become": "startDate", "appoint": "startDate", "elect": "startDate", "name": "startDate"}
_QUOTED_PERSON_CONFIDENCE = 0.9
_CERTAIN, _POSITIVE = Certainty.CERTAIN, Polarity.POSITIVE
_CUT_SHORT = 0.5  # "it holds passengers" says nothing while it is open what does, nor "it did so", nor "she said …"


class Candidate(NamedTuple):
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
        self._surroundings = Surroundings(referents, speakers)
        self._calendar = calendar
        self._threshold = threshold
        self._confidence = Confidence(referents)

    def candidates(self, facts: Iterable[Fact]) -> Iterator[Candidate]:
        """One claim a fact, unless neither of its ends refers to anything, or somebody only did not say so."""
        for fact in facts:
            if self._surroundings.is_unsaid(fact.governor, aside=is_aside(fact)):
                continue
            chain = self._surroundings.chain(fact.governor, aside=is_aside(fact))
            subject = self._reference(fact.subject, fact, chain)
            thing = fact.object if isinstance(fact.object, Value) else self._reference(fact.object, fact, chain)
            if subject is None and not isinstance(thing, Reference):
                continue
            if isinstance(thing, Reference) and subject is not None and thing.entity == subject.entity:
                continue
            features = self._confidence.features(fact, chain, subject, thing)
            confidence = self._confidence.of(features, (subject, thing))
            if not fact.whole or (subject is None and leaves_open(fact)) or self._is_open(chain):
                confidence = round(confidence * _CUT_SHORT, 2)
            yield Candidate(self._claim(fact, subject, thing, confidence), features)

    def _reference(self, token: Token | None, fact: Fact, chain: tuple[Cue, ...]) -> Reference | None:
        """What a phrase stands for; "I" is whoever speaks, or else the author."""
        if token is None:
            return None
        if (
            not self._referents.is_author(token)
            and token.lower_ in _FIRST_PERSON
            and chain
            and chain[0].source is not None
        ):
            speaker = self._referents.of(chain[0].source)
            span = Span(token.idx, token.idx + len(token))
            return Reference(speaker.entity, span, _QUOTED_PERSON_CONFIDENCE) if speaker else None
        reference = self._referents.quoted(token, fact.trigger)
        owner = possessor(token) if chain and chain[0].source is not None else None
        own = owner is not None and owner.lower_ == "my" and not self._referents.is_author(owner)
        if reference is not None and own and chain[0].source is not None:
            self._referents.own(reference, chain[0].source)
        return reference

    def _is_open(self, chain: tuple[Cue, ...]) -> bool:
        """ "She said …": somebody is meant, and it stays open who."""
        source = chain[0].source if chain else None
        return source is not None and source.tag_ == "PRP" and self._referents.of(source) is None

    def _claim(
        self, fact: Fact, subject: Reference | None, thing: Reference | Value | None, confidence: float
    ) -> Claim:
        around = self._surroundings.of(fact.governor, aside=is_aside(fact))
        speech = around.speech
        polarity, certainty = (_POSITIVE, fact.certainty) if fact.presupposed else (around.polarity, around.certainty)
        if polarity is _POSITIVE and certainty is _CERTAIN and _has_alternatives(fact):
            certainty = Certainty.POSSIBLE
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
            passage=_whole(around.passage, (fact.trigger, *spans)),
            trigger=fact.trigger,
            subject_mention=spans[0],
            object_mention=spans[1],
            source_mention=speech.source,
            cue_mention=speech.cue,
            attributed_to=speech.attributed_to,
            via=speech.via,
            qualifiers=self._qualifiers(fact, certainty),
        )

    def _qualifiers(self, fact: Fact, certainty: Certainty) -> tuple[Qualifier, ...]:
        found = {*fact.qualifiers, *self._details(fact, certainty)}
        return tuple(sorted(found, key=_order)) if len(found) > 1 else tuple(found)

    def _details(self, fact: Fact, certainty: Certainty) -> Iterator[Qualifier]:
        for name, token in fact.entities:
            if (reference := self._referents.of(token)) is not None:
                yield Qualifier(name, reference.entity)
        if fact.dated or fact.relation == "hasRoleAt":
            for date in self._calendar.qualifiers(fact.governor, future=certainty is not _CERTAIN):
                yield (
                    Qualifier(_OFFICE_DATES.get(fact.governor.lemma_, "asOf"), date.value)
                    if _is_office(fact, date)
                    else date
                )


def _whole(sentence: Span, words: Iterable[Span | None]) -> Span:
    """The sentence, and what the parser cut off it inside a name ("Tavil" of "Tavil, Norway")."""
    outside = [span for span in words if span is not None and not sentence.contains(span)]
    return Span(min(s.begin for s in (sentence, *outside)), max(s.end for s in (sentence, *outside)))


def _has_alternatives(fact: Fact) -> bool:
    """ "Lee or Berg": of neither alone is it told; "without rights or pay" leaves neither."""
    if fact.relation.endswith("_without"):
        return False
    one, other = fact.subject, fact.object
    return (one is not None and is_alternative(one)) or (isinstance(other, Token) and is_alternative(other))


def _is_office(fact: Fact, date: Qualifier) -> bool:
    """An office is held over time: a day within it is no day on which it happened."""
    return fact.relation == "hasRoleAt" and date.name == "date"


def _order(qualifier: Qualifier) -> tuple[str, str]:
    value = qualifier.value
    return qualifier.name, value.text if isinstance(value, Literal) else value
