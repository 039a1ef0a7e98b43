"""Which statements of two graphs are one.

By id first. Then by shared claims, whose ids depend on no name: a statement whose ends were renamed, or whose date is
now known better, goes on under another id. Then by what they say in the same article: where new bytes of it took the
place of the old, no claim is shared, and who has no name has another id. What is left came or went.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from kg.model import Statement

Pair = tuple[Statement | None, Statement | None]
Key = Callable[[Statement], Hashable]
_Ids = dict[str, Statement]


def pairs(
    old: Iterable[Statement],
    new: Iterable[Statement],
    goes_on: Callable[[Statement, Statement], bool],
    keys: Sequence[tuple[Key, Key]],
) -> list[Pair]:
    """Every statement of both sides is in a pair; in several where its claims were put together or taken apart.

    `goes_on` is asked of those that share claims; each pair of `keys` says of the statements of either side what must
    be equal, the strictest first.
    """
    before, after = {s.id: s for s in old}, {s.id: s for s in new}
    same = sorted(before.keys() & after.keys())
    found: list[Pair] = [(before[id], after[id]) for id in same]
    links = [(b, a) for b, a in _links(before, after) if goes_on(before[b], after[a])]
    olds, news = _without(before, same), _without(after, same)
    found += _by_claims(links, before, after, olds, news)
    for old_key, new_key in keys:
        found += _by_key(olds, news, old_key, new_key)
    return [*found, *((s, None) for s in olds.values()), *((None, s) for s in news.values())]


def _links(before: _Ids, after: _Ids) -> list[tuple[str, str]]:
    """Which of the older share claims with which of the newer, those with the most first."""
    now = {claim: s.id for s in after.values() for claim in _claims(s)}
    shared = Counter((s.id, now[claim]) for s in before.values() for claim in _claims(s) if claim in now)
    return sorted(shared, key=lambda link: (-shared[link], link))


def _claims(statement: Statement) -> tuple[str, ...]:
    return *statement.asserted_by, *statement.negated_by


def _without(statements: _Ids, ids: Iterable[str]) -> _Ids:
    return {id: statements[id] for id in sorted(statements.keys() - set(ids))}


def _by_claims(links: Sequence[tuple[str, str]], before: _Ids, after: _Ids, olds: _Ids, news: _Ids) -> Iterator[Pair]:
    """First one by one; what is left over then goes with all that share claims with it."""
    for b, a in links:
        if b in olds and a in news:
            yield olds.pop(b), news.pop(a)
    rest = [(b, a) for b, a in links if b in olds or a in news]
    for b, a in rest:
        olds.pop(b, None)
        news.pop(a, None)
        yield before[b], after[a]


def _by_key(olds: _Ids, news: _Ids, old_key: Key, new_key: Key) -> Iterator[Pair]:
    """Those with one key, in the order of their ids."""
    waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
    for id, statement in sorted(news.items(), reverse=True):
        waiting[new_key(statement)].append(id)
    for id, statement in sorted(olds.items()):
        if ids := waiting[old_key(statement)]:
            yield olds.pop(id), news.pop(ids.pop())
