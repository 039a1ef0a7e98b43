"""Pairs of local entities that may be one: kept by the entities that they belong to, for which one pair is shown."""

import json
from collections.abc import Iterator

from kg.index import Index
from kg.model import Member, PossibleMatch
from kg.resolve.identity import Near
from kg.resolve.matches import Between, between, match

_SELECT = """
    SELECT rowid, one, other, likeness, reasons, left_document, left_entity, right_document, right_entity FROM near
"""


class Pairs:
    """`before` and `after`: what is shown of the entities whose pairs were touched."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._before: dict[Between, PossibleMatch | None] = {}

    @property
    def before(self) -> tuple[PossibleMatch, ...]:
        return tuple(filter(None, self._before.values()))

    @property
    def after(self) -> tuple[PossibleMatch, ...]:
        return tuple(filter(None, map(self._shown, self._before)))

    def add(self, near: Near, short: Member | None = None) -> None:
        """A pair of members whose entities the index knows; `short`: the one that is a short name, if one is."""
        ends = sorted(map(self._owner, (near.left, near.right)))
        self._touch(*ends)
        pair = *_key(near.left), *_key(near.right), near.likeness, json.dumps(near.reasons)
        sql = "INSERT INTO near VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._index.run(sql, *pair, *ends, short.reference if short else None)

    def drop_of_names(self, entity: str) -> None:
        """Those of full names: what their entities are has been asked again."""
        for column in ("one", "other"):
            self._drop(f"{column} = ? AND short IS NULL", entity)

    def drop_of_short(self, member: Member) -> None:
        self._drop("short = ?", member.reference)

    def move(self, member: Member) -> None:
        """To the entity that it belongs to now."""
        for side in ("left", "right"):
            for id, near in self._rows(f"{side}_document = ? AND {side}_entity = ?", *_key(member)):
                ends = sorted(map(self._owner, (near.left, near.right)))
                self._touch(*ends)
                self._index.run("UPDATE near SET one = ?, other = ? WHERE rowid = ?", *ends, id)

    def _drop(self, where: str, value: str) -> None:
        for id, _ in self._rows(where, value):
            self._index.run("DELETE FROM near WHERE rowid = ?", id)

    def _rows(self, where: str, *values: str) -> Iterator[tuple[int, Near]]:
        """What is found is about to change."""
        for id, *ends, near in self._read(where, *values):
            self._touch(*ends)
            yield id, near

    def _read(self, where: str, *values: str) -> list[tuple[int, str, str, Near]]:
        return [
            (id, one, other, Near(Member(*ends[:2]), Member(*ends[2:]), likeness, tuple(json.loads(reasons))))
            for id, one, other, likeness, reasons, *ends in self._index.rows(f"{_SELECT} WHERE {where}", *values)
        ]

    def _touch(self, one: str, other: str) -> None:
        own = between(one, other)
        if own not in self._before:
            self._before[own] = self._shown(own)

    def _shown(self, own: Between) -> PossibleMatch | None:
        """A short name that belongs to the same entity asks nothing."""
        near = [
            near
            for *_, near in self._read("one = ? AND other = ? AND (short IS NULL OR one != other)", own[0], own[-1])
        ]
        return match(own, near) if near else None

    def _owner(self, member: Member) -> str:
        ((id,),) = self._index.rows("SELECT entity FROM owner WHERE document = ? AND local = ?", *_key(member))
        return str(id)


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.entity
