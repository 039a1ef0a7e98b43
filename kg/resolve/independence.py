"""How many of the documents that say something say it on their own.

Documents of one publisher are one source, and so are documents whose passages are word for word the same: an agency's
text is printed by many. (Passages that are only alike are told apart here.)
"""

from collections.abc import Iterable, Mapping

from kg.model import Claim, Document


def independent_sources(claims: Iterable[tuple[str, Claim]], documents: Mapping[str, Document]) -> int:
    """The number of groups of documents, at least 1 for claims of one document or more."""
    groups: list[set[str]] = []
    for id, marks in _marks(claims, documents).items():
        merged = marks | {id}
        joined = [group for group in groups if group & merged]
        groups = [group for group in groups if not group & merged]
        groups.append(merged.union(*joined))
    return len(groups)


def _marks(claims: Iterable[tuple[str, Claim]], documents: Mapping[str, Document]) -> dict[str, set[str]]:
    """By document, what shows that it has something from another: its publisher, its very words."""
    found: dict[str, set[str]] = {}
    for id, claim in claims:
        document = documents[id]
        words = " ".join(claim.passage.of(document.text).casefold().split())
        publisher = {f"by {document.publisher.casefold()}"} if document.publisher else set()
        found.setdefault(id, set()).update({f"says {words}"} | publisher)
    return found
