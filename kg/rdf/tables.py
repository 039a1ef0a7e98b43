"""One row for each field of a noun and the property that holds it; writing and reading both go by these tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pyoxigraph as ox

from kg.model import Certainty, DifferenceKind, Polarity, Review, Status, Voice
from kg.rdf import vocabulary as v
from kg.rdf.terms import (
    ANY_ID,
    CLAIM_ID,
    COUNT,
    DAY,
    DECIMAL,
    ENTITY_ID,
    ENTITY_VALUE,
    LITERAL,
    LOCAL_ID,
    LOCAL_VALUE,
    MEMBER,
    NAME,
    RELATION,
    SPAN,
    STATEMENT_ID,
    TEXT,
    TRUTH,
    Codec,
    Malformed,
    one_of,
)


class Arity(Enum):
    """How many values a field holds: exactly one, None or one, or a sorted tuple."""

    ONE = 1
    OPTIONAL = 2
    MANY = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a noun, the property that says it in RDF and the form of its values."""

    field: str
    predicate: ox.NamedNode
    codec: Codec
    arity: Arity = Arity.ONE

    def values(self, noun: object) -> tuple[Any, ...]:
        """What the noun's field holds, none to many values."""
        held = getattr(noun, self.field)
        if self.arity is Arity.MANY:
            return tuple(held)
        return () if held is None else (held,)

    def held(self, values: Sequence[Any]) -> Any:
        """The inverse of `values`; ValueError where there are too many or too few."""
        if self.arity is Arity.MANY:
            return tuple(sorted(values))
        if len(values) > 1 or (not values and self.arity is Arity.ONE):
            raise Malformed(f"{len(values)} values of {self.predicate.value}")
        return values[0] if values else None


Table = tuple[Row, ...]

DOCUMENT: Table = (
    Row("sha256", v.kg("sha256"), TEXT),
    Row("text", v.IS_STRING, TEXT),
    Row("sources", v.SOURCE, TEXT, Arity.MANY),
    Row("title", v.TITLE, TEXT, Arity.OPTIONAL),
    Row("issued", v.ISSUED, LITERAL, Arity.OPTIONAL),
    Row("publisher", v.PUBLISHER, TEXT, Arity.OPTIONAL),
    Row("authors", v.AUTHOR, TEXT, Arity.MANY),
    Row("link", v.LINK, TEXT, Arity.OPTIONAL),
    Row("extractor", v.EXTRACTOR, TEXT, Arity.OPTIONAL),
    Row("notes", v.kg("note"), TEXT, Arity.MANY),
)

ENTITY: Table = (
    Row("kind", v.TYPE, NAME),
    Row("label", v.LABEL, TEXT),
    Row("alt_labels", v.ALT_LABEL, TEXT, Arity.MANY),
    Row("named", v.NAMED, TRUTH),
)
"""Of local entities and of those of the whole graph."""

MENTIONS: Table = (
    Row("trigger", v.kg("triggerMention"), SPAN),
    Row("subject_mention", v.kg("subjectMention"), SPAN, Arity.OPTIONAL),
    Row("object_mention", v.kg("objectMention"), SPAN, Arity.OPTIONAL),
    Row("source_mention", v.kg("sourceMention"), SPAN, Arity.OPTIONAL),
    Row("cue_mention", v.kg("cueMention"), SPAN, Arity.OPTIONAL),
)
"""The fields of a claim that point to the words it hangs on."""

CLAIM: Table = (
    Row("relation", v.PREDICATE, RELATION),
    Row("subject", v.SUBJECT, LOCAL_ID, Arity.OPTIONAL),
    Row("object", v.OBJECT, LOCAL_VALUE, Arity.OPTIONAL),
    Row("polarity", v.kg("polarity"), one_of(Polarity)),
    Row("certainty", v.kg("certainty"), one_of(Certainty)),
    Row("voice", v.kg("voice"), one_of(Voice)),
    Row("status", v.kg("status"), one_of(Status)),
    Row("confidence", v.kg("confidence"), DECIMAL),
    Row("passage", v.kg("passage"), SPAN),
    *MENTIONS,
    Row("attributed_to", v.kg("attributedTo"), LOCAL_ID, Arity.MANY),
    Row("via", v.kg("viaSource"), LOCAL_ID, Arity.MANY),
)

STATEMENT: Table = (
    Row("relation", v.PREDICATE, RELATION),
    Row("subject", v.SUBJECT, ENTITY_ID, Arity.OPTIONAL),
    Row("object", v.OBJECT, ENTITY_VALUE, Arity.OPTIONAL),
    Row("status", v.kg("status"), one_of(Status)),
    Row("asserted_by", v.kg("assertedBy"), CLAIM_ID, Arity.MANY),
    Row("negated_by", v.kg("negatedBy"), CLAIM_ID, Arity.MANY),
    Row("documents", v.kg("documentCount"), COUNT),
    Row("independent_sources", v.kg("independentSourceCount"), COUNT),
    Row("earliest", v.kg("earliest"), DAY, Arity.OPTIONAL),
    Row("latest", v.kg("latest"), DAY, Arity.OPTIONAL),
    Row("review", v.REVIEW, one_of(Review), Arity.OPTIONAL),
)

CONFLICT: Table = (
    Row("kind", v.kg("conflictKind"), NAME),
    Row("between", v.kg("between"), STATEMENT_ID, Arity.MANY),
    Row("claims", v.kg("conflictingClaim"), CLAIM_ID, Arity.MANY),
    Row("qualifier", v.kg("onQualifier"), NAME, Arity.OPTIONAL),
)

CHANGE: Table = (
    Row("kind", v.kg("changeKind"), NAME),
    Row("earlier", v.kg("earlier"), STATEMENT_ID),
    Row("later", v.kg("later"), STATEMENT_ID),
    Row("earliest", v.kg("earliest"), DAY),
    Row("latest", v.kg("latest"), DAY),
)

MATCH: Table = (
    Row("between", v.kg("mayBe"), ENTITY_ID, Arity.MANY),
    Row("members", v.kg("compares"), MEMBER, Arity.MANY),
    Row("likeness", v.kg("likeness"), DECIMAL),
    Row("reasons", v.kg("because"), TEXT, Arity.MANY),
)

DIFFERENCE: Table = (
    Row("kind", v.kg("differenceKind"), one_of(DifferenceKind)),
    Row("before", v.kg("before"), ANY_ID, Arity.MANY),
    Row("after", v.kg("after"), ANY_ID, Arity.MANY),
    Row("words_before", v.kg("wordsBefore"), TEXT, Arity.OPTIONAL),
    Row("words_after", v.kg("wordsAfter"), TEXT, Arity.OPTIONAL),
    Row("status_before", v.kg("statusBefore"), one_of(Status), Arity.OPTIONAL),
    Row("status_after", v.kg("statusAfter"), one_of(Status), Arity.OPTIONAL),
    Row("details_before", v.kg("detailBefore"), TEXT, Arity.MANY),
    Row("details_after", v.kg("detailAfter"), TEXT, Arity.MANY),
)
