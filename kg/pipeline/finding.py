"""Conflicts and changes among the statements that are concerned and those that they are compared with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.index import Index
from kg.model import Change, Conflict, Entity, Statement
from kg.ontology import Ontology
from kg.pipeline.lookup import Lookup
from kg.pipeline.stating import Restated, Stating
from kg.resolve.conflicts import findings, own_key, wide_keys


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of some statements."""

    conflicts: tuple[Conflict, ...]
    changes: tuple[Change, ...]


def refind(
    index: Index, lookup: Lookup, stating: Stating, restated: Restated, ontology: Ontology
) -> tuple[Found, Found]:
    """What these statements may have changed, as it was and as it is."""
    kinds = _kinds(restated.after, stating)
    are = {statement.id: set(wide_keys(statement, kinds, ontology)) for statement in restated.after}
    touched = index.column_of_any("SELECT key FROM compared WHERE statement IN t", (s.id for s in restated.before))
    touched.update(*are.values(), (own_key(s) for s in (*restated.before, *restated.after)))
    own = {s.id for s in (*restated.before, *restated.after)}
    _note(index, restated.before, are)
    ids = index.column_of_any("SELECT statement FROM compared WHERE key IN t", touched)
    others = lookup.statements(sorted(ids - own))
    stating.tell((*restated.after, *others))
    known, entities = (*restated.after, *others), _entities((*restated.after, *others), stating)
    told = findings(known, stating.sayings, entities, stating.documents, ontology)
    return _replace(index, lookup, touched, {(found.id, key): found for key, found in told if key in touched})


def _replace(
    index: Index, lookup: Lookup, touched: Iterable[str], found: Mapping[tuple[str, str], Conflict | Change]
) -> tuple[Found, Found]:
    old = index.column_of_any("SELECT id FROM finding WHERE key IN t", touched)
    index.run_all("DELETE FROM finding WHERE key = ?", ((key,) for key in touched))
    index.run_all("INSERT INTO finding VALUES (?, ?)", found)
    return (
        Found(lookup.conflicts(sorted(old)), lookup.changes(sorted(old))),
        Found(
            tuple(one for one in found.values() if isinstance(one, Conflict)),
            tuple(one for one in found.values() if isinstance(one, Change)),
        ),
    )


def _note(index: Index, before: Iterable[Statement], are: Mapping[str, set[str]]) -> None:
    """The key of its own subject, relation and object is not kept: such statements are always looked at together."""
    index.run_all("DELETE FROM compared WHERE statement = ?", ((statement.id,) for statement in before))
    index.run_all("INSERT INTO compared VALUES (?, ?)", ((key, id) for id, own in are.items() for key in own))


def _kinds(statements: Iterable[Statement], stating: Stating) -> dict[str, str]:
    return {entity.id: entity.kind for entity in _entities(statements, stating)}


def _entities(statements: Iterable[Statement], stating: Stating) -> list[Entity]:
    ends = {end for s in statements for end in (s.subject, s.object) if isinstance(end, str)}
    return list(filter(None, map(stating.entity, sorted(ends))))
