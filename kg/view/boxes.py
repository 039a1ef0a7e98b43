"""The boxes of a drawing that should not cover one another, as arrays.

Every node is a box, so is the label in the middle of every edge, and every edge has two more points that no node should
cover. Only sums, products and comparisons of single numbers are used: these give the same bits on every processor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indices = NDArray[np.intp]
Point = tuple[float, float]

# By how much larger a window may be, in thousandths, if that saves one overlap.
_NODES, _NODE_AND_LABEL, _OTHERS = 1000, 40, 12
_CLEARANCE: Final = 5.0
_ARROW: Final = 12.0
_MOST_PUSHED: Final = 4
_ALONG: Final = (0.25, 0.75)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a box, in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """It stands at `share` of the way from one node to another; both are the same for the box of a node itself."""

    start: int
    end: int
    share: float
    size: Size

    @property
    def is_point(self) -> bool:
        return self.share in _ALONG

    @property
    def is_node(self) -> bool:
        return self.start == self.end

    @property
    def hangs_on(self) -> set[int]:
        return {self.start, self.end}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two boxes that should not overlap."""

    one: Box
    other: Box

    @property
    def matters(self) -> bool:
        """Lines may cross lines and pass under labels, and leave the nodes that they join."""
        if not (self.one.is_point or self.other.is_point):
            return True
        return self._has_node and not self._is_joined

    @property
    def worth(self) -> int:
        if self.one.is_node and self.other.is_node:
            return _NODES
        return _NODE_AND_LABEL if self._has_node and not (self.one.is_point or self.other.is_point) else _OTHERS

    def need(self, gap: float) -> tuple[float, float]:
        """How far apart the centres must be on either axis; an arrow needs room between a node and its label."""
        own = _ARROW if self._has_node and self._is_joined else gap / 3
        space = gap if self.one.is_node and self.other.is_node else own
        one, other = self.one.size, self.other.size
        return (one.width + other.width) / 2 + space, (one.height + other.height) / 2 + space

    def pushed(self) -> list[tuple[int, float]]:
        """The nodes that move and which way, filled up to four: what both boxes hang on stays."""
        left, right = self.one.hangs_on, self.other.hangs_on
        moved = [(node, -1.0) for node in sorted(left - right)] + [(node, 1.0) for node in sorted(right - left)]
        return moved + [(0, 0.0)] * (_MOST_PUSHED - len(moved))

    @property
    def _has_node(self) -> bool:
        return self.one.is_node or self.other.is_node

    @property
    def _is_joined(self) -> bool:
        return bool(self.one.hangs_on & self.other.hangs_on)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes and, a row for each pair: its boxes, the distance they need, its worth, whom they push which way."""

    start: Indices
    end: Indices
    share: Numbers
    pairs: Indices
    need: Numbers
    worth: Indices
    pushed: Indices
    sign: Numbers

    @classmethod
    def of(cls, nodes: Sequence[Size], edges: Mapping[tuple[int, int], Size], gap: float) -> "Boxes":
        found = [Box(number, number, 0.0, size) for number, size in enumerate(nodes)]
        found += [Box(*ends, 0.5, size) for ends, size in edges.items()]
        found += [Box(*ends, share, Size(_CLEARANCE, _CLEARANCE)) for ends in edges for share in _ALONG]
        every = ((p, q, Pair(found[p], found[q])) for p, q in combinations(range(len(found)), 2))
        kept = [(p, q, pair) for p, q, pair in every if pair.matters]
        pushes = [pair.pushed() for *_, pair in kept]
        return cls(
            start=np.array([box.start for box in found]),
            end=np.array([box.end for box in found]),
            share=np.array([[box.share] for box in found]),
            pairs=np.array([(p, q) for p, q, _ in kept], dtype=np.intp).reshape(-1, 2),
            need=np.array([pair.need(gap) for *_, pair in kept]).reshape(-1, 2),
            worth=np.array([pair.worth for *_, pair in kept], dtype=np.intp),
            pushed=np.array([[node for node, _ in push] for push in pushes], dtype=np.intp).reshape(-1, _MOST_PUSHED),
            sign=np.array([[sign for _, sign in push] for push in pushes]).reshape(-1, _MOST_PUSHED),
        )

    def gaps(self, at: Numbers) -> tuple[Numbers, Numbers]:
        """For each pair the way from one centre to the other, and by how much the two overlap on either axis."""
        centres = at[self.start] * (1 - self.share) + at[self.end] * self.share
        way = centres[self.pairs[:, 1]] - centres[self.pairs[:, 0]]
        return way, self.need - np.abs(way)

    def clashes(self, at: Numbers) -> int:
        """What all overlaps of more than a pixel are worth, in thousandths of the window's size."""
        return int(self.worth[(self.gaps(at)[1] > 1).all(axis=1)].sum())
