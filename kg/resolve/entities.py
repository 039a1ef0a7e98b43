"""From groups of local entities to entities: the preferred name, the kind and the id."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.ids import digest, slug
from kg.model import Entity, LocalEntity, Member
from kg.resolve.likeness import profile

_HASH_DIGITS = 8


def entities(
    groups: Sequence[tuple[Member, ...]], known: Mapping[Member, LocalEntity], pinned: Mapping[Member, str]
) -> tuple[Entity, ...]:
    """One entity for each group, sorted by id. `pinned`: names that people chose for the entities of these members.

    A named entity's id is the slug of its preferred name. Entities that share it carry their kind too
    (`georgia-country`), and where that is shared as well, a hash of their first member, which no other entity has.
    """
    drafts = _with_ids([_pinned(_draft(group, known), pinned) for group in groups])
    return tuple(sorted(_with_replaces(drafts), key=lambda entity: entity.id))


def _draft(group: tuple[Member, ...], known: Mapping[Member, LocalEntity]) -> Entity:
    """An entity whose id is still the slug of its name."""
    named = [m for m in group if known[m].named]
    telling = [m for m in named if profile(known[m]).is_full]
    label = _most_frequent(telling or named or group, lambda m: known[m].label)
    names = {text for m in group for text in (known[m].label, *known[m].alt_labels)}
    return Entity(
        id=slug(label),
        kind=_most_frequent(named or group, lambda m: known[m].kind),
        label=label,
        alt_labels=tuple(sorted(names - {label})),
        named=bool(named),
        members=group,
    )


def _pinned(draft: Entity, pinned: Mapping[Member, str]) -> Entity:
    """With the name that was chosen for it; of several the first in the alphabet."""
    label = min((pinned[member] for member in draft.members if member in pinned), default=draft.label)
    names = {draft.label, *draft.alt_labels} - {label}
    return replace(draft, id=slug(label), label=label, alt_labels=tuple(sorted(names)))


def _most_frequent(members: Sequence[Member], value: Callable[[Member], str]) -> str:
    """By documents, then alphabetical."""
    counts = Counter(text for _, text in {(m.document, value(m)) for m in members})
    return min(counts, key=lambda text: (-counts[text], text))


def _with_ids(drafts: Sequence[Entity]) -> list[Entity]:
    slugs = Counter(entity.id for entity in drafts if entity.named)
    kinds = Counter(_with_kind(entity) for entity in drafts if entity.named)
    return [replace(entity, id=_id(entity, slugs, kinds)) for entity in drafts]


def _id(entity: Entity, slugs: Counter[str], kinds: Counter[str]) -> str:
    if entity.named and slugs[entity.id] == 1:
        return entity.id
    if entity.named and kinds[_with_kind(entity)] == 1 and not slugs[_with_kind(entity)]:
        return _with_kind(entity)
    return f"{entity.id}-{digest(entity.members[0].document, entity.members[0].entity, digits=_HASH_DIGITS)}"


def _with_kind(entity: Entity) -> str:
    return f"{entity.id}-{entity.kind.lower()}"


def _with_replaces(drafts: Sequence[Entity]) -> list[Entity]:
    """The slugs of an entity's other names of several words lead to it, unless another entity has that name or id."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in drafts:
        names = (entity.label, *entity.alt_labels) if entity.named else ()
        for taken in (entity.id, *map(slug, names)):
            owners[taken].add(entity.id)
    return [replace(entity, replaces=_replaced(entity, owners)) for entity in drafts]


def _replaced(entity: Entity, owners: Mapping[str, set[str]]) -> tuple[str, ...]:
    slugs = {slug(text) for text in entity.alt_labels if entity.named and len(text.split()) > 1}
    return tuple(sorted(s for s in slugs - {entity.id} if owners[s] == {entity.id}))
