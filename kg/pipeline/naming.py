"""What entities are called, after some of them changed: an id depends on which others share its slug."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kg.ids import slug
from kg.index import Index
from kg.model import Entity, Member
from kg.resolve.entities import entity_id, further, replaced, taken, with_kind

_UNNAMED = 0
_COUNTS = (
    "SELECT slug, count(*) FROM cluster WHERE slug IN t GROUP BY slug",
    "SELECT slug_with_kind, count(*) FROM cluster WHERE slug_with_kind IN t GROUP BY slug_with_kind",
)
_OF_SLUGS = "SELECT id FROM cluster WHERE slug IN t UNION SELECT id FROM cluster WHERE slug_with_kind IN t"
_ONLY_OWNERS = "SELECT min(cluster) FROM taken WHERE slug IN t GROUP BY slug HAVING count(*) = 1"


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

    def was(self, cluster: int) -> Entity | None:
        """The entity as it was before; None of a cluster that is new, whose id another one may have had."""
        return self._was[cluster] if cluster in self._was else entity(self._index, cluster)

    def rename(self, drafts: Mapping[int, Entity | None], came: Iterable[str], went: Iterable[str]) -> None:
        """`drafts`: of clusters, None where they are gone; `came`, `went`: ids of entities without a name."""
        changed = {cluster for cluster, draft in drafts.items() if self._differs(cluster, draft)}
        known = {cluster: drafts[cluster] for cluster in changed}
        for cluster in changed:
            self._remember(cluster)
        slugs = {s for e in (*self._old(changed), *known.values()) if e for s in (slug(e.label), _with_kind(e))}
        alone = self._alone(slugs)
        for cluster, draft in known.items():
            self._write(cluster, draft)
        flipped = {s for s, _ in alone.items() ^ self._alone(slugs).items()}
        affected = changed | self._index.column_of_any(_OF_SLUGS, flipped)
        self._identify(affected)
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

    def _alone(self, slugs: Collection[str]) -> dict[str, tuple[bool, bool, bool]]:
        """What ids ask of slugs: whether one entity has it, none, or one with its kind."""
        plain, with_kind = self._counted(slugs)
        return {s: (plain[s] == 1, plain[s] == 0, with_kind[s] == 1) for s in slugs}

    def _counted(self, slugs: Collection[str]) -> tuple[Counter[str], Counter[str]]:
        """How many clusters have a slug, and a slug with their kind."""
        plain, with_kind = (Counter(dict(self._index.rows_of_any(sql, slugs))) for sql in _COUNTS)
        return plain, with_kind

    def _identify(self, clusters: Iterable[int]) -> None:
        found = {cluster: entity for cluster in clusters if (entity := self._remember(cluster))}
        own = {cluster: _draft(entity) for cluster, entity in found.items()}
        slugs, kinds = self._counted({s for draft in own.values() for s in (draft.id, with_kind(draft))})
        for cluster, draft in own.items():
            self.after[cluster] = replace(draft, id=entity_id(draft, slugs, kinds), replaces=found[cluster].replaces)

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
        changed = {s for s, _ in were ^ are}
        concerned = affected | self._index.column_of_any(_ONLY_OWNERS, changed)
        self._index.run_all("DELETE FROM taken WHERE slug = ? AND cluster = ?", were - are)
        self._index.run_all("INSERT INTO taken VALUES (?, ?)", are - were)
        concerned |= self._index.column_of_any(_ONLY_OWNERS, changed)
        for cluster in affected & self.after.keys():
            self._index.run("UPDATE cluster SET entity = ? WHERE id = ?", self.after[cluster].id, cluster)
        for cluster in sorted(concerned - {_UNNAMED}):
            self._lead(cluster)

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
