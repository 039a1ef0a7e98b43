"""What stands beneath a difference: how it was told before, the details and the sentences of a statement."""

from collections.abc import Iterable, Iterator

from kg.diff.differences import Compared
from kg.diff.side import Side
from kg.model import Difference
from kg.pages.receipt import Receipt, receipts


def was(d: Difference) -> Iterator[str]:
    """A line, if it is told in other words now."""
    if d.words_before and d.words_after and d.words_before != d.words_after:
        yield f"      was: {d.words_before}"


def beneath(d: Difference, found: Compared, *, details: bool, sentences: bool) -> Iterator[str]:
    """Lines on the statement of a difference."""
    yield from was(d)
    if details and d.before and d.after:
        yield from (f"      {line}" for line in _details(d))
    if sentences:
        yield from _receipts(d, found)


def _details(d: Difference) -> Iterator[str]:
    """Each that is not the same on both sides, with its values before and after."""
    before, after = _values(d.details_before), _values(d.details_after)
    for name in sorted(before.keys() | after.keys()):
        yield f"{name}: {before.get(name, 'nothing')} → {after.get(name, 'nothing')}"


def _values(details: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, _, value in (detail.partition(": ") for detail in details):
        found[name] = f"{found[name]}; {value}" if name in found else value
    return found


def _receipts(d: Difference, found: Compared) -> Iterator[str]:
    """The sentences that came and went; where neither did, all of now."""
    was, now = _of(found.old, d.before), _of(found.new, d.after)
    told = {receipt.claim for receipt in now} & {receipt.claim for receipt in was}
    changed = [("-", r) for r in was if r.claim not in told] + [("+", r) for r in now if r.claim not in told]
    for sign, receipt in changed or [("=", r) for r in now]:
        sentence = "".join(f"«{piece}»" if roles else piece for piece, roles in receipt.pieces())
        yield f"      {sign} {sentence}"
        yield f"        {receipt.status}: {receipt.said}; {receipt.article}"


def _of(side: Side, ids: Iterable[str]) -> list[Receipt]:
    lookup = side.words.lookup
    return [r for id in ids for r in receipts(lookup.statements[id.removeprefix("st:")], lookup)]
