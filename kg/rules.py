"""The rules that a document's graph keeps, on our own nouns: fast enough to check each graph before it is stored.

`ontology/shapes.ttl` says the same of the RDF, where it can be said there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import chain
from typing import Any

from kg.model import Claim, DocumentGraph, Literal, Qualifier, Span, Voice
from kg.ontology import Ontology
from kg.status import claim_status

_OPEN_RELATION = re.compile(r"rel:[\w-]+")
_Broken = Iterator[str]


def broken_rules(graph: DocumentGraph, ontology: Ontology, threshold: float) -> list[str]:
    """One line for each rule that the graph breaks, none for a sound graph. `threshold` is that of the settings."""
    entities = {entity.id for entity in graph.entities}
    of_claims = (
        f"claim {claim.id}: {fault}"
        for claim in graph.claims
        for fault in chain(
            _ends(claim, entities),
            _voice(claim),
            _reading(claim, threshold),
            _relation(claim, ontology),
            _qualifiers(claim, ontology),
        )
    )
    return [*_order(graph), *_spans(graph), *_kinds(graph, ontology), *_mentions(graph, entities), *of_claims]


def _order(graph: DocumentGraph) -> _Broken:
    """Tuples are sorted and hold nothing twice, so that equal graphs are equal values."""
    document = graph.document
    yield from _sorted("sources", document.sources)
    yield from _sorted("authors", document.authors)
    yield from _sorted("notes", document.notes)
    yield from _sorted("boilerplate", document.boilerplate)
    yield from _sorted("unused spans", graph.unused)
    yield from _sorted("mentions", graph.mentions)
    yield from _sorted("ids of local entities", [entity.id for entity in graph.entities])
    yield from _sorted("ids of claims", [claim.id for claim in graph.claims])
    for entity in graph.entities:
        yield from _sorted(f"other names of {entity.id}", entity.alt_labels)
    for claim in graph.claims:
        yield from _sorted(f"speakers of claim {claim.id}", claim.attributed_to)
        yield from _sorted(f"sources between of claim {claim.id}", claim.via)
        yield from _sorted(f"qualifiers of claim {claim.id}", claim.qualifiers, _qualifier_order)


def _sorted(what: str, values: Iterable[Any], key: Callable[[Any], Any] | None = None) -> _Broken:
    found = list(values)
    if found != sorted(dict.fromkeys(found), key=key):
        yield f"{what} are not sorted, or one is there twice"


def _qualifier_order(qualifier: Qualifier) -> tuple[str, str, str]:
    value = qualifier.value if isinstance(qualifier.value, Literal) else Literal(qualifier.value, "")
    return qualifier.name, value.text, value.datatype


def _spans(graph: DocumentGraph) -> _Broken:
    remarks = (*graph.document.boilerplate, *graph.unused)
    of_claims = chain.from_iterable((c.passage, c.trigger, *_arguments(c), *_attribution(c)) for c in graph.claims)
    everything = {*of_claims, *(m.span for m in graph.mentions), *(r.span for r in remarks)}
    for span in sorted(everything):
        if not 0 <= span.begin < span.end <= len(graph.document.text):
            yield f"span {span.begin},{span.end} is empty or not inside the text"


def _arguments(claim: Claim) -> list[Span]:
    return [span for span in (claim.subject_mention, claim.object_mention) if span]


def _attribution(claim: Claim) -> list[Span]:
    return [span for span in (claim.source_mention, claim.cue_mention) if span]


def _kinds(graph: DocumentGraph, ontology: Ontology) -> _Broken:
    for entity in graph.entities:
        if entity.kind not in ontology.kinds:
            yield f"local entity {entity.id}: {entity.kind} is no class of the ontology"
        if not entity.label:
            yield f"local entity {entity.id}: it has no label"


def _mentions(graph: DocumentGraph, entities: Set[str]) -> _Broken:
    for mention in graph.mentions:
        if mention.entity not in entities:
            yield f"mention {mention.span.begin},{mention.span.end}: {mention.entity} is no local entity"


def _ends(claim: Claim, entities: Set[str]) -> _Broken:
    """At least one end is a participant, and all participants are of this document. Literals are only ever objects."""
    ends = [end for end in (claim.subject, claim.object) if isinstance(end, str)]
    if not ends:
        yield "neither subject nor object is an entity"
    places = [qualifier.value for qualifier in claim.qualifiers if isinstance(qualifier.value, str)]
    for entity in (*ends, *claim.attributed_to, *claim.via, *places):
        if entity not in entities:
            yield f"{entity} is no local entity"


def _voice(claim: Claim) -> _Broken:
    if claim.voice is Voice.SPEAKER:
        if len(_attribution(claim)) < 2:
            yield "the voice is a speaker's, so it needs the words for the source and the cue"
    elif _attribution(claim) or claim.attributed_to or claim.via:
        yield "the voice is the narrator's, so it can have no source and no cue"


def _reading(claim: Claim, threshold: float) -> _Broken:
    if not 0 <= claim.confidence <= 1:
        yield f"the confidence {claim.confidence} is not between 0 and 1"
    status = claim_status(claim.confidence, claim.certainty, claim.polarity, claim.voice, threshold)
    if claim.status is not status:
        yield f"the status is {claim.status}, but should be {status}"
    for span in (claim.trigger, *_arguments(claim)):
        if not claim.passage.contains(span):
            yield f"the words at {span.begin},{span.end} are not inside its passage"


def _relation(claim: Claim, ontology: Ontology) -> _Broken:
    if ontology.relation(claim.relation) is None and not _OPEN_RELATION.fullmatch(claim.relation):
        yield f"{claim.relation} is neither a relation of the ontology nor an open one"


def _qualifiers(claim: Claim, ontology: Ontology) -> _Broken:
    for qualifier in claim.qualifiers:
        declared, value = ontology.qualifiers.get(qualifier.name), qualifier.value
        if declared is None:
            yield f"{qualifier.name} is no qualifier of the ontology"
        elif isinstance(value, str) and not set(declared.range) & set(ontology.kinds):
            yield f"{qualifier.name} wants a value, not the entity {value}"
        elif isinstance(value, Literal) and value.datatype not in declared.range:
            yield f"{qualifier.name} wants one of {', '.join(declared.range)}, not {value.datatype} {value.text!r}"
