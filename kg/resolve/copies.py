"""Near-duplicates among texts, found by MinHash and locality-sensitive hashing instead of comparing all pairs.

What is compared is the Jaccard index: the shingles that two texts share, of all that either has. The sketch of a text
holds the least hash of its shingles for each of many hash functions; two texts have as many of them in common as they
share shingles. Sketches are cut into bands, and only texts with a band in common are looked at: of two that are just
alike enough, less than one in a thousand has none. What is decided of a pair is decided by the two alone.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rensa import RMinHash

LIKENESS = 0.25
"""From this Jaccard index on, texts are near-duplicates; `tests/eval/copies` says how it was chosen."""

Sketch = bytes
"""256 numbers of 32 bits, whatever the length of the text, or nothing: small enough to be stored."""

_HASHES, _SEED = 256, 1
_FORMAT = f"<{_HASHES}I"
_BAND = 2 * struct.calcsize("<I")
_FEWEST = 5
_FEWEST_OF_DOCUMENT = 40


def passage_sketch(shingles: AbstractSet[str]) -> Sketch:
    """A few words have none: they are the same by chance."""
    return _sketch(shingles) if len(shingles) >= _FEWEST else b""


def document_sketch(shingles: AbstractSet[str]) -> Sketch:
    """A brief has none: many of them are one formula with other names and figures."""
    return _sketch(shingles) if len(shingles) >= _FEWEST_OF_DOCUMENT else b""


def _sketch(shingles: AbstractSet[str]) -> Sketch:
    found = RMinHash(_HASHES, _SEED)
    found.update(sorted(shingles))
    return struct.pack(_FORMAT, *found.digest())


def similar(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are near-duplicates, as their sketches estimate it."""
    both = zip(struct.iter_unpack("<I", one), struct.iter_unpack("<I", other), strict=False)
    return sum(left == right for left, right in both) >= LIKENESS * _HASHES


def overlapping(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two texts are near-duplicates, counted exactly; a few shingles in common are chance."""
    shared = len(one & other)
    return shared >= max(_FEWEST, LIKENESS * (len(one) + len(other) - shared))


def near_duplicates(sketches: Sequence[Sketch], alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Groups of texts, by position, in which each is alike to another: sorted, and none of a single text."""
    groups = Groups(len(sketches))
    for bucket in _buckets(sketches):
        seen: list[list[int]] = []
        for one in bucket:
            for others in seen:
                if groups.together(one, others[0]) or any(alike(one, other) for other in others):
                    groups.join(one, others[0])
            home = next((others for others in seen if groups.together(one, others[0])), None)
            seen.append([one]) if home is None else home.append(one)
    return [group for group in groups.all() if len(group) > 1]


def _buckets(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    """The texts that share a band, two at least."""
    found: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    for position, numbers in enumerate(sketches):
        for start in range(0, len(numbers), _BAND):
            found[start, numbers[start : start + _BAND]].append(position)
    return (bucket for bucket in found.values() if len(bucket) > 1)


class Groups:
    """Numbers from zero on, each alone until it is joined with others."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._first(one), self._first(other)))
        self._leader[second] = first

    def together(self, one: int, other: int) -> bool:
        return self._first(one) == self._first(other)

    def all(self) -> list[list[int]]:
        """Sorted, as are their members."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._leader)):
            found[self._first(number)].append(number)
        return list(found.values())

    def _first(self, number: int) -> int:
        while (leader := self._leader[number]) != number:
            self._leader[number] = self._leader[leader]
            number = leader
        return number
