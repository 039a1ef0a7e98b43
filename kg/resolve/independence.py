"""How many of the documents that say something say it on their own, and which texts show that others do not.

Documents are one source where they have one publisher, where the passages that say it are near-duplicates, or where
they are near-duplicates as wholes: an agency's text is printed by many, cut and edited. That an agency is credited is
not enough, nor are the words of a speaker whom both quote.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kg.model import Claim, Document, Excerpt, NearDuplicate, Span
from kg.resolve.copies import Groups, Sketch, document_sketch, near_duplicates, overlapping, passage_sketch, similar
from kg.resolve.wording import Wording, own_text, passage_wording, same_figures, wording

Said = Iterable[tuple[str, Claim]]
"""Claims of one statement, each with the id of its document."""


def independent_sources(claims: Said, documents: Mapping[str, Document]) -> int:
    """The number of groups of documents, at least 1 for claims of one document or more."""
    known = _excerpts(claims)
    ids = sorted({excerpt.document for excerpt in known})
    if len(ids) == 1:
        return 1
    place = {id: position for position, id in enumerate(ids)}
    groups = Groups(len(ids))
    texts = [[excerpt.document for excerpt in group] for group in _groups(known, documents)]
    for group in (*_same_publisher(ids, documents), *texts):
        for id in group:
            groups.join(place[group[0]], place[id])
    return len(groups.all())


def copies(claims: Said, documents: Mapping[str, Document]) -> list[NearDuplicate]:
    """The near-duplicates among the passages of these claims, and among their documents; sorted.

    The first of a group stands for it: the others are linked to it, and not to each other.
    """
    groups = _groups(_excerpts(claims), documents)
    return sorted(NearDuplicate(other, group[0]) for group in groups for other in group[1:])


def _excerpts(claims: Said) -> list[Excerpt]:
    return sorted({Excerpt(document, claim.passage) for document, claim in claims})


def _same_publisher(ids: Iterable[str], documents: Mapping[str, Document]) -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in ids:
        found[(documents[id].publisher or "").casefold() or f"{id} has none"].append(id)
    return list(found.values())


def _groups(passages: Sequence[Excerpt], documents: Mapping[str, Document]) -> list[list[Excerpt]]:
    """Near-duplicate passages, and near-duplicate documents, of two documents at least."""
    wholes = [Excerpt(id) for id in sorted({passage.document for passage in passages})]
    if len(wholes) == 1:
        return []
    words = [_passage(documents[passage.document], passage.span) for passage in passages]
    sketches = [_document(documents[whole.document]) for whole in wholes]

    def copied(one: int, other: int) -> bool:
        return same_figures(words[one], words[other]) and overlapping(words[one].shingles, words[other].shingles)

    def edited(one: int, other: int) -> bool:
        return similar(sketches[one], sketches[other])

    told = near_duplicates([passage_sketch(found.shingles) for found in words], copied)
    whole = near_duplicates(sketches, edited)
    whole += _same_text(
        [
            documents[excerpt.document].text if not sketch else None
            for excerpt, sketch in zip(wholes, sketches, strict=True)
        ]
    )
    groups = [[passages[at] for at in group] for group in told] + [[wholes[at] for at in group] for group in whole]
    return [group for group in groups if len({excerpt.document for excerpt in group}) > 1]


def _same_text(texts: Iterable[str | None]) -> list[list[int]]:
    """Texts that are equal, by position: what two extractors read is one article, however short it is."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        if text is not None:
            found[text].append(position)
    return [group for group in found.values() if len(group) > 1]


@lru_cache(maxsize=1 << 10)
def _own_text(document: Document) -> str:
    return own_text(document)


@lru_cache(maxsize=1 << 10)
def _document(document: Document) -> Sketch:
    return document_sketch(wording(_own_text(document)).shingles)


def _passage(document: Document, span: Span) -> Wording:
    return passage_wording(_own_text(document), span)
