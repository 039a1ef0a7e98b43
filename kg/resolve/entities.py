"""From groups of local entities to entities: the preferred name, the kind and the id."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.ids import cut, digest, slug
from kg.model import Entity, LocalEntity, Member
from kg.resolve.likeness import profile

_HASH_DIGITS = 8
_NO_OTHERS: Mapping[Member, int] = {}


def entities(
    groups: Sequence[tuple[Member, ...]], known: Mapping[Member, LocalEntity], pinned: Mapping[Member, str]
) -> tuple[Entity, ...]:
    """One entity for each group, sorted by id. `pinned`: names that people chose for the entities of these members.

    A named entity's id is the slug of its preferred name. Entities that share it carry their kind too
    (`georgia-country`), and where that is shared as well, a hash of their first member, which no other entity has.
    """
    drafts = [_pinned(draft(group, known), pinned) for group in groups]
    slugs = Counter(entity.id for entity in drafts if entity.named)
    kinds = Counter(with_kind(entity) for entity in drafts if entity.named)
    found = _with_replaces([replace(entity, id=entity_id(entity, slugs, kinds)) for entity in drafts])
    return tuple(sorted(found, key=lambda entity: entity.id))


def draft(
    group: tuple[Member, ...], known: Mapping[Member, LocalEntity], others: Mapping[Member, int] = _NO_OTHERS
) -> Entity:
    """An entity whose id is still the slug of its name.

    A member may stand for others of the same names and kind, each in a document of its own; `others`: how many.
    """
    named = [m for m in group if known[m].named]
    telling = [m for m in named if profile(known[m]).is_full]
    label = _most_frequent(telling or named or group, lambda m: known[m].label, others)
    names = {text for m in group for text in (known[m].label, *known[m].alt_labels)}
    return Entity(
        id=slug(label),
        kind=_most_frequent(named or group, lambda m: known[m].kind, others),
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


def _most_frequent(members: Sequence[Member], value: Callable[[Member], str], others: Mapping[Member, int]) -> str:
    """By documents, then alphabetical."""
    counts = Counter(text for _, text in {(m.document, value(m)) for m in members})
    for member in members:
        counts[value(member)] += others.get(member, 0)
    return min(counts, key=lambda text: (-counts[text], text))


def entity_id(draft: Entity, slugs: Mapping[str, int], kinds: Mapping[str, int]) -> str:
    """`slugs`, `kinds`: how many named drafts share the slug, and the slug with the kind."""
    if draft.named and slugs[draft.id] == 1:
        return draft.id
    if draft.named and kinds[with_kind(draft)] == 1 and not slugs[with_kind(draft)]:
        return with_kind(draft)
    return f"{cut(draft.id)}-{digest(draft.members[0].document, draft.members[0].entity, digits=_HASH_DIGITS)}"


def with_kind(draft: Entity) -> str:
    """The slug of a draft and its kind."""
    return f"{draft.id}-{draft.kind.lower()}"


def taken(entity: Entity) -> set[str]:
    """The slugs that are its id or one of its names."""
    return {entity.id, *map(slug, (entity.label, *entity.alt_labels) if entity.named else ())}


def _with_replaces(found: Sequence[Entity]) -> list[Entity]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in found:
        for one in taken(entity):
            owners[one].add(entity.id)
    return [replace(entity, replaces=replaced(entity, owners)) for entity in found]


def replaced(entity: Entity, owners: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The slugs of an entity's other names of several words lead to it, unless another entity has that name or id.

    `owners`: the ids of the entities that have taken a slug.
    """
    return tuple(sorted(one for one in further(entity) if owners[one] == {entity.id}))


def further(entity: Entity) -> set[str]:
    """The slugs that could lead to an entity beside its id."""
    return {slug(text) for text in entity.alt_labels if entity.named and len(text.split()) > 1} - {entity.id}
