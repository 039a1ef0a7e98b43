"""Which local entities belong to another entity than before."""

from collections.abc import Iterable, Iterator, Mapping

from kg.index import Index
from kg.model import Entity, Member
from kg.pipeline.grouping import Grouped

Move = tuple[str | None, str | None]
"""The ids of the entities before and after, None where there was none or is none."""

_OF_FORM = "SELECT document, entity FROM member WHERE form = ? AND cluster IS NULL"


def moves(
    index: Index, grouped: Grouped, before: Mapping[int, Entity], after: Mapping[int, Entity]
) -> dict[Member, Move]:
    """Those of named members; `before` and `after`: the entities of the clusters that changed."""

    def now(cluster: int | None) -> str | None:
        return next(iter(index.column("SELECT entity FROM cluster WHERE id = ?", cluster)), None)

    def then(cluster: int | None) -> str | None:
        return before[cluster].id if cluster is not None and cluster in before else now(cluster)

    found = {member: (then(cluster), now(_cluster(index, member))) for member, cluster in grouped.members.items()}
    for form, cluster in grouped.forms.items():
        move = then(cluster), now(next(iter(index.column("SELECT cluster FROM form WHERE id = ?", form)), None))
        if move[0] != move[1]:
            found |= {member: move for member in _rows(index, _OF_FORM, form) if member not in grouped.members}
    for cluster in before.keys() & after.keys():
        move = before[cluster].id, after[cluster].id
        if move[0] != move[1]:
            found |= {m: move for m in _others(index, cluster, grouped.forms) if m not in grouped.members}
    return {member: move for member, move in found.items() if move[0] != move[1]}


def _cluster(index: Index, member: Member) -> int | None:
    sql = "SELECT cluster FROM seat WHERE document = ? AND entity = ?"
    found = index.column(sql, member.document, member.entity)
    return found[0] if found else None


def _others(index: Index, cluster: int, but: Iterable[int]) -> Iterator[Member]:
    """All members of a cluster but those of some forms."""
    yield from _rows(index, "SELECT document, entity FROM member WHERE cluster = ?", cluster)
    for form in index.column("SELECT id FROM form WHERE cluster = ?", cluster):
        if form not in but:
            yield from _rows(index, _OF_FORM, form)


def _rows(index: Index, sql: str, value: int) -> Iterator[Member]:
    return (Member(*row) for row in index.rows(sql, value))
