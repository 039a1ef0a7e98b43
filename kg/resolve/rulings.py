"""What the judgements of people come to in these documents, before anything is resolved.

Rows of what is not there wait. Where rows contradict each other, "different" wins over "same": of a chain of "same"
between two that are different no row is better than another, so none of them joins.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from kg.model import Contradiction, DocumentGraph, Judgement, Member, Verdict
from kg.resolve.chains import between
from kg.resolve.references import Referents

Pair = tuple[Member, Member]
_CLAIM = "claim:"


@dataclass(frozen=True, slots=True)
class Rulings:
    """Sorted pairs, members and claims. `same` has no pair that `different` rules out; `names` by member, then row."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    unsure: tuple[Pair, ...] = ()
    rejected: frozenset[Member] = frozenset()
    names: tuple[tuple[Member, Judgement], ...] = ()
    claims: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    waiting: tuple[Judgement, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def pinned(self) -> dict[Member, str]:
        """The name of each member that has one; of several the first in the alphabet."""
        return {member: row.name for member, row in sorted(self.names, key=lambda pair: pair[1].name, reverse=True)}


def rulings(judgements: Sequence[Judgement], graphs: Sequence[DocumentGraph]) -> Rulings:
    """A pure function; the order of the rows shows in nothing but the lines that it tells of."""
    if not judgements:
        return Rulings()
    ordered = sorted(judgements, key=lambda row: (row.line, row))
    of_claims = [row for row in ordered if row.left.startswith(_CLAIM)]
    found = _Found()
    found.add((row for row in ordered if not row.left.startswith(_CLAIM)), Referents(graphs))
    known = {claim.id for graph in graphs for claim in graph.claims}
    waiting = {*found.waiting, *(row for row in of_claims if row.left.removeprefix(_CLAIM) not in known)}
    same, different = found.pairs[Verdict.SAME], found.pairs[Verdict.DIFFERENT]
    doubtful = between(same, sorted(different))
    ruled_out = {join for joins in doubtful.values() for join in joins}
    return Rulings(
        same=tuple(sorted(same.keys() - ruled_out)),
        different=tuple(sorted(different)),
        unsure=tuple(sorted(found.pairs[Verdict.UNSURE])),
        rejected=frozenset(member for member, row in found.single if row.verdict is Verdict.REJECT),
        names=tuple((member, row) for member, row in found.single if row.verdict is Verdict.PIN_NAME),
        claims=_by_claim(row for row in of_claims if row not in waiting),
        waiting=tuple(sorted(waiting, key=lambda row: (row.line, row))),
        contradictions=(
            *(
                Contradiction((row,), "the article takes both for one, which nothing here can part")
                for row in found.one
            ),
            *(
                Contradiction(_rows([different[pair], *(same[join] for join in joins)]), "they stay two")
                for pair, joins in sorted(doubtful.items())
            ),
        ),
    )


@dataclass(slots=True)
class _Found:
    """By verdict the pairs with their rows; what is said of single ones; rows that wait, and "different" of one."""

    pairs: dict[Verdict, dict[Pair, list[Judgement]]] = field(default_factory=lambda: {one: {} for one in Verdict})
    single: list[tuple[Member, Judgement]] = field(default_factory=list)
    waiting: list[Judgement] = field(default_factory=list)
    one: list[Judgement] = field(default_factory=list)

    def add(self, rows: Iterable[Judgement], referents: Referents) -> None:
        for row in rows:
            ends = [referents.members(end) for end in (row.left, row.right) if end]
            if not all(ends):
                self.waiting.append(row)
            elif len(ends) == 1:
                self.single += [(member, row) for member in ends[0]]
            else:
                self._add_pairs(row, {(min(p, q), max(p, q)) for p, q in product(*ends) if p != q})

    def _add_pairs(self, row: Judgement, pairs: set[Pair]) -> None:
        for pair in pairs:
            self.pairs[row.verdict].setdefault(pair, []).append(row)
        if not pairs and row.verdict is Verdict.DIFFERENT:
            self.one.append(row)


def _by_claim(rows: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, tuple[Judgement, ...]] = {}
    for row in rows:
        claim = row.left.removeprefix(_CLAIM)
        found[claim] = (*found.get(claim, ()), row)
    return found


def _rows(found: Iterable[Iterable[Judgement]]) -> tuple[Judgement, ...]:
    return tuple(sorted({row for rows in found for row in rows}, key=lambda row: (row.line, row)))
