"""How many sources stand behind a statement, and which of its articles are one text or of one publisher."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Document, Excerpt, Statement
from kg.pages.lookup import Lookup
from kg.pages.words import printable


def support(statement: Statement, lookup: Lookup) -> str:
    """One line, such as "2 articles, 1 independent source: the same text in “a.txt” and “b.txt”".

    Of one article there is nothing to say.
    """
    if statement.documents == 1:
        return ""
    number = statement.independent_sources
    counts = f"{statement.documents} articles, {number} independent source{'s' if number > 1 else ''}"
    why = "; ".join(_reasons(statement, lookup)) if number < statement.documents else ""
    return f"{counts}: {why}" if why else counts


def _reasons(statement: Statement, lookup: Lookup) -> Iterator[str]:
    claims = [lookup.claims[claim] for claim in (*statement.asserted_by, *statement.negated_by)]
    documents = {document.id: document for document, _ in claims}
    excerpts = {Excerpt(document.id, claim.passage) for document, claim in claims} | set(map(Excerpt, documents))
    for texts in _linked(excerpts, lookup):
        yield f"the same text in {_listed(documents[id] for id in texts)}"
    publishers: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents.values():
        publishers[(document.publisher or "").casefold()].append(document)
    for publisher, found in sorted(publishers.items()):
        if publisher and len(found) > 1:
            yield f"one publisher of {_listed(found)}"


def _linked(excerpts: set[Excerpt], lookup: Lookup) -> list[tuple[str, ...]]:
    """Groups of documents that have one text, but for those inside another group."""
    groups: defaultdict[Excerpt, set[str]] = defaultdict(set)
    for excerpt in excerpts:
        for first in (excerpt, *lookup.copies.get(excerpt, ())):
            groups[first].add(excerpt.document)
    found = {tuple(sorted(group)) for group in groups.values() if len(group) > 1}
    return sorted(group for group in found if not any(set(group) < set(other) for other in found))


def _listed(documents: Iterable[Document]) -> str:
    *names, last = sorted(f"“{printable(document.sources[0])}”" for document in documents)
    return f"{', '.join(names)} and {last}" if names else last
