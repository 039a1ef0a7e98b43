"""Differences in words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.diff.differences import Compared
from kg.diff.side import Side
from kg.model import Difference, DifferenceKind
from kg.pages.receipt import Receipt, receipts

_ARTICLES = {
    DifferenceKind.REPLACED: "replaced",
    DifferenceKind.RENAMED: "under another name",
    DifferenceKind.CAME: "came",
    DifferenceKind.WENT: "went",
}
_NAMES = {
    DifferenceKind.RENAMED: "is now called",
    DifferenceKind.MERGED: "are now one:",
    DifferenceKind.SPLIT: "is now told apart:",
    DifferenceKind.REGROUPED: "are now told apart otherwise:",
}
_STATEMENTS = {
    DifferenceKind.STATUS_CHANGED: "changed status",
    DifferenceKind.WENT: "went",
    DifferenceKind.CAME: "came",
    DifferenceKind.DETAILS_CHANGED: "changed in details",
}


def text(found: Compared, *, details: bool = False, sentences: bool = False) -> Iterator[str]:
    """Lines, without their ends. What is not listed is counted."""
    if not found.differences:
        yield f"Nothing differs; {_counted(found.same)} the same."
        return
    yield from _articles(found.articles)
    yield from _names(found)
    for change, heading in _STATEMENTS.items():
        own = [d for d in found.statements if d.kind is change]
        if own and (details or change is not DifferenceKind.DETAILS_CHANGED):
            yield f"{_counted(len(own))} {heading}:"
            width = max(len(_status(d)) for d in own)
            for d in own:
                yield f"  {_status(d):<{width}}  {d.words_after or d.words_before}  {(d.after or d.before)[0]}"
                yield from _beneath(d, found, details=details, sentences=sentences)
            yield ""
    yield from _rest(found, details=details)


def _articles(found: Iterable[Difference]) -> Iterator[str]:
    known = list(found)
    if known:
        counts = Counter(d.kind for d in known)
        yield f"Articles: {', '.join(f'{counts[c]:,} {word}' for c, word in _ARTICLES.items() if counts[c])}."
        for d in known:
            was = f", which was {d.words_before}" if d.kind is DifferenceKind.RENAMED else ""
            yield f"  {_ARTICLES[d.kind]}: {d.words_after or d.words_before}{was}"
        yield ""


def _names(found: Compared) -> Iterator[str]:
    if found.entities:
        told = Counter(f"ent:{end}" for s in found.new.corpus.statements for end in {s.subject, s.object})
        yield "Names:"
        for d in found.entities:
            count = sum(told[id] for id in d.after)
            yield f"  {d.words_before} {_NAMES[d.kind]} {d.words_after} (in {_counted(count)})"
        yield ""


def _beneath(d: Difference, found: Compared, *, details: bool, sentences: bool) -> Iterator[str]:
    if d.words_before and d.words_after and d.words_before != d.words_after:
        yield f"      was: {d.words_before}"
    if details and d.before and d.after:
        yield from (f"      {line}" for line in _details(d))
    if sentences:
        yield from _receipts(d, found)


def _status(d: Difference) -> str:
    return " → ".join(dict.fromkeys(filter(None, (d.status_before, d.status_after))))


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


def _rest(found: Compared, *, details: bool) -> Iterator[str]:
    counts = Counter(d.kind for d in found.statements)
    if counts[DifferenceKind.DETAILS_CHANGED] and not details:
        yield f"{_counted(counts[DifferenceKind.DETAILS_CHANGED])} changed in details only: --details lists them."
    if counts[DifferenceKind.RENAMED]:
        yield f"{_counted(counts[DifferenceKind.RENAMED])} the same under another id."
    yield f"{_counted(found.same)} the same."


def _counted(number: int) -> str:
    return f"{number:,} {'statement' if number == 1 else 'statements'}"
