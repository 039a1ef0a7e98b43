"""How lines between the same two entities fan out, so that their labels do not cover one another."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from kg.view.boxes import Point, Size
from kg.view.choose import Link

# From one line to the next, in vis-network's measure of roundness; it draws a half circle at 1.
_STEPS: Final = tuple(step / 20 for step in range(5, 20))
_MOST: Final = 0.95


def bends(links: Sequence[Link], labels: Sequence[Size], places: Mapping[str, Point]) -> list[float]:
    """The roundness of each line as seen from its subject: 0 is straight, above 0 it bends clockwise."""
    pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        pairs[min(link.subject, link.object), max(link.subject, link.object)].append(number)
    found = [0.0] * len(links)
    for (start, end), numbers in pairs.items():
        fan = _fan([labels[number] for number in numbers], places[start], places[end])
        for number, bend in zip(numbers, fan, strict=True):
            found[number] = bend if links[number].subject == start else -bend
    return found


def _fan(labels: Sequence[Size], start: Point, end: Point) -> list[float]:
    """The least that keeps the labels apart, or else the most there is."""
    fans = list(_fans(len(labels)))
    return next((fan for fan in fans if _apart(labels, fan, start, end)), fans[-1])


def _fans(count: int) -> Iterator[list[float]]:
    """Fans of so many lines, from the narrowest to the widest."""
    for step in _STEPS:
        fan = [round((place - (count - 1) / 2) * step, 3) for place in range(count)]
        if step == _STEPS[0] or fan[-1] <= _MOST:
            yield [max(-_MOST, min(_MOST, bend)) for bend in fan]


def _apart(labels: Sequence[Size], fan: Sequence[float], start: Point, end: Point) -> bool:
    wide, high = abs(end[1] - start[1]), abs(end[0] - start[0])
    for (one, bend), (other, next_bend) in pairwise(zip(labels, fan, strict=True)):
        step = _offset(next_bend) - _offset(bend)
        if wide * step < (one.width + other.width) / 2 and high * step < (one.height + other.height) / 2:
            return False
    return True


def _offset(bend: float) -> float:
    """How far beside the straight line a bent one has its middle, in units of its length: vis-network's own rule."""
    return 0.25 * (1 + abs(bend)) * math.sin(bend * math.pi / 2)
