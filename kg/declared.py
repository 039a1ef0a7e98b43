"""What `ontology/kg.ttl` says, by subject and property, and its kinds of conflicts and changes."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.ids import KG

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Own = Mapping[str, list[str]]
"""What one term says: property → values, all as full IRIs or plain text."""
Facts = Mapping[str, Own]


@dataclass(frozen=True, slots=True)
class ConflictRule:
    """A kind of conflict or change as the ontology declares it; what each part means is said there.

    `way` names how the sides are at odds, and is None of changes that only conflict kinds lead to (`over_time`). No
    `relations` are all, and so it is with `subjects` and `values`, which name kinds of things.
    """

    name: str
    way: str | None
    relations: frozenset[str]
    qualifiers: tuple[str, ...]
    against: frozenset[str]
    subjects: frozenset[str]
    values: frozenset[str]
    same: tuple[str, ...]
    within_days: int | None
    over_time: str | None


def facts(path: Path) -> Facts:
    """All triples of a Turtle file."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in sorted(ox.parse(path=path, format=ox.RdfFormat.TURTLE), key=str):
        found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return {subject: dict(own) for subject, own in found.items()}


def local(iri: str) -> str:
    """The name of a term without its namespace."""
    return iri.rsplit("#", 1)[-1]


def instances(known: Facts, type_name: str) -> list[str]:
    """The names of all terms of a class of ours."""
    return [local(iri) for iri, own in known.items() if KG + type_name in own.get(_RDF_TYPE, ())]


def names(own: Own, property: str) -> tuple[str, ...]:
    """The terms that a property of ours leads to."""
    return tuple(local(value) for value in own.get(KG + property, ()))


def conflict_rules(known: Facts, type_name: str, relations: Collection[str]) -> dict[str, ConflictRule]:
    """By name, those of `ConflictKind` or `ChangeKind`. What they concern is a relation or else a qualifier."""
    return {name: _rule(name, known[KG + name], frozenset(relations)) for name in sorted(instances(known, type_name))}


def _rule(name: str, own: Own, relations: frozenset[str]) -> ConflictRule:
    concerns = names(own, "concerns")
    return ConflictRule(
        name=name,
        way=next(iter(names(own, "atOdds")), None),
        relations=relations.intersection(concerns),
        qualifiers=tuple(sorted(set(concerns) - relations)),
        against=frozenset(names(own, "against")),
        subjects=frozenset(names(own, "amongSubjects")),
        values=frozenset(names(own, "amongValues")),
        same=tuple(sorted(names(own, "sameIn"))),
        within_days=next(map(int, own.get(KG + "withinDays", ())), None),
        over_time=next(iter(names(own, "overTime")), None),
    )
