"""How far apart the lines of a text are, from one baseline to the next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from kg.read.sheets import Sheet

_LEAST: Final = 0.9  # times the size of the letters; what is nearer is raised or lowered, and no line below
_RARE: Final = 0.2  # of how often the most usual distance is found; between paragraphs lie more than between lines
_WIDER: Final = 1.25


class Leading:
    """The usual distance of lines, by the size of their letters."""

    def __init__(self, pages: Iterable[Sheet]) -> None:
        found: defaultdict[int, Counter[float]] = defaultdict(Counter)
        for page in pages:
            for above, below in pairwise(page):
                distance = round(above.y - below.y, 1)
                if round(above.size) == round(below.size) and distance >= _LEAST * below.size:
                    found[round(below.size)][distance] += 1
        self._usual: Mapping[int, float] = {size: _least(distances) for size, distances in found.items()}

    def is_gap(self, distance: float, size: float) -> bool:
        """Whether more lies between two lines than between those of one paragraph."""
        return distance > _WIDER * self._usual.get(round(size), 1.6 * size)


def _least(distances: Counter[float]) -> float:
    most = max(distances.values())
    return min(distance for distance, count in distances.items() if count >= _RARE * most)
