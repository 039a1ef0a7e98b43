"""Forms of names, and which of them may be one entity: the likeness of two is asked once, when the second comes."""

from collections.abc import Iterable
from enum import Enum, auto
from itertools import combinations
from typing import Protocol

import networkx as nx

from kg.index.tables import Index

_BONDS = "SELECT one, other FROM bond JOIN form ON id = one WHERE component = ?"


class Tie(Enum):
    """What two forms are to each other: one, neither surely one nor surely two, or two."""

    SURE = auto()
    OPEN = auto()
    NONE = auto()


class Alike(Protocol):
    """What resolution knows of two forms, by their keys."""

    def blocks(self, form: str) -> frozenset[str]:
        """Two that share none have no tie."""

    def tie(self, left: str, right: str) -> Tie: ...


class Forms:
    """`touched`: the components with forms of documents that came or went; `merged`: those that were several."""

    def __init__(self, index: Index, alike: Alike) -> None:
        self.touched: set[int] = set()
        self.merged: set[int] = set()
        self._index = index
        self._alike = alike

    def add(self, key: str) -> int:
        """The id of the form, which is made if there is none."""
        rows = self._index.rows("SELECT id, component FROM form WHERE key = ?", key)
        id, component = rows[0] if rows else self._new(key)
        self.touched.add(component)
        return int(id)

    def _new(self, key: str) -> tuple[int, int]:
        blocks = sorted(self._alike.blocks(key))
        ties = [(self._alike.tie(key, found), other, component) for other, found, component in self._candidates(blocks)]
        linked = {component for tie, _, component in ties if tie is Tie.SURE}
        id = self._index.run("INSERT INTO form (key) VALUES (?)", key)
        component = min(linked, default=id)
        doubted = [other for tie, other, _ in ties if tie is Tie.OPEN]
        self._index.run_all("INSERT INTO doubt VALUES (?, ?)", (p for o in doubted for p in ((id, o), (o, id))))
        self._index.run("UPDATE form SET component = ? WHERE id = ?", component, id)
        self._index.run_all("INSERT INTO block VALUES (?, ?)", ((block, id) for block in blocks))
        if len(linked) > 1:
            self._merge(linked, component)
        return id, component

    def _candidates(self, blocks: Iterable[str]) -> set[tuple[int, str, int]]:
        """Ids, keys and components."""
        sql = "SELECT id, form.key, component FROM block JOIN form ON form.id = block.form WHERE block.key = ?"
        return {(id, key, component) for block in blocks for id, key, component in self._index.rows(sql, block)}

    def _merge(self, components: set[int], into: int) -> None:
        for component in components - {into}:
            self._index.run("UPDATE form SET component = ? WHERE component = ?", into, component)
        self.touched -= components
        self.merged = self.merged - components | {into}

    def bind(self, form: int, other: int) -> None:
        """Two forms may be one entity, whatever their tie is, from when a row of `bond` says so."""
        components = {component for id in (form, other) for component in self._component(id)}
        if len(components) > 1:
            self._merge(components, min(components))
        self.touched.add(min(components))

    def unbind(self, form: int) -> None:
        """A row of `bond` has gone that one of the two forms was in."""
        for component in self._component(form):
            self._part(component)

    def _component(self, form: int) -> list[int]:
        return self._index.column("SELECT component FROM form WHERE id = ?", form)

    def drop(self, ids: Iterable[int]) -> None:
        """Forgets forms that no member has any more, and parts what only they held together."""
        for id in sorted(set(ids)):
            ((key, component),) = self._index.rows("SELECT key, component FROM form WHERE id = ?", id)
            self.touched.add(component)
            if not self._index.rows("SELECT 1 FROM member WHERE form = ? LIMIT 1", id):
                blocks = self._alike.blocks(key)
                self._index.run_all("DELETE FROM block WHERE key = ? AND form = ?", ((block, id) for block in blocks))
                doubts = self._index.rows("SELECT form, other FROM doubt WHERE form = ?", id)
                both = (pair for form, other in doubts for pair in ((form, other), (other, form)))
                self._index.run_all("DELETE FROM doubt WHERE form = ? AND other = ?", both)
                self._index.run("DELETE FROM form WHERE id = ?", id)
                self._part(component)

    def _part(self, component: int) -> None:
        """The id of a component is the least one of its forms."""
        forms = dict(self._index.rows("SELECT id, key FROM form WHERE component = ?", component))
        graph = nx.Graph()
        graph.add_nodes_from(forms)
        graph.add_edges_from(pair for pair in combinations(forms, 2) if self._linked(*(forms[id] for id in pair)))
        graph.add_edges_from(self._index.rows(_BONDS, component))
        self.touched.discard(component)
        for part in nx.connected_components(graph):
            least = min(part)
            self._index.run_all("UPDATE form SET component = ? WHERE id = ?", ((least, id) for id in part))
            self.touched.add(least)
            self.merged.discard(component)
            self.merged.add(least)

    def _linked(self, left: str, right: str) -> bool:
        shared = self._alike.blocks(left) & self._alike.blocks(right)
        return bool(shared) and self._alike.tie(left, right) is Tie.SURE
