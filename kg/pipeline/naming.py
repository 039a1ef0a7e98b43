"""What entities are called, after some of them changed: an id depends on which others share its slug."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.ids import slug
from kg.index import Index
from kg.model import Entity, Member
from kg.resolve.entities import entity_id, further, replaced, taken, with_kind

_UNNAMED = 0
_COUNTS = (
    "SELECT count(*) FROM cluster WHERE slug = ?",
    "SELECT count(*) FROM cluster WHERE slug_with_kind = ?",
)


class Naming:
    """`before` and `after`: the entities of clusters that may have changed, without those that were not or are not.

    Of their members they have but the first.
    """

    def __init__(self, index: Index) -> None:
        self.after: dict[int, Entity] = {}
        self._index = index
        self._was: dict[int, Entity | None] = {}

    @property
    def before(self) -> dict[int, Entity]:
        return {cluster: entity for cluster, entity in self._was.items() if entity}

    def rename(self, drafts: Mapping[int, Entity | None], came: Iterable[str], went: Iterable[str]) -> None:
        """`drafts`: of clusters, None where they are gone; `came`, `went`: ids of entities without a name."""
        changed = {cluster for cluster, draft in drafts.items() if self._differs(cluster, draft)}
        known = {cluster: drafts[cluster] for cluster in changed}
        for cluster in changed:
            self._remember(cluster)
        slugs = {s for e in (*self._old(changed), *known.values()) if e for s in (slug(e.label), _with_kind(e))}
        alone = {s: self._alone(s) for s in slugs}
        for cluster, draft in known.items():
            self._write(cluster, draft)
        flipped = {s for s in slugs if alone[s] != self._alone(s)}
        affected = changed.union(*map(self._of_slug, flipped))
        for cluster in sorted(affected):
            self._identify(cluster)
        self._take(affected, set(came), set(went))

    def renamed(self) -> list[str]:
        """The former ids of entities that have other names than before."""
        return [e.id for c, e in self.before.items() if c not in self.after or _names(e) != _names(self.after[c])]

    def of_other_kinds(self) -> list[str]:
        """The ids of entities that have kept them, though their kind is another."""
        before = self.before
        pairs = ((before[c], self.after[c]) for c in before.keys() & self.after.keys())
        return [one.id for one, other in pairs if one.id == other.id and one.kind != other.kind]

    def _old(self, clusters: Iterable[int]) -> list[Entity]:
        return list(filter(None, map(self._was.get, clusters)))

    def _differs(self, cluster: int, draft: Entity | None) -> bool:
        found = entity(self._index, cluster)
        return found is None or draft is None or _draft(found) != replace(draft, members=draft.members[:1])

    def _remember(self, cluster: int) -> Entity | None:
        """The entity as it was before; only the first look counts."""
        found = entity(self._index, cluster)
        self._was.setdefault(cluster, found)
        return found

    def _alone(self, slug: str) -> tuple[bool, bool, bool]:
        """What ids ask of a slug: whether one entity has it, none, or one with its kind."""
        plain, with_kind = (self._index.column(sql, slug)[0] for sql in _COUNTS)
        return plain == 1, plain == 0, with_kind == 1

    def _of_slug(self, slug: str) -> list[int]:
        return self._index.column("SELECT id FROM cluster WHERE slug = ? OR slug_with_kind = ?", slug, slug)

    def _identify(self, cluster: int) -> None:
        found = self._remember(cluster)
        if found:
            own = _draft(found)
            slugs, kinds = (self._counted(own, sql) for sql in _COUNTS)
            self.after[cluster] = replace(own, id=entity_id(own, slugs, kinds), replaces=found.replaces)

    def _counted(self, own: Entity, sql: str) -> dict[str, int]:
        return {s: self._index.column(sql, s)[0] for s in (own.id, with_kind(own))}

    def _write(self, cluster: int, draft: Entity | None) -> None:
        if draft is None:
            self._index.run("DELETE FROM cluster WHERE id = ?", cluster)
            return
        sql = "INSERT OR REPLACE INTO cluster VALUES (?, ?, ?, ?, ?, '[]', ?, ?, ?, ?)"
        texts = draft.id, draft.kind, draft.label, json.dumps(draft.alt_labels), *_first(draft)
        self._index.run(sql, cluster, *texts, draft.id, with_kind(draft))

    def _take(self, affected: set[int], came: set[str], went: set[str]) -> None:
        """Slugs change hands; whoever was or is the only one to have one may have to give it up or get it."""
        were = {(s, _UNNAMED) for s in went} | _pairs(affected, self.before)
        are = {(s, _UNNAMED) for s in came} | _pairs(affected, self.after)
        changed = sorted({s for s, _ in were ^ are})
        concerned = set(affected).union(*map(self._only_owner, changed))
        self._index.run_all("DELETE FROM taken WHERE slug = ? AND cluster = ?", were - are)
        self._index.run_all("INSERT INTO taken VALUES (?, ?)", are - were)
        concerned.update(*map(self._only_owner, changed))
        for cluster in affected & self.after.keys():
            self._index.run("UPDATE cluster SET entity = ? WHERE id = ?", self.after[cluster].id, cluster)
        for cluster in sorted(concerned - {_UNNAMED}):
            self._lead(cluster)

    def _only_owner(self, slug: str) -> list[int]:
        found = self._index.column("SELECT cluster FROM taken WHERE slug = ? LIMIT 2", slug)
        return found if len(found) == 1 else []

    def _lead(self, cluster: int) -> None:
        own = self.after.get(cluster) or self._remember(cluster)
        if own:
            owners = {s: self._owners(s) for s in further(own)}
            self.after[cluster] = replace(own, replaces=replaced(own, owners))
            replaces = json.dumps(self.after[cluster].replaces)
            self._index.run("UPDATE cluster SET replaces = ? WHERE id = ?", replaces, cluster)

    def _owners(self, slug: str) -> set[str]:
        """The ids of those that have it; of many the first two tell enough."""
        sql = (
            "SELECT coalesce(entity, '') FROM taken LEFT JOIN cluster c ON c.id = cluster WHERE taken.slug = ? LIMIT 2"
        )
        return set(self._index.column(sql, slug))


def entity(index: Index, cluster: int) -> Entity | None:
    """The entity of a cluster, of whose members it has the first alone."""
    rows = index.rows("SELECT * FROM found WHERE cluster = ?", cluster)
    return _entity(*rows[0]) if rows else None


def entity_of_id(index: Index, id: str) -> Entity | None:
    """The entity with that id, if it has a name."""
    rows = index.rows("SELECT * FROM found WHERE entity = ?", id)
    return _entity(*rows[0]) if rows else None


def _entity(
    _: int, id: str, kind: str, label: str, alt_labels: str, replaces: str, document: str, first: str
) -> Entity:
    members = (Member(document, first),)
    return Entity(id, kind, label, tuple(json.loads(alt_labels)), True, members, tuple(json.loads(replaces)))


def _pairs(clusters: Iterable[int], found: Mapping[int, Entity]) -> set[tuple[str, int]]:
    return {(s, cluster) for cluster in clusters if cluster in found for s in taken(found[cluster])}


def _draft(entity: Entity) -> Entity:
    return replace(entity, id=slug(entity.label), replaces=())


def _with_kind(entity: Entity) -> str:
    return with_kind(_draft(entity))


def _names(entity: Entity) -> set[str]:
    return {entity.label, *entity.alt_labels}


def _first(entity: Entity) -> tuple[str, str]:
    return entity.members[0].document, entity.members[0].entity
