"""Forms of named local entities: all that resolution looks at, but for the document and the place in it."""

import json
from dataclasses import dataclass
from functools import lru_cache

from kg.index.forms import Tie
from kg.model import LocalEntity
from kg.ontology import Ontology
from kg.resolve.context import Context
from kg.resolve.identity import is_open
from kg.resolve.likeness import SAME, Profile, likeness, profile


def form(entity: LocalEntity, context: Context) -> str:
    """Equal for those that no comparison could tell apart."""
    names = entity.kind, entity.label, entity.alt_labels
    told = sorted(context.areas), context.stands_for, context.open_between
    return json.dumps([*names, *told], ensure_ascii=False)


@lru_cache(maxsize=1 << 14)
def example(key: str) -> tuple[LocalEntity, Context]:
    """A local entity of that form, and what its article says of it."""
    kind, label, alt_labels, areas, *names = json.loads(key)
    context = Context(frozenset(map(tuple, areas)), *map(tuple, names))
    return LocalEntity("", kind, label, tuple(alt_labels)), context


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes `kg.resolve` join two forms, or ask whether they are one: names that are alike."""

    ontology: Ontology

    def blocks(self, form: str) -> frozenset[str]:
        return _profile(form).blocks

    def tie(self, left: str, right: str) -> Tie:
        p, q = _profile(left), _profile(right)
        score = likeness(p, q, self.ontology)
        return Tie.SURE if score >= SAME else Tie.OPEN if is_open(score, p, q) else Tie.NONE

    def alike(self, left: str, right: str) -> bool:
        return self.tie(left, right) is Tie.SURE

    def by_name(self, form: str) -> bool:
        """Whether the names alone make one of all of this form: a bare surname does not."""
        return self.alike(form, form)


def _profile(form: str) -> Profile:
    return profile(*example(form))
