"""Which entities and statements are drawn at the start: the most important ones, so that the drawing stays readable.

An unnamed entity is drawn only where it takes part in a statement with a named one that is, or where nobody is named.
The page's script chooses in the same way wherever something else is to be drawn.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.model import Statement, Status
from kg.pages.lookup import Lookup
from kg.view.order import Ordered, drawable

LINKS_PER_ENTITY: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the drawing: all statements of one status from one entity to another, the weightiest first."""

    subject: str
    object: str
    status: Status
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is drawn, the most important first."""

    entities: tuple[str, ...]
    links: tuple[Link, ...]


def choose(every: Ordered, lookup: Lookup, top: int) -> Choice:
    """At most `top` entities, and at most `LINKS_PER_ENTITY` times as many lines between them."""
    links = _links(every.statements)
    chosen = _chosen(every.entities, links, lookup, top)
    between = [link for link in links if {link.subject, link.object} <= chosen]
    kept = tuple(between[: LINKS_PER_ENTITY * top])
    joined = {end for link in kept for end in (link.subject, link.object)}
    return Choice(tuple(name for name in every.entities if name in joined), kept)


def _links(statements: Iterable[Statement]) -> list[Link]:
    """By their weightiest statement."""
    groups: defaultdict[tuple[str, str, Status], list[Statement]] = defaultdict(list)
    for statement in filter(drawable, statements):
        groups[str(statement.subject), str(statement.object), statement.status].append(statement)
    return [Link(*ends, tuple(group)) for ends, group in groups.items()]


def _chosen(entities: Iterable[str], links: Iterable[Link], lookup: Lookup, top: int) -> set[str]:
    """The first named ones that are joined to another of them; as far as there is room, unnamed ones beside them.

    Where nobody is named, the ends of the weightiest lines.
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.subject].add(link.object)
        near[link.object].add(link.subject)
    ranked = [id for id in entities if id in near]
    named = [id for id in ranked if lookup.entities[id].named]
    unnamed = [id for id in ranked if not lookup.entities[id].named]
    seen, joined = set[str](), set[str]()
    for id in (*named, *unnamed):
        beside = near[id] & seen
        if len(joined | beside) + bool(beside) > top:
            continue
        if lookup.entities[id].named:
            seen.add(id)
        if beside:
            joined |= {id, *beside}
    return joined or set(list(dict.fromkeys(end for link in links for end in (link.subject, link.object)))[:top])
