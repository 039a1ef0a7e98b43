"""Bare surnames that two articles give to one person: what else is told of both says so.

A surname alone joins nobody. It joins the bearer of a full name in another article where both hold the same office in
the same body, or where both articles speak of the same others: people in full, bodies, happenings and works by name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import DocumentGraph, Literal, LocalEntity, Member
from kg.resolve.likeness import Profile, profile
from kg.resolve.titles import normal_title

_ENOUGH = 2
_TELLING = frozenset({"Person", "Organization", "Happening", "Work"})
_OFFICE = 10


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article tells of a person: offices as (title, body), and whom else it names in full, by their keys."""

    offices: frozenset[tuple[str, str]]
    others: frozenset[str]

    def shared(self, other: "Surroundings") -> int:
        """How much two articles have in common; an office counts for more than any company."""
        return _OFFICE * len(self.offices & other.offices) + len(self.others & other.others)


def supported(graphs: Iterable[DocumentGraph]) -> Iterator[tuple[Member, Member]]:
    """Pairs of a bare surname and a full name that have enough in common, those with the most first."""
    bare: dict[str, list[Member]] = defaultdict(list)
    full: dict[str, list[Member]] = defaultdict(list)
    around: dict[Member, Surroundings] = {}
    for graph in graphs:
        for member, found, told in _people(graph):
            around[member] = told
            (full if found.is_full else bare)[_surname(found)].append(member)
    pairs = [
        (-around[one].shared(around[other]), one, other)
        for name, members in bare.items()
        for one in members
        for other in full.get(name, ())
        if one.document != other.document
    ]
    yield from ((one, other) for common, one, other in sorted(pairs) if -common >= _ENOUGH)


def _people(graph: DocumentGraph) -> Iterator[tuple[Member, Profile, Surroundings]]:
    known = {entity.id: entity for entity in graph.entities}
    names = {entity.id: profile(entity) for entity in graph.entities if entity.named}
    offices = _offices(graph, known, names)
    telling = {id: p.label.key for id, p in names.items() if p.kind in _TELLING and p.is_full}
    for id, found in names.items():
        if found.person and found.person.parts:
            surname = _surname(found)
            others = frozenset(key for other, key in telling.items() if other != id and not key.endswith(surname))
            yield Member(graph.document.id, id), found, Surroundings(frozenset(offices[id]), others)


def _surname(found: Profile) -> str:
    parts = found.person.parts if found.person else ("",)
    return parts[0] if found.person and found.person.family_first and found.is_full else parts[-1]


def _offices(
    graph: DocumentGraph, known: Mapping[str, LocalEntity], names: Mapping[str, Profile]
) -> Mapping[str, set[tuple[str, str]]]:
    held: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in graph.claims:
        if claim.relation == "hasRoleAt" and claim.subject and isinstance(claim.object, str) and claim.object in names:
            body = known[claim.object].label
            titles = (q.value.text for q in claim.qualifiers if q.name == "title" and isinstance(q.value, Literal))
            held[claim.subject].update((normal_title(title, [body]), names[claim.object].label.key) for title in titles)
    return held
