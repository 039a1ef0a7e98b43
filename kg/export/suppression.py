"""Takes a person out of the graph, with every text that names them.

Whoever asks for this would rather lose too much: a name counts wherever its words stand, a bare surname too, though
somebody else may be meant by it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from kg.export.closure import Graphs, linked, quoted_by, spoken_of
from kg.model import Claim, CorpusGraph, Document, DocumentGraph, Entity, Literal, LocalEntity, Member, Remark, Span

_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What is left. `untold`: the ids of its documents whose texts name somebody who is suppressed.

    `others`: labels of named entities that went too, for they bear one of the names. The corpus has no statements:
    they are to be fused anew of the claims that are left.
    """

    corpus: CorpusGraph
    graphs: Graphs
    untold: frozenset[str]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What somebody is called, folded: without case, accents and signs."""

    forms: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """With their possessives, which in ids have no apostrophe."""
        folded = {name for name in map(_folded, names) if name.strip()}
        return cls(frozenset(folded | {f"{name[:-1]}s " for name in folded}))

    def inside(self, text: str | None) -> bool:
        """Whether a text has one of them, in whole words."""
        folded = _folded(text or "")
        return any(form in folded for form in self.forms)


def _folded(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return f" {_NOT_WORD.sub(' ', plain.casefold()).strip()} "


def without(corpus: CorpusGraph, graphs: Iterable[DocumentGraph], suppressed: Collection[str]) -> Suppressed:
    """Takes entities, by id, out of all, and with them whatever else bears one of their names."""
    graphs = tuple(graphs)
    names = Names.of(_names(corpus, graphs, suppressed))
    gone = [e for e in corpus.entities if e.id in suppressed or names.inside(e.label) or names.inside(e.id)]
    members = {member for entity in gone for member in entity.members}
    parts = tuple(
        _part(graph, names, {member.entity for member in members if member.document == graph.document.id})
        for graph in graphs
        if not any(map(names.inside, graph.document.sources))
    )
    known = {entity.id for entity in gone}
    entities = tuple(_cleaned(entity, names) for entity in corpus.entities if entity.id not in known)
    matches = tuple(match for match in corpus.matches if not any(map(names.inside, match.reasons)))
    left = linked(replace(corpus, entities=entities, statements=(), matches=matches), parts)
    untold = frozenset(part.document.id for part in parts if names.inside(part.document.text))
    return Suppressed(left, parts, untold, tuple(e.label for e in gone if e.named and e.id not in suppressed))


def _names(corpus: CorpusGraph, graphs: Graphs, suppressed: Collection[str]) -> Iterator[str]:
    entities = [entity for entity in corpus.entities if entity.id in suppressed]
    members = {member for entity in entities for member in entity.members}
    local = (e for graph in graphs for e in graph.entities if Member(graph.document.id, e.id) in members)
    for entity in entities:
        yield from (entity.label, *entity.alt_labels, *entity.replaces)
    for part in local:
        yield from (part.label, *part.alt_labels)


def _cleaned(entity: Entity, names: Names) -> Entity:
    replaces = tuple(slug for slug in entity.replaces if not names.inside(slug))
    return replace(entity, alt_labels=_clean(entity.alt_labels, names), replaces=replaces)


def _clean(texts: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(text for text in texts if not names.inside(text))


def _part(graph: DocumentGraph, names: Names, suppressed: Collection[str]) -> DocumentGraph:
    entities = {e.id: e for e in graph.entities if e.id not in suppressed and not _bears(e, names)}
    hidden = [mention.span for mention in graph.mentions if mention.entity in suppressed]
    hides = _Hiding(graph.document.text, tuple(hidden), names)
    claims = (claim for claim in graph.claims if not hides.claim(claim) and entities.keys() >= {*spoken_of(claim)})
    return DocumentGraph(
        document=_document(graph.document, names, hides),
        entities=tuple(replace(e, alt_labels=_clean(e.alt_labels, names)) for e in entities.values()),
        mentions=tuple(m for m in graph.mentions if m.entity in entities and not hides.span(m.span)),
        claims=tuple(claims),
        unused=hides.remarks(graph.unused),
    )


def _bears(entity: LocalEntity, names: Names) -> bool:
    return names.inside(entity.label) or names.inside(entity.id)


@dataclass(frozen=True, slots=True)
class _Hiding:
    """Of one text: where it speaks of those who are suppressed."""

    text: str
    hidden: tuple[Span, ...]
    names: Names

    def span(self, span: Span) -> bool:
        return any(span.overlaps(other) for other in self.hidden) or self.names.inside(span.of(self.text))

    def claim(self, claim: Claim) -> bool:
        values = (claim.object, *(qualifier.value for qualifier in claim.qualifiers))
        literals = (value.text for value in values if isinstance(value, Literal))
        return any(map(self.span, quoted_by(claim))) or any(map(self.names.inside, (claim.relation, *literals)))

    def remarks(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        return tuple(r for r in remarks if not self.span(r.span) and not self.names.inside(r.reason))


def _document(document: Document, names: Names, hides: _Hiding) -> Document:
    return replace(
        document,
        title=None if names.inside(document.title) else document.title,
        publisher=None if names.inside(document.publisher) else document.publisher,
        boilerplate=hides.remarks(document.boilerplate),
        notes=_clean(document.notes, names),
    )
