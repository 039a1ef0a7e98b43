"""Documents that break one rule each, made from a sound one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.model import (
    Certainty,
    Claim,
    DocumentGraph,
    Literal,
    LocalEntity,
    Mention,
    Qualifier,
    Remark,
    Span,
    Status,
)
from tests.samples import election


@dataclass(frozen=True)
class Broken:
    """`fault`: part of the line that `kg.rules` gives. `shape`: the SHACL shape that sees it too, where one can."""

    graph: DocumentGraph
    fault: str
    shape: str | None


def _claim(voice: str, fault: str, shape: str | None, **changes: Any) -> Broken:
    """The defeat as the narrator or as a speaker says it, changed."""
    graph = election()[0 if voice == "narrator" else 1]
    claims = tuple(replace(c, **changes) if c.relation == "defeated" else c for c in graph.claims)
    return Broken(replace(graph, claims=claims), fault, shape)


def _qualified(fault: str, shape: str | None, *qualifiers: Qualifier) -> Broken:
    return _claim("narrator", fault, shape, qualifiers=qualifiers)


def _entity(fault: str, shape: str | None, **changes: Any) -> Broken:
    graph = election()[0]
    first, *rest = graph.entities
    return Broken(replace(graph, entities=(replace(first, **changes), *rest)), fault, shape)


def _graph(fault: str, shape: str | None, change: Callable[[DocumentGraph], DocumentGraph]) -> Broken:
    return Broken(change(election()[0]), fault, shape)


def _stray_mention(graph: DocumentGraph) -> DocumentGraph:
    return replace(graph, mentions=tuple(sorted((*graph.mentions, Mention(Span(0, 3), "nobody")))))


def _two_of_one_id(graph: DocumentGraph) -> DocumentGraph:
    first = graph.entities[0]
    return replace(graph, entities=(first, LocalEntity(first.id, first.kind, "Another"), *graph.entities[1:]))


def _claim_twice(graph: DocumentGraph) -> DocumentGraph:
    first: Claim = graph.claims[0]
    return replace(graph, claims=(first, replace(first, certainty=Certainty.PROBABLE), *graph.claims[1:]))


BROKEN: Mapping[str, Broken] = {
    "an empty span": _claim("narrator", "span 14,14 is empty", "SpanShape", trigger=Span(14, 14)),
    "a span past the end": _claim("narrator", "span 0,999 is empty or not inside", None, passage=Span(0, 999)),
    "an unused span past the end": _graph(
        "span 900,999 is empty or not inside", "SpanShape", lambda g: replace(g, unused=(Remark(Span(900, 999), "no"),))
    ),
    "a trigger outside the passage": _claim("narrator", "the words at 13,17 are not inside", None, passage=Span(0, 12)),
    "a subject's words outside the passage": _claim("speaker", "the words at 23,30", None, passage=Span(31, 60)),
    "a mention of nobody": _graph("nobody is no local entity", "LocalEntityShape", _stray_mention),
    "no ends": _claim("narrator", "neither subject nor object", "EndsShape", subject=None, object=None),
    "no end but a value": _claim("narrator", "neither subject", "EndsShape", subject=None, object=Literal("57")),
    "an unknown subject": _claim("narrator", "nobody is no local entity", "ClaimShape", subject="nobody"),
    "an unknown object": _claim("narrator", "nobody is no local entity", "ClaimShape", object="nobody"),
    "an unknown speaker": _claim("speaker", "nobody is no local entity", "ClaimShape", attributed_to=("nobody",)),
    "an unknown go-between": _claim("speaker", "nobody is no local entity", "ClaimShape", via=("nobody",)),
    "an unknown relation": _claim("narrator", "beat is neither a relation", "ClaimShape", relation="beat"),
    "bookkeeping for a relation": _claim("narrator", "inDocument is neither", "ClaimShape", relation="inDocument"),
    "an open relation without words": _claim("narrator", "rel: is neither", "OpenRelationShape", relation="rel:"),
    "a speaker without a cue": _claim("speaker", "the voice is a speaker's", "ClaimVoiceShape", cue_mention=None),
    "a speaker without words": _claim("speaker", "the voice is a speaker's", "ClaimVoiceShape", source_mention=None),
    "a narrator with a cue": _claim("narrator", "the narrator's", "ClaimVoiceShape", cue_mention=Span(13, 17)),
    "a narrator with a source": _claim("narrator", "the narrator's", "ClaimVoiceShape", source_mention=Span(13, 17)),
    "a narrator with a speaker": _claim("narrator", "the narrator's", "ClaimVoiceShape", attributed_to=("ann-lee",)),
    "a narrator with a go-between": _claim("narrator", "the narrator's", "ClaimVoiceShape", via=("ann-lee",)),
    "too strong a status": _claim("speaker", "should be Attributed", "ClaimStatusShape", status=Status.REPORTED),
    "a status past certainty": _claim(
        "narrator", "should be Anticipated", "ClaimStatusShape", certainty=Certainty.EXPECTED
    ),
    "a status past confidence": _claim("narrator", "should be Tentative", None, confidence=0.3),
    "a disputed claim": _claim("narrator", "should be Reported", "ClaimShape", status=Status.DISPUTED),
    "too high a confidence": _claim("narrator", "is not between 0 and 1", "ClaimShape", confidence=1.5),
    "an unknown qualifier": _qualified("mood is no qualifier", "ClaimShape", Qualifier("mood", Literal("glad"))),
    "a relation for a qualifier": _qualified("age is no qualifier", "ClaimShape", Qualifier("age", Literal("57"))),
    "a place that is a text": _qualified("place wants", "QualifiersShape", Qualifier("place", Literal("Oslo"))),
    "a place unheard of": _qualified("nowhere is no local", "QualifiersShape", Qualifier("place", "nowhere")),
    "a title that is an entity": _qualified("title wants a value", "QualifiersShape", Qualifier("title", "oslo")),
    "a date that is a text": _qualified("date wants one of date", "QualifiersShape", Qualifier("date", Literal("May"))),
    "votes that are a text": _qualified("votesFor wants", "QualifiersShape", Qualifier("votesFor", Literal("many"))),
    "an amount that is a date": _qualified(
        "amount wants", "QualifiersShape", Qualifier("amount", Literal("2018", "gYear"))
    ),
    "unsorted qualifiers": _qualified(
        "are not sorted", None, Qualifier("title", Literal("mayor")), Qualifier("charge", Literal("theft"))
    ),
    "an unknown kind": _entity("Alien is no class", "ThingShape", kind="Alien"),
    "bookkeeping for a kind": _entity("Claim is no class", "ThingShape", kind="Claim"),
    "no label": _entity("it has no label", "ThingShape", label=""),
    "unsorted names": _entity("are not sorted", None, alt_labels=("Lee", "Ann")),
    "two participants of one id": _graph("ids of local entities", "ThingShape", _two_of_one_id),
    "two claims of one id": _graph("ids of claims", "ClaimShape", _claim_twice),
    "unsorted mentions": _graph("are not sorted", None, lambda g: replace(g, mentions=g.mentions[::-1])),
    "a mention twice": _graph("one is there twice", None, lambda g: replace(g, mentions=(*g.mentions, g.mentions[-1]))),
}
