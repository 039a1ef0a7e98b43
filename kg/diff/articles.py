"""The articles, before and after: under which source which bytes stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.model import Difference, DifferenceKind, Document
from kg.pages.words import printable

_Sources = Mapping[str, frozenset[str]]


def article_changes(old: Mapping[str, Document], new: Mapping[str, Document]) -> list[Difference]:
    """One for each article that goes by other sources, and for each source that has other articles; by source."""
    before, after = _sources(old), _sources(new)
    renamed = [id for id in sorted(before.keys() & after.keys()) if before[id] - after[id] and after[id] - before[id]]
    others = _by_source(before, renamed), _by_source(after, renamed)
    found = [*(_renamed(id, before[id], after[id]) for id in renamed), *_changes(*others)]
    return sorted(found, key=lambda d: (d.words_after or d.words_before, d.before))


def _renamed(id: str, before: frozenset[str], after: frozenset[str]) -> Difference:
    """The same bytes under another name."""
    ids = (f"doc:{id}",)
    return Difference(DifferenceKind.RENAMED, ids, ids, _words(before), _words(after))


def _changes(before: Mapping[str, set[str]], after: Mapping[str, set[str]]) -> Iterator[Difference]:
    for source in before.keys() | after.keys():
        went, came = before[source] - after[source], after[source] - before[source]
        if went or came:
            change = DifferenceKind.REPLACED if went and came else DifferenceKind.WENT if went else DifferenceKind.CAME
            words = _words([source])
            yield Difference(change, _ids(went), _ids(came), words if went else None, words if came else None)


def _sources(documents: Mapping[str, Document]) -> _Sources:
    return {id: frozenset(document.sources) for id, document in documents.items()}


def _by_source(documents: _Sources, but: Iterable[str]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id in documents.keys() - set(but):
        for source in documents[id]:
            found[source].add(id)
    return found


def _words(sources: Iterable[str]) -> str:
    return ", ".join(map(printable, sorted(sources)))


def _ids(documents: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"doc:{id}" for id in sorted(documents))
