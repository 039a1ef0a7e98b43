"""The relations of a line → claims, or why not. Each is taken as a whole or refused."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from kg.errors import UnusableInput
from kg.ids import digest
from kg.imports import schema
from kg.imports.attribution import Attribution, attribution
from kg.imports.entities import Entities, Refused
from kg.imports.names import relation_name
from kg.imports.schema import validated
from kg.imports.spans import nearest, occurrences, only, placed
from kg.imports.values import literal, qualifier
from kg.model import Claim, Literal, Qualifier, Span
from kg.ontology import load_ontology
from kg.status import claim_status

_STEP = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class _End:
    """The subject or the object of a relation, with the words for it in the evidence."""

    value: str | Literal | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """Makes the claims of one document."""

    document: str
    text: str
    entities: Entities
    threshold: float

    def of(self, given: Iterable[object]) -> tuple[tuple[Claim, ...], tuple[Refused, ...]]:
        """The claims, sorted by their ids, and what was refused."""
        found: dict[str, Claim] = {}
        refused = []
        for number, one in enumerate(given, 1):
            try:
                claim = self._claim(validated(schema.Relation, one), found)
            except UnusableInput as reason:
                refused.append(Refused(f"relation {number}", str(reason)))
            else:
                found[claim.id] = claim
        return tuple(found[id] for id in sorted(found)), tuple(refused)

    def _claim(self, given: schema.Relation, others: Container[str]) -> Claim:
        name = relation_name(given.relation)
        passage = self._passage(given)
        trigger = passage if given.trigger is None else only(given.trigger, self.text, "trigger", passage)
        subject = self._end(given.subject, given.subject_mention, passage, trigger, "subject")
        thing = self._end(given.object, given.object_mention, passage, trigger, "object")
        _check_ends(name, subject, thing)
        said = attribution(given, self.text, self.entities, passage)
        id = _id(self.document, trigger, subject, thing, name, given, said)
        if id in others:
            raise UnusableInput("rests on the same words as one before it; give trigger or mentions as offsets")
        confidence = float(Decimal(repr(given.confidence)).quantize(_STEP, ROUND_DOWN))
        return Claim(
            id=id,
            relation=name,
            subject=str(subject.value) if subject.value is not None else None,
            object=thing.value,
            polarity=given.polarity,
            certainty=given.certainty,
            voice=said.voice,
            status=claim_status(confidence, given.certainty, given.polarity, said.voice, self.threshold),
            confidence=confidence,
            passage=passage,
            trigger=trigger,
            subject_mention=subject.mention,
            object_mention=thing.mention,
            source_mention=said.source,
            cue_mention=said.cue,
            attributed_to=said.attributed_to,
            via=said.via,
            qualifiers=tuple(sorted(set(self._qualifiers(given)), key=_order)),
        )

    def _passage(self, given: schema.Relation) -> Span:
        """The evidence; of equal sentences the first that speaks of most ends."""
        if (span := placed(given.evidence, self.text)) is not None:
            return span
        ends = [self.entities.places.get(end, ()) for end in (given.subject, given.object) if isinstance(end, str)]

        def spoken_of(passage: Span) -> tuple[int, Span]:
            return -sum(any(passage.contains(span) for span in spans) for spans in ends), passage

        found = min(occurrences(str(given.evidence), self.text), key=spoken_of, default=None)
        if found is None:
            raise UnusableInput("its evidence is not in the text; quote it exactly")
        return found

    def _end(
        self,
        given: str | schema.Value | float | None,
        mention: schema.Where | None,
        passage: Span,
        trigger: Span,
        what: str,
    ) -> _End:
        if given is None:
            return _End()
        words = None if mention is None else only(mention, self.text, f"{what} mention", passage)
        if isinstance(given, str):
            inside = (span for span in self.entities.places.get(given, ()) if passage.contains(span))
            return _End(self.entities.id(given, what), words or nearest(inside, trigger))
        value = literal(given.value, given.datatype) if isinstance(given, schema.Value) else literal(given)
        return _End(value, words or nearest(occurrences(value.text, self.text, passage), trigger))

    def _qualifiers(self, given: schema.Relation) -> Iterator[Qualifier]:
        for name, values in given.qualifiers.items():
            for value in values if isinstance(values, list) else [values]:
                yield qualifier(name, value, self.entities.id)


def _check_ends(name: str, subject: _End, thing: _End) -> None:
    """Raises `UnusableInput` where no claim of ours could have these ends."""
    if subject.value is None and not isinstance(thing.value, str):
        raise UnusableInput("has no entity, neither as its subject nor as its object; name one")
    if subject.value == thing.value:
        raise UnusableInput("its subject and its object are one; leave it out")
    if subject.mention is None and thing.mention is None:
        raise UnusableInput("its evidence speaks of neither end; widen it, or give subject_mention or object_mention")
    declared = load_ontology().relation(name)
    if declared is None or thing.value is None:
        return
    if not declared.range:
        raise UnusableInput(f"{name} takes no object; leave it out")
    if isinstance(thing.value, str) is (declared.range == ("Literal",)):
        wanted = "an entity" if isinstance(thing.value, Literal) else "a value"
        raise UnusableInput(f"the object of {name} is {wanted}; write it as `kg import --schema` says")


def _id(
    document: str,
    trigger: Span,
    subject: _End,
    thing: _End,
    name: str,
    given: schema.Relation,
    said: Attribution,
) -> str:
    """As those of our own claims: by place, relation, polarity and speaker, by no name of anybody."""
    spans = (trigger, subject.mention, thing.mention)
    return digest(document, *spans, name, given.polarity, said.source, said.cue)


def _order(found: Qualifier) -> tuple[str, str, str]:
    value = found.value if isinstance(found.value, Literal) else Literal(found.value, "")
    return found.name, value.text, value.datatype
