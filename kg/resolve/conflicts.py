"""What cannot all be true as it stands, and what time resolves, by the rules that `ontology/kg.ttl` declares.

Only what is said to have happened counts, in anybody's voice: plans, doubts and what we may have misread contradict
nothing. Nor is anybody read as contradicting himself within one article: that is a development, or misread. Both sides
must have been read rightly, so the two together must be more likely right than wrong. What one side says of a later
time than the other is a change, and never a conflict as well.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, groupby, product

from kg.ids import digest
from kg.model import Change, Conflict, Document, Entity, Statement
from kg.ontology import Ontology
from kg.resolve.cases import Case
from kg.resolve.changes import ended_and_begun, one_after_another
from kg.resolve.oppositions import WAYS, Way
from kg.resolve.sayings import Saying, term_text
from kg.resolve.tellings import Telling, When, tellings

Between = tuple[str, ...]

_EVEN = 0.5


def conflicts_and_changes(
    statements: Iterable[Statement],
    sayings: Mapping[str, Saying],
    entities: Iterable[Entity],
    documents: Mapping[str, Document],
    ontology: Ontology,
) -> tuple[tuple[Conflict, ...], tuple[Change, ...]]:
    """Both sorted by id. `sayings`: the claims of the statements by id; `documents`: those that make them, by id.

    A statement is compared with those of its relation and subject, and with those of its two ends, either way round,
    and with no other: what is said of some statements is right if none of these is left out.
    """
    found = list(findings(statements, sayings, entities, documents, ontology))
    return (
        tuple(sorted((one for _, one in found if isinstance(one, Conflict)), key=lambda conflict: conflict.id)),
        tuple(sorted((one for _, one in found if isinstance(one, Change)), key=lambda change: change.id)),
    )


def findings(
    statements: Iterable[Statement],
    sayings: Mapping[str, Saying],
    entities: Iterable[Entity],
    documents: Mapping[str, Document],
    ontology: Ontology,
) -> Iterator[tuple[str, Conflict | Change]]:
    """Conflicts and changes, each with its key; right where all statements of a key are given."""
    known = sorted(statements, key=lambda statement: statement.id)
    by_relation = {name: list(group) for name, group in groupby(sorted(known, key=_relation), _relation)}
    kinds = {entity.id: entity.kind for entity in entities}
    for case in _cases(kinds, ontology):
        way = WAYS[case.rule.way or ""]
        for group in _groups(case, way, by_relation):
            key = _key(case, way, group[0])
            told = list(chain.from_iterable(tellings(s, sayings, documents, ontology) for s in group))
            found = _clashes(case, way, told)
            yield from ((key, _conflict(case, between, claims)) for between, claims in found.items())
            yield from ((key, change) for change in one_after_another(case, way, told, set(found)))
    by_id = {statement.id: statement for statement in known}
    yield from ((own_key(by_id[change.earlier]), change) for change in ended_and_begun(known, ontology))


def wide_keys(statement: Statement, kinds: Mapping[str, str], ontology: Ontology) -> Iterator[str]:
    """The keys by which it is compared with statements of other ends or relations; `kinds` of the entities by id."""
    for case in _cases(kinds, ontology):
        way = WAYS[case.rule.way or ""]
        if way.wide and case.counts(statement) and way.group(case, statement) is not None:
            yield _key(case, way, statement)


def own_key(statement: Statement) -> str:
    """The key of all statements of its subject, relation and object."""
    return digest(statement.relation, term_text(statement.subject), term_text(statement.object))


def _key(case: Case, way: Way, statement: Statement) -> str:
    group = way.group(case, statement) if way.wide else None
    if not isinstance(group, tuple):
        return own_key(statement)
    parts = (sorted(part) if isinstance(part, frozenset) else term_text(part) for part in group)
    return digest(case.rule.name, case.qualifier, *parts)


def _relation(statement: Statement) -> str:
    return statement.relation


def _cases(kinds: Mapping[str, str], ontology: Ontology) -> Iterator[Case]:
    """The rules one by one, those on several qualifiers once for each."""
    for rule in ontology.conflict_kinds.values():
        for qualifier in rule.qualifiers or (None,):
            yield Case(rule, qualifier, kinds, ontology)


def _groups(case: Case, way: Way, known: Mapping[str, Sequence[Statement]]) -> Iterator[list[Statement]]:
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for relation in sorted(case.rule.relations | case.rule.against or known):
        for statement in known.get(relation, ()):
            key = way.group(case, statement) if case.counts(statement) else None
            if key is not None:
                groups[key].append(statement)
    return (group for group in groups.values() if _several(group) and any(map(way.needs, group)))


def _several(group: Iterable[Statement]) -> bool:
    return sum(len(s.asserted_by) + len(s.negated_by) for s in group) > 1


@dataclass(frozen=True, slots=True, eq=False)
class _Chorus:
    """Claims of one statement that agree in side, time and details."""

    first: Telling
    sources: set[Hashable] = field(default_factory=set)
    tellings: list[Telling] = field(default_factory=list)

    @property
    def claims(self) -> set[str]:
        return {telling.saying.claim.id for telling in self.tellings}

    @property
    def confidence(self) -> float:
        """Of the claim that was read best."""
        return max(telling.confidence for telling in self.tellings)


def _choruses(case: Case, way: Way, told: Iterable[Telling]) -> list[list[_Chorus]]:
    """By side. Many articles say the same of one time; they are compared with others but once."""
    found: dict[tuple[str, Hashable, When | None, Hashable], _Chorus] = {}
    sides: dict[Hashable, list[_Chorus]] = defaultdict(list)
    for telling in told:
        side = way.side(case, telling)
        if side is not None:
            key = telling.statement.id, side, telling.when, telling.details
            if key not in found:
                found[key] = _Chorus(telling)
                sides[side].append(found[key])
            chorus = found[key]
            chorus.sources.add(telling.source)
            chorus.tellings.append(telling)
    return list(sides.values())


def _clashes(case: Case, way: Way, told: Sequence[Telling]) -> dict[Between, set[str]]:
    """The claims at odds, by the statements that they belong to."""
    found: dict[Between, set[str]] = defaultdict(set)
    for left, right in combinations(_choruses(case, way, told), 2):
        for one, other in product(left, right):
            if _both_read(one, other) and way.clash(case, one.first, other.first):
                found[tuple(sorted({one.first.statement.id, other.first.statement.id}))] |= one.claims | other.claims
    return found


def _both_read(one: _Chorus, other: _Chorus) -> bool:
    return len(one.sources | other.sources) > 1 and one.confidence * other.confidence >= _EVEN


def _conflict(case: Case, between: Between, claims: set[str]) -> Conflict:
    kind = case.rule.name
    parts = (*between, case.qualifier) if case.qualifier else between
    return Conflict(digest(kind, *parts), kind, between, tuple(sorted(claims)), case.qualifier)
