"""The entities of a line → local entities and their mentions, or why not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from kg.errors import UnusableInput
from kg.ids import slug
from kg.imports import schema
from kg.imports.schema import quoted, validated
from kg.imports.spans import occurrences, placed
from kg.model import LocalEntity, Mention, Span
from kg.ontology import load_ontology


class Refused(NamedTuple):
    """A part of a line (`relation 3`, counted from 1) that could not be used, and why."""

    part: str
    reason: str


class Stand(NamedTuple):
    """A place where an entity is spoken of; `given` as such, not found by its words."""

    span: Span
    key: str
    given: bool


@dataclass(frozen=True, slots=True)
class Entities:
    """By the ids that relations name them by. `places` are sorted."""

    known: Mapping[str, LocalEntity]
    places: Mapping[str, tuple[Span, ...]]
    refused: tuple[Refused, ...]

    def id(self, key: str, what: str) -> str:
        """The local entity that a relation means. Raises `UnusableInput` where there is none."""
        if key not in self.known:
            raise UnusableInput(f"its {what} {quoted(key)} is no entity of the line that could be used; check its id")
        return self.known[key].id

    @property
    def mentions(self) -> tuple[Mention, ...]:
        found = (Mention(span, self.known[key].id) for key, spans in self.places.items() for span in spans)
        return tuple(sorted(found))


def entities(given: Iterable[object], text: str) -> Entities:
    """Each is taken as a whole or refused."""
    wanted: dict[str, schema.Entity] = {}
    stands: list[Stand] = []
    parts: dict[str, str] = {}
    refused: list[Refused] = []
    for number, one in enumerate(given, 1):
        try:
            entity = _checked(one, wanted)
            key = entity.id or entity.label
            found = sorted({Stand(span, key, given) for span, given in _places(entity, text)})
        except UnusableInput as reason:
            refused.append(Refused(f"entity {number}", str(reason)))
        else:
            wanted[key], parts[key] = entity, f"entity {number}"
            stands += found
    places = _longest(stands)
    for key in [key for key in wanted if key not in places]:
        del wanted[key]
        refused.append(Refused(parts[key], "stands only inside longer names of others; give its mentions as offsets"))
    return Entities(_named(wanted), places, tuple(refused))


def _checked(given: object, others: Mapping[str, object]) -> schema.Entity:
    entity = validated(schema.Entity, given)
    if entity.kind not in load_ontology().kinds:
        known = ", ".join(sorted(load_ontology().kinds))
        raise UnusableInput(f"{quoted(entity.kind)} is no kind of thing; map it to one of {known}")
    if not any(map(str.isalnum, entity.label)):
        raise UnusableInput("its label has no letter or digit; give a name")
    if (entity.id or entity.label) in others:
        raise UnusableInput("an entity before it has the same id; give each an id of its own")
    return entity


def _places(entity: schema.Entity, text: str) -> Iterator[tuple[Span, bool]]:
    """Its mentions, each with whether it was given by its place; all that is named must be there."""
    for alias in entity.aliases:
        if not (found := list(occurrences(alias, text))):
            raise UnusableInput(f"its alias {quoted(alias)} is not in the text; leave it out")
        yield from ((span, False) for span in found)
    for mention in entity.mentions:
        if span := placed(mention, text):
            yield span, True
            continue
        if not (found := list(occurrences(str(mention), text))):
            raise UnusableInput(f"its mention {quoted(str(mention))} is not in the text; quote it exactly")
        yield from ((span, False) for span in found)
    if not entity.mentions:
        found = list(occurrences(entity.label, text))
        if not found and not entity.aliases:
            raise UnusableInput("its label is not in the text; give its mentions")
        yield from ((span, False) for span in found)


def _longest(stands: Iterable[Stand]) -> dict[str, tuple[Span, ...]]:
    """By entity; words found inside longer ones that were found ("Lee" in "Ann Lee") name nobody by themselves."""
    kept: dict[str, list[Span]] = {}
    reach = 0  # the furthest end of what was found before
    ordered = sorted(stands, key=lambda stand: (stand.span.begin, -stand.span.end, stand.key, stand.given))
    for span, group in groupby(ordered, key=lambda stand: stand.span):
        here = list(group)
        for stand in here:
            if stand.given or span.end > reach:
                kept.setdefault(stand.key, []).append(span)
        if not all(stand.given for stand in here):
            reach = max(reach, span.end)
    return {key: tuple(dict.fromkeys(spans)) for key, spans in kept.items()}


def _named(wanted: Mapping[str, schema.Entity]) -> dict[str, LocalEntity]:
    """With ids that are unique in the document: a number tells apart who shares a label."""
    taken: set[str] = set()
    found = {}
    for key, entity in wanted.items():
        label = " ".join(entity.label.split())
        bare, number = slug(label), 1
        while (id := bare if number == 1 else f"{bare}-{number}") in taken:
            number += 1
        taken.add(id)
        others = sorted({" ".join(alias.split()) for alias in entity.aliases} - {label})
        found[key] = LocalEntity(id, entity.kind, label, tuple(others), entity.named)
    return found
