"""Two graphs → what is not the same in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from kg.diff.articles import article_changes
from kg.diff.entities import Correspondence, EntityChange
from kg.diff.links import After, changes_over_time, conflict_changes, match_changes
from kg.diff.side import Side
from kg.diff.statements import Pair, pairs
from kg.model import CorpusGraph, Difference, DifferenceKind, DocumentGraph, Entity, Literal, Statement, Status
from kg.ontology import load_ontology
from kg.pages.words import printable

_Graphs = tuple[CorpusGraph, Iterable[DocumentGraph]]
_STRONGEST_FIRST = (Status.DISPUTED, *(status for status in Status if status is not Status.DISPUTED))
_End = str | Literal | None


@dataclass(frozen=True, slots=True)
class Compared:
    """All differences, in the order in which they are told; `same`: how many statements are in none."""

    old: Side
    new: Side
    articles: tuple[Difference, ...]
    entities: tuple[Difference, ...]
    statements: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]
    changes: tuple[Difference, ...]
    matches: tuple[Difference, ...]
    same: int

    @property
    def differences(self) -> tuple[Difference, ...]:
        told = (self.articles, self.entities, self.statements, self.conflicts, self.changes, self.matches)
        return tuple(chain.from_iterable(told))


def diff(old: _Graphs, new: _Graphs) -> Compared:
    """A pure function of the two graphs, both with names under one base."""
    before, after = Side.of(*old), Side.of(*new)
    between = Correspondence(before.corpus, after.corpus)
    keys = [(before.wording, after.wording), (before.meaning, after.meaning)]
    paired = pairs(
        before.corpus.statements, after.corpus.statements, lambda one, other: _goes_on(one, other, between), keys
    )
    ordered = sorted(paired, key=lambda pair: _order(pair, before, after))
    found = [_difference(pair, before, after) for pair in ordered]
    now = _now(paired)
    return Compared(
        before,
        after,
        tuple(article_changes(before.documents, after.documents)),
        tuple(map(_entities, between.changes())),
        tuple(filter(None, found)),
        tuple(conflict_changes(before, after, now)),
        tuple(changes_over_time(before, after, now)),
        tuple(match_changes(before, after, between.after)),
        found.count(None),
    )


def _now(paired: Iterable[Pair]) -> After:
    """Under which ids each statement goes on."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for old, new in paired:
        if old and new:
            found[old.id].add(new.id)
    return found.__getitem__


def _goes_on(old: Statement, new: Statement, between: Correspondence) -> bool:
    """Whether they relate the same to the same; a symmetric relation has no direction."""

    def end(one: _End, other: _End) -> bool:
        return between.goes_on(one, other) if isinstance(one, str) and isinstance(other, str) else one == other

    relation = load_ontology().relation(old.relation)
    straight = end(old.subject, new.subject) and end(old.object, new.object)
    turned = relation and relation.symmetric and end(old.subject, new.object) and end(old.object, new.subject)
    return old.relation == new.relation and bool(straight or turned)


def _order(pair: Pair, before: Side, after: Side) -> tuple[bool, int, str, tuple[str, ...]]:
    """What has a name first, then the strongest, as it is now or was last."""
    ids = tuple(s.id if s else "" for s in pair)
    return min(
        (not side.named(last), _STRONGEST_FIRST.index(last.status), side.words.statement(last), ids)
        for side, last in zip((after, before), reversed(pair), strict=True)
        if last
    )


def _difference(pair: Pair, before: Side, after: Side) -> Difference | None:
    """None where nothing differs."""
    old, new = pair
    was, now = before.details(old) if old else (), after.details(new) if new else ()
    change = _change(old, new, was == now)
    if change is None:
        return None
    return Difference(
        change,
        before=(f"st:{old.id}",) if old else (),
        after=(f"st:{new.id}",) if new else (),
        words_before=before.words.statement(old) if old else None,
        words_after=after.words.statement(new) if new else None,
        status_before=old.status if old else None,
        status_after=new.status if new else None,
        details_before=tuple(detail for detail in was if detail not in now) if new else was,
        details_after=tuple(detail for detail in now if detail not in was) if old else now,
    )


def _change(old: Statement | None, new: Statement | None, same_details: bool) -> DifferenceKind | None:
    if old is None or new is None:
        return DifferenceKind.CAME if new else DifferenceKind.WENT
    if old.status is not new.status:
        return DifferenceKind.STATUS_CHANGED
    if not same_details:
        return DifferenceKind.DETAILS_CHANGED
    return None if old.id == new.id else DifferenceKind.RENAMED


def _entities(change: EntityChange) -> Difference:
    kind, before, after = change
    labels = Counter(label for label, _ in {(entity.label, entity.id) for entity in (*before, *after)})
    return Difference(kind, _ids(before), _ids(after), _names(before, labels), _names(after, labels))


def _ids(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(f"ent:{entity.id}" for entity in entities)


def _names(entities: Iterable[Entity], labels: Counter[str]) -> str:
    """Those that share a name with their ids."""
    names = (f"{entity.label} (ent:{entity.id})" if labels[entity.label] > 1 else entity.label for entity in entities)
    return " and ".join(sorted(map(printable, names)))
