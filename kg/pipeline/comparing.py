"""What files hold now, beside what a store has from them: what comes, what goes, and what must stay."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kg.pipeline.intake import Refusal
from kg.store.places import Place

Pair = tuple[str, str]
"""A source, and the id of a document under it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the files hold: the articles that can be used, and what cannot.

    `unread`: the places of files and folders of which something could not be used.
    """

    places: frozenset[Place]
    refused: tuple[Refusal, ...]
    unread: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Had:
    """What a store has: `pairs` of all its articles; `places` that lie in the folders; `elsewhere`: pairs of others."""

    pairs: frozenset[Pair]
    places: frozenset[Place]
    elsewhere: frozenset[Pair]


@dataclass(frozen=True)
class Comparison:
    """A pure function of the two. What cannot be read now is not gone: what the store has of it stays."""

    had: Had
    held: Held

    @cached_property
    def now(self) -> frozenset[Pair]:
        return _pairs(self.held.places)

    @cached_property
    def staying(self) -> frozenset[Place]:
        """What is not found any more, in files that could not be read as a whole."""
        sources = {source for source, _ in self.now}
        left = self.had.places - self.held.places
        return frozenset(p for p in left if p.source not in sources and not self.held.unread.isdisjoint(_above(p.path)))

    @cached_property
    def gone(self) -> frozenset[Place]:
        return self.had.places - self.held.places - self.staying

    @cached_property
    def lost(self) -> frozenset[Pair]:
        """Sources that documents of the store lose: no file has them any more."""
        return (_pairs(self.gone) & self.had.pairs) - self.now - _pairs(self.staying) - self.had.elsewhere

    @cached_property
    def new(self) -> frozenset[str]:
        """The documents that the store does not have."""
        return _documents(self.now) - _documents(self.had.pairs)

    @cached_property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Of documents that stay: a source that went and one that came in its place."""
        came, went = _by_document(self.now - self.had.pairs), _by_document(self.lost)
        pairs = (zip(went[id], came[id], strict=False) for id in went.keys() & came.keys())
        new = self._sources - self._before
        return tuple(
            sorted((old, name) for old, name in chain.from_iterable(pairs) if old not in self._sources if name in new)
        )

    @cached_property
    def loaded(self) -> tuple[str, ...]:
        """Sources that the store did not have."""
        return tuple(sorted(self._sources - self._before - {new for _, new in self.renamed}))

    @cached_property
    def replaced(self) -> tuple[str, ...]:
        """Sources with other articles than before."""
        changed = {source for source, _ in (self.now - self.had.pairs) | self.lost}
        return tuple(sorted(changed & self._sources & self._before))

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """Sources that are there no more."""
        return tuple(sorted({source for source, _ in self.lost} - self._sources - {old for old, _ in self.renamed}))

    @cached_property
    def unchanged(self) -> tuple[str, ...]:
        return tuple(sorted((self._sources & self._before) - set(self.replaced)))

    @cached_property
    def share(self) -> tuple[int, int]:
        """How many documents that came from the files would go, with none in their place, and of how many."""
        known = _documents(_pairs(self.had.places) & self.had.pairs)
        going = _documents(pair for pair in self.lost if pair[0] not in self._sources)
        return len(going - _documents(self.now) - _documents(_pairs(self.staying))), len(known)

    @cached_property
    def _sources(self) -> frozenset[str]:
        return frozenset(source for source, _ in self.now)

    @cached_property
    def _before(self) -> frozenset[str]:
        """The sources that came from the files before, or under which the store has the same."""
        return frozenset(source for source, _ in _pairs(self.had.places) & self.had.pairs | self.now & self.had.pairs)


def _pairs(places: Iterable[Place]) -> frozenset[Pair]:
    return frozenset((place.source, place.document) for place in places)


def _documents(pairs: Iterable[Pair]) -> frozenset[str]:
    return frozenset(document for _, document in pairs)


def _by_document(pairs: Collection[Pair]) -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for source, document in sorted(pairs):
        found[document].append(source)
    return found


def _above(path: bytes) -> Iterator[bytes]:
    """The path, and those of the folders that it lies in."""
    while path:
        yield path
        path = path.rpartition(b"/")[0]
