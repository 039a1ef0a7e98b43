"""Who may be one, after documents came or went: asked again of the entities that changed, and of short names nearby."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.index import Index
from kg.model import Member, PossibleMatch
from kg.ontology import Ontology
from kg.pipeline.bonding import bonds
from kg.pipeline.forms import example
from kg.pipeline.grouping import Grouped
from kg.pipeline.moving import Move
from kg.pipeline.naming import Naming
from kg.pipeline.pairs import Pairs
from kg.pipeline.shortening import Shortening
from kg.resolve.co_mentions import Bond
from kg.resolve.identity import BRIDGED, Names, Near, near, needs_no_word
from kg.resolve.likeness import Profile, likeness, profile

_Matches = tuple[PossibleMatch, ...]
_Named = tuple[Member, Profile]

_FORMS = "SELECT id FROM form WHERE cluster = ?1 UNION SELECT form FROM member WHERE cluster = ?1"
_CLUSTERS = "SELECT cluster FROM form WHERE id = ?1 UNION SELECT cluster FROM member WHERE form = ?1"
# Members without a cluster of their own are in that of their form.
_FIRST = """
    SELECT key, document, entity FROM (
        SELECT * FROM (SELECT document, entity FROM member JOIN form ON id = form
            WHERE form = ?1 AND form.cluster = ?2 AND member.cluster IS NULL ORDER BY document, entity LIMIT 1)
        UNION SELECT * FROM (SELECT document, entity FROM member
            WHERE form = ?1 AND cluster = ?2 ORDER BY document, entity LIMIT 1)
    ) JOIN form ON id = ?1 ORDER BY document, entity LIMIT 1
"""


def rematch(
    index: Index, grouped: Grouped, naming: Naming, moved: Mapping[Member, Move], short: Shortening, ontology: Ontology
) -> tuple[_Matches, _Matches]:
    """The matches that are concerned, as they were and as they are; ids and members are those of now in the index."""
    pairs = Pairs(index)
    for cluster in grouped.drafts:
        if found := naming.was(cluster):
            pairs.drop_of_names(found.id)
    for member in short.gone | short.concerned:
        pairs.drop_of_short(member)
    for member, (former, id) in moved.items():
        if former is not None and id is not None:
            pairs.move(member)
    clusters = [cluster for cluster, draft in grouped.drafts.items() if draft]
    for pair in (*grouped.refused, *_Doubts(index, ontology).of(clusters)):
        pairs.add(pair)
    for member, pair in short.pairs():
        pairs.add(pair, short=member)
    return pairs.before, pairs.after


class _Doubts:
    """What is to be asked of entities, by the full names of their members."""

    def __init__(self, index: Index, ontology: Ontology) -> None:
        self._index = index
        self._ontology = ontology
        self._bonds: dict[Names, Bond] = {}

    def of(self, clusters: Iterable[int]) -> Iterator[Near]:
        """Who each may be one with, and of those that are one by way of others alone the two that are least alike."""
        open_ones: dict[tuple[Member, Member], Near] = {}
        for cluster in clusters:
            forms = self._index.column(_FORMS, cluster)
            self._bonds = self._of_component(forms)
            yield from self._bridged([self._first(form, cluster) for form in forms])
            for form, other in self._doubts(forms):
                for elsewhere in set(self._index.column(_CLUSTERS, other)) - {cluster, None}:
                    one, two = self._first(form, cluster), self._first(other, elsewhere)
                    if not self._bond(one, two):
                        pair = self._near(one, two)
                        open_ones[pair.left, pair.right] = pair
        yield from open_ones.values()

    def _doubts(self, forms: Iterable[int]) -> Iterator[tuple[int, int]]:
        sql = "SELECT other FROM doubt WHERE form = ?"
        return ((form, other) for form in forms for other in self._index.column(sql, form))

    def _first(self, form: int, cluster: int) -> _Named:
        """The first member of an entity that has a form."""
        (first,) = self._index.rows(_FIRST, form, cluster)
        key, *member = first
        return Member(*member), profile(*example(key))

    def _bridged(self, firsts: Iterable[_Named]) -> Iterator[Near]:
        unlike = [(p, q) for p, q in combinations(firsts, 2) if not self._needs_no_word(p, q)]
        pairs = [self._near(p, q, *(() if self._bond(p, q) else (BRIDGED,))) for p, q in unlike]
        if pairs:
            yield min(pairs, key=lambda pair: (pair.likeness, pair))

    def _needs_no_word(self, one: _Named, other: _Named) -> bool:
        return needs_no_word(likeness(one[1], other[1], self._ontology), one[1], other[1])

    def _near(self, one: _Named, other: _Named, *more: str) -> Near:
        own = self._bond(one, other)
        return near(one, other, self._ontology, *((own[1],) if own else ()), *more)

    def _bond(self, one: _Named, other: _Named) -> Bond | None:
        return self._bonds.get(frozenset((one[1], other[1])))

    def _of_component(self, forms: Sequence[int]) -> dict[Names, Bond]:
        """Of the neighbourhood that all forms of an entity are in."""
        found = self._index.column("SELECT component FROM form WHERE id = ?", forms[0]) if forms else []
        return bonds(self._index, found[0]) if found else {}
