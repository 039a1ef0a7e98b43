"""Forms of named local entities: all that resolution looks at, but for the document and the place in it."""

import json
from dataclasses import dataclass
from functools import lru_cache

from kg.model import LocalEntity
from kg.ontology import Ontology
from kg.resolve.context import Context
from kg.resolve.likeness import SAME, likeness, profile


def form(entity: LocalEntity, context: Context) -> str:
    """Equal for those that no comparison could tell apart."""
    names = entity.kind, entity.label, entity.alt_labels
    return json.dumps([*names, sorted(context.areas)], ensure_ascii=False)


@lru_cache(maxsize=1 << 14)
def example(key: str) -> tuple[LocalEntity, Context]:
    """A local entity of that form, and what its article says of it."""
    kind, label, alt_labels, areas = json.loads(key)
    return LocalEntity("", kind, label, tuple(alt_labels)), Context(frozenset(map(tuple, areas)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes `kg.resolve.identify` join two forms: names that are alike."""

    ontology: Ontology

    def blocks(self, form: str) -> frozenset[str]:
        return profile(*example(form)).blocks

    def alike(self, left: str, right: str) -> bool:
        return likeness(profile(*example(left)), profile(*example(right)), self.ontology) >= SAME

    def by_name(self, form: str) -> bool:
        """Whether the names alone make one of all of this form: a bare surname does not."""
        found = profile(*example(form))
        return likeness(found, found, self.ontology) >= SAME
