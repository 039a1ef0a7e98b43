"""Differences in words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.diff.beneath import beneath, was
from kg.diff.differences import Compared
from kg.model import Difference, DifferenceKind

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
_LINKS = {DifferenceKind.WENT: "went", DifferenceKind.CAME: "came", DifferenceKind.DETAILS_CHANGED: "changed"}
_MANY = {
    "statement": "statements",
    "conflict": "conflicts",
    "change over time": "changes over time",
    "possible match": "possible matches",
}
_MATCHES = 3


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
                yield from beneath(d, found, details=details, sentences=sentences)
            yield ""
    yield from _links("conflict", found.conflicts)
    yield from _links("change over time", found.changes)
    yield from _links("possible match", found.matches, _MATCHES)
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


def _links(what: str, found: Iterable[Difference], most: int | None = None) -> Iterator[str]:
    """The first of those that came, that went, and that are told otherwise; the others are counted."""
    known = list(found)
    for change, heading in _LINKS.items():
        if own := [d for d in known if d.kind is change]:
            yield f"{_counted(len(own), what)} {heading}:"
            for d in own[:most]:
                yield f"  {d.words_after or d.words_before}  {(d.after or d.before)[0]}"
                yield from was(d)
            if most and own[most:]:
                yield f"  … and {len(own) - most:,} more, which --format turtle lists"
            yield ""


def _status(d: Difference) -> str:
    return " → ".join(dict.fromkeys(filter(None, (d.status_before, d.status_after))))


def _rest(found: Compared, *, details: bool) -> Iterator[str]:
    changed = sum(d.kind is DifferenceKind.DETAILS_CHANGED for d in found.statements)
    if changed and not details:
        yield f"{_counted(changed)} changed in details only: --details lists them."
    kinds = {"statement": found.statements, "conflict": found.conflicts, "change over time": found.changes}
    for what, told in kinds.items():
        if renamed := sum(d.kind is DifferenceKind.RENAMED for d in told):
            yield f"{_counted(renamed, what)} the same under another id."
    yield f"{_counted(found.same)} the same."


def _counted(number: int, what: str = "statement") -> str:
    return f"{number:,} {what if number == 1 else _MANY[what]}"
