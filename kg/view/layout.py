"""Where entities stand: a pure function of the graph, in which no label covers another as far as can be.

Each connected part is drawn by a spring layout, of several the one whose lines cross least; then its labels are pushed
apart, and the parts are set in rows. Lengths are pixels at scale 1, `y` grows downwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

import networkx as nx

from kg.view.boxes import Point, Size
from kg.view.spread import spread

Places = dict[str, Point]

ASPECT: Final = 2.1
GAP: Final = 12.0
_SEEDS: Final = range(24)
# How many nodes are set out in all tries together: small parts are tried more often.
_EFFORT: Final = 480
_FEWEST_TRIES: Final = 3
_INSIDE, _BETWEEN = 2.0, 0.7
# Of a window width to height, and the widths of rows that are tried, in tenths of the widest part.
_WINDOW: Final = 1.8
_WIDTHS: Final = range(10, 31)


def positions(
    nodes: Mapping[str, Size], edges: Mapping[tuple[str, str], Size], communities: Mapping[str, int]
) -> Places:
    """The centre of each node, in whole pixels, given the sizes of the labels of nodes and edges.

    Edges inside a community pull more than those between two.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    pulls = {(a, b): _INSIDE if communities.get(a) == communities.get(b) else _BETWEEN for a, b in edges}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    arranged = [_arrange(part, nodes, {e: edges[e] for e in sorted(edges) if e[0] in part}, pulls) for part in parts]
    return {node: (round(x), round(y)) for node, (x, y) in _rows(arranged, nodes).items()}


def _arrange(
    part: Sequence[str],
    nodes: Mapping[str, Size],
    edges: Mapping[tuple[str, str], Size],
    pulls: Mapping[tuple[str, str], float],
) -> Places:
    if len(part) == 2:
        return _pair(part, nodes, next(iter(edges.values())))
    number = {node: place for place, node in enumerate(part)}
    joined = {(number[a], number[b]): size for (a, b), size in edges.items()}
    weighted = [(number[a], number[b], pulls[a, b]) for a, b in edges]
    sizes = [nodes[node] for node in part]
    return dict(zip(part, spread(_starts(len(part), weighted), sizes, joined, GAP, ASPECT), strict=True))


def _pair(part: Sequence[str], nodes: Mapping[str, Size], label: Size) -> Places:
    """One above the other, with room for what stands between them."""
    upper, lower = part
    return {upper: (0, 0), lower: (0, (nodes[upper].height + nodes[lower].height) / 2 + label.height + 2 * GAP)}


def _starts(count: int, edges: Sequence[tuple[int, int, float]]) -> list[list[Point]]:
    """In the unit square; the layouts that have the fewest crossings. Edges have weights."""
    if count == 1:
        return [[(0.5, 0.5)]]
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(edges)
    joined = [edge[:2] for edge in edges]
    layouts = (_unit(nx.spring_layout(graph, seed=seed, iterations=120)) for seed in _SEEDS)
    return sorted(layouts, key=lambda places: _crossings(places, joined))[: max(_FEWEST_TRIES, _EFFORT // count)]


def _unit(found: Mapping[int, Sequence[float]]) -> list[Point]:
    """Fitted into the unit square. Rounded, for the last bits may differ from processor to processor."""
    xs, ys = zip(*(found[node] for node in sorted(found)), strict=True)
    return list(zip(_fit(xs), _fit(ys), strict=True))


def _fit(values: Sequence[float]) -> list[float]:
    low, span = min(values), max(values) - min(values)
    return [round(float((value - low) / span), 4) if span else 0.5 for value in values]


def _crossings(places: Sequence[Point], edges: Sequence[tuple[int, int]]) -> int:
    pairs = (pair for pair in combinations(edges, 2) if not set(pair[0]) & set(pair[1]))
    return sum(_cross(*(places[node] for edge in pair for node in edge)) for pair in pairs)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _left(a, b, c) != _left(a, b, d) and _left(c, d, a) != _left(c, d, b)


def _left(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _bounds(places: Places, nodes: Mapping[str, Size]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes."""
    boxes = [(x, y, nodes[node].width / 2, nodes[node].height / 2) for node, (x, y) in places.items()]
    lefts, tops, rights, bottoms = zip(*((x - w, y - h, x + w, y + h) for x, y, w, h in boxes), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _rows(parts: Iterable[Places], nodes: Mapping[str, Size]) -> Places:
    """The parts side by side, in rows of the width with which all of them are seen the largest in a window."""
    framed = [(places, *_bounds(places, nodes)) for places in parts]
    sizes = [(right - left + 3 * GAP, bottom - top + 3 * GAP) for _, left, top, right, bottom in framed]
    if not sizes:
        return {}
    least = max(width for width, _ in sizes)
    corners = min((_corners(sizes, least * step / 10) for step in _WIDTHS), key=lambda found: _extent(found, sizes))
    return {
        node: (px - left + x, py - top + y)
        for (places, left, top, *_), (x, y) in zip(framed, corners, strict=True)
        for node, (px, py) in places.items()
    }


def _corners(sizes: Iterable[tuple[float, float]], limit: float) -> list[Point]:
    """Of each part the upper left one."""
    found: list[Point] = []
    x = y = row = 0.0
    for width, height in sizes:
        if x and x + width > limit:
            x, y, row = 0.0, y + row, 0.0
        found.append((x, y))
        x, row = x + width, max(row, height)
    return found


def _extent(corners: Iterable[Point], sizes: Iterable[tuple[float, float]]) -> float:
    """How high a window has to be that holds them all."""
    spans = [((x + w) / _WINDOW, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    return max(max(span) for span in spans)
