"""Conflicts, changes over time and possible matches: which of two graphs are one, and what is told of them.

Each stands between statements or entities and goes on where these do, whatever they are called by now.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from itertools import product

from kg.diff.side import Side
from kg.model import Difference, DifferenceKind
from kg.pages.clashes import change_sides, conflict_sides
from kg.pages.matches import match_text, telling

After = Callable[[str], Collection[str]]
"""The ids under which a statement or entity of the older graph goes on."""


@dataclass(frozen=True, slots=True)
class _Link:
    """`id` begins with what it is of; `ends` are the statements or entities that it is between, `ordered` or not."""

    id: str
    kind: Hashable
    ends: tuple[str, ...]
    words: str
    ordered: bool = False

    def key(self, ends: tuple[str, ...]) -> Hashable:
        """What one of this kind between these has in common with another."""
        return self.kind, len(self.ends), ends if self.ordered else frozenset(ends)


_Pair = tuple[_Link | None, _Link | None]


def conflict_changes(old: Side, new: Side, after: After) -> list[Difference]:
    """Those that came, went, or whose sides say something else now."""
    return _differences(_pairs(_conflicts(old), _conflicts(new), after))


def changes_over_time(old: Side, new: Side, after: After) -> list[Difference]:
    """The same of changes."""
    return _differences(_pairs(_changes(old), _changes(new), after))


def match_changes(old: Side, new: Side, after: After) -> list[Difference]:
    """Those that came and those that went, the most telling first; that more is known of one is not told."""
    return _differences(pair for pair in _pairs(_matches(old), _matches(new), after) if None in pair)


def _conflicts(side: Side) -> list[_Link]:
    found = []
    for one in side.corpus.conflicts:
        sides = "; but ".join(position.words for position in conflict_sides(one, side.words))
        words = f"{side.words.term(one.kind)}: {sides}"
        found.append(_Link(f"conflict:{one.id}", (one.kind, one.qualifier), one.between, words))
    return sorted(found, key=lambda link: (link.words, link.id))


def _changes(side: Side) -> list[_Link]:
    found = []
    for one in side.corpus.changes:
        sides = " → ".join(position.words for position in change_sides(one, side.words))
        words = f"{side.words.term(one.kind)}, between {one.earliest} and {one.latest}: {sides}"
        found.append(_Link(f"change:{one.id}", one.kind, (one.earlier, one.later), words, ordered=True))
    return sorted(found, key=lambda link: (link.words, link.id))


def _matches(side: Side) -> list[_Link]:
    lookup = side.words.lookup
    told = telling(side.corpus.matches, lookup)
    return [_Link(f"match:{one.id}", None, one.between, match_text(one, lookup)) for one in told]


def _pairs(old: Iterable[_Link], new: Iterable[_Link], after: After) -> list[_Pair]:
    """Every one of both sides is in one pair."""
    waiting = {link.key(link.ends): link for link in new}
    found: list[_Pair] = []
    for link in old:
        ways = product(*(sorted(after(end)) for end in link.ends))
        keys = map(link.key, ways)
        found.append((link, next((waiting.pop(key) for key in keys if key in waiting), None)))
    return [*found, *((None, link) for link in waiting.values())]


def _differences(pairs: Iterable[_Pair]) -> list[Difference]:
    return [difference for old, new in pairs if (difference := _difference(old, new))]


def _difference(old: _Link | None, new: _Link | None) -> Difference | None:
    kind = _kind(old, new)
    if kind is None:
        return None
    return Difference(
        kind,
        before=(old.id,) if old else (),
        after=(new.id,) if new else (),
        words_before=old.words if old else None,
        words_after=new.words if new else None,
    )


def _kind(old: _Link | None, new: _Link | None) -> DifferenceKind | None:
    if old is None or new is None:
        return DifferenceKind.CAME if new else DifferenceKind.WENT
    if old.words != new.words:
        return DifferenceKind.DETAILS_CHANGED
    return None if old.id == new.id else DifferenceKind.RENAMED
