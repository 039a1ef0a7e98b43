from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.boxes import Point, Size
from kg.view.layout import positions

NODE, EDGE = Size(110, 34), Size(80, 16)


def overlap(one: Point, other: Point, size: Size = NODE) -> bool:
    return abs(one[0] - other[0]) < size.width and abs(one[1] - other[1]) < size.height


def graph(edges: list[tuple[int, int]]) -> tuple[dict[str, Size], dict[tuple[str, str], Size]]:
    pairs = {(f"n{min(edge):02}", f"n{max(edge):02}") for edge in edges if edge[0] != edge[1]}
    return {name: NODE for pair in pairs for name in pair}, dict.fromkeys(pairs, EDGE)


SHAPES = {
    "nothing": [],
    "pair": [(0, 1)],
    "chain": [(n, n + 1) for n in range(12)],
    "ring": [(n, (n + 1) % 12) for n in range(12)],
    "star": [(0, n) for n in range(1, 20)],
    "pairs": [(2 * n, 2 * n + 1) for n in range(10)],
    "dense": list(combinations(range(8), 2)),
    "grid": [(n, n + 1) for n in range(24) if n % 5 != 4] + [(n, n + 5) for n in range(20)],
}


@pytest.mark.parametrize("edges", SHAPES.values(), ids=SHAPES)
def test_no_two_nodes_overlap(edges: list[tuple[int, int]]) -> None:
    places = positions(*graph(edges), {})
    assert set(places) == set(graph(edges)[0])
    assert not [pair for pair in combinations(places, 2) if overlap(places[pair[0]], places[pair[1]])]


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), st.randoms())
def test_order_of_nodes_and_edges_does_not_show(edges: list[tuple[int, int]], random: Random) -> None:
    nodes, lines = graph(edges)
    shuffled = [*nodes.items()], [*lines.items()]
    for items in shuffled:
        random.shuffle(items)
    assert positions(dict(shuffled[0]), dict(shuffled[1]), {}) == positions(nodes, lines, {})


def test_labels_of_lines_keep_clear_of_nodes_in_a_sparse_graph() -> None:
    nodes, lines = graph(SHAPES["chain"])
    places = positions(nodes, lines, {})
    for a, b in lines:
        middle = ((places[a][0] + places[b][0]) / 2, (places[a][1] + places[b][1]) / 2)
        both = Size((NODE.width + EDGE.width) / 2, (NODE.height + EDGE.height) / 2)
        assert not [name for name, place in places.items() if overlap(middle, place, both)]


def test_a_community_stands_together() -> None:
    """Two cliques with a bridge: whoever is of one is nearer to its middle than to that of the other."""
    cliques = [list(combinations(range(5), 2)), list(combinations(range(5, 10), 2))]
    nodes, lines = graph([*cliques[0], *cliques[1], (0, 5)])
    communities = {name: place // 5 for place, name in enumerate(sorted(nodes))}
    places = positions(nodes, lines, communities)
    middles = [
        tuple(sum(places[name][axis] for name in places if communities[name] == one) / 5 for axis in (0, 1))
        for one in (0, 1)
    ]
    for name, place in places.items():
        near = [sum((place[axis] - middle[axis]) ** 2 for axis in (0, 1)) for middle in middles]
        assert near.index(min(near)) == communities[name]
