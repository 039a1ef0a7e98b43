"""Pushes boxes apart inside a window, which grows until none covers another or its size is no longer worth it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.view.boxes import Boxes, Indices, Numbers, Point, Size

_GROWTHS: Final = 12
_GROWTH: Final = 1.06
_COST: Final = 1000
_ROUNDS: Final = 25
_DENSITY: Final = 1.2


def spread(
    starts: Iterable[Sequence[Point]],
    nodes: Sequence[Size],
    edges: Mapping[tuple[int, int], Size],
    gap: float,
    aspect: float,
) -> list[Point]:
    """The centres of the nodes, from the start that ends best; `starts` are in the unit square."""
    boxes = Boxes.of(nodes, edges, gap)
    half = np.array([[size.width / 2, size.height / 2] for size in nodes])
    room = _DENSITY * sum((size.width + gap) * (size.height + gap) for size in (*nodes, *edges.values()))
    window = np.array([(room * aspect) ** 0.5, (room / aspect) ** 0.5])
    least, best = float("inf"), half
    for start in starts:
        for cost, at in _grow(np.array(start) * window, boxes, half, window, least):
            if cost < least:
                least, best = cost, at
    return [(float(x), float(y)) for x, y in best]


def _grow(at: Numbers, boxes: Boxes, half: Numbers, window: Numbers, most: float) -> Iterator[tuple[float, Numbers]]:
    """What it costs and how it looks, in windows of growing size until nothing overlaps or size alone costs `most`."""
    for growth in range(_GROWTHS):
        if _COST * _GROWTH**growth >= most:
            return
        at = _settle(at, boxes, half, window)
        clashes = boxes.clashes(at)
        yield (_COST + clashes) * _GROWTH**growth, at
        if not clashes:
            return
        at, window = at * _GROWTH, window * _GROWTH


def _settle(at: Numbers, boxes: Boxes, half: Numbers, window: Numbers) -> Numbers:
    for _ in range(_ROUNDS):
        at = np.clip(at + _pushes(at, boxes, window[0] / window[1]), half, np.maximum(window - half, half))
    return at


def _pushes(at: Numbers, boxes: Boxes, aspect: float) -> Numbers:
    """How far each node is pushed, on average over the boxes that push it, along the axis that needs less."""
    way, over = boxes.gaps(at)
    hit = np.flatnonzero((over[:, 0] > 0) & (over[:, 1] > 0))
    way, over = way[hit], over[hit]
    across = over[:, 0] <= over[:, 1] * aspect
    axis = np.stack([across, ~across], axis=1)
    force = np.where(axis, over * np.where(way < 0, -0.5, 0.5), 0.0)
    pushed = boxes.pushed[hit]
    pulls = force[:, None, :] * boxes.sign[hit][:, :, None]
    counts = axis[:, None, :] & (boxes.sign[hit] != 0)[:, :, None]
    return np.stack([_average(pushed, pulls[..., k], counts[..., k], len(at)) for k in (0, 1)], axis=1)


def _average(pushed: Indices, pulls: Numbers, counts: NDArray[np.bool_], nodes: int) -> Numbers:
    total = np.bincount(pushed.ravel(), pulls.ravel(), nodes)
    return total / np.maximum(np.bincount(pushed.ravel(), counts.ravel(), nodes), 1)
