"""Forms of named local entities: all that resolution looks at, but for the document and the place in it."""

import json
from dataclasses import dataclass
from functools import lru_cache

from kg.model import LocalEntity
from kg.ontology import Ontology
from kg.resolve.context import Context
from kg.resolve.likeness import SAME, Profile, likeness, profile


def form(entity: LocalEntity, context: Context) -> str:
    """Equal for those that no comparison could tell apart."""
    names = entity.kind, entity.label, entity.alt_labels
    return json.dumps([*names, sorted(context.areas), sorted(context.ties)], ensure_ascii=False)


@lru_cache(maxsize=1 << 14)
def example(key: str) -> tuple[LocalEntity, Context]:
    """A local entity of that form, and what its article says of it."""
    kind, label, alt_labels, areas, ties = json.loads(key)
    return LocalEntity("", kind, label, tuple(alt_labels)), Context(frozenset(map(tuple, areas)), frozenset(ties))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes `kg.resolve.identify` join two forms: names that are alike, or a bare one tied to the same person."""

    ontology: Ontology

    def blocks(self, form: str) -> frozenset[str]:
        """Those of the names, and the ties with the family name."""
        found = profile(*example(form))
        return found.blocks | {f"{family} {tie}" for family, tie in _ties(form, found)}

    def alike(self, left: str, right: str) -> bool:
        one, other = profile(*example(left)), profile(*example(right))
        if not (one.is_full and other.is_full) and _ties(left, one) & _ties(right, other):
            return True
        return likeness(one, other, self.ontology) >= SAME

    def by_name(self, form: str) -> bool:
        """Whether the names alone make one of all of this form: a bare surname does not."""
        found = profile(*example(form))
        return likeness(found, found, self.ontology) >= SAME


def _ties(form: str, found: Profile) -> frozenset[tuple[str, str]]:
    family = found.person.parts[-1] if found.person and found.person.parts else ""
    return frozenset((family, tie) for tie in example(form)[1].ties if family)
