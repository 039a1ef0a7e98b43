"""A page on one article, as safe HTML: its text with all claims marked in place, and these in words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from kg.model import Claim, LocalEntity, Mention, Span
from kg.ontology import Ontology
from kg.pages.card import article_details, article_title, swatch
from kg.pages.evidence import badge
from kg.pages.lines import Lines, untimed, when
from kg.pages.links import TEXT_SHOWN, Links
from kg.pages.marked import Block, Marks, Note, Piece, marked
from kg.pages.paper import Paper
from kg.pages.slices import Slice
from kg.pages.template import rendered
from kg.pages.words import printable

_WEB: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in words beside the text."""

    number: int
    id: str
    place: str
    says: Markup
    badge: Markup
    said: str
    statements: tuple[str, ...]


def article_page(paper: Paper, ontology: Ontology, links: Links, page: int = 1) -> Markup:
    """The main part of a page; of a long text so many characters as stand on one."""
    document = paper.graph.document
    slice = Slice(len(document.text), TEXT_SHOWN, page)
    shown = Span(slice.begin, slice.end)
    told = _in_words(paper, shown, Lines(paper.told(ontology), links))
    return rendered(
        "document.html",
        title=article_title(document),
        details=article_details(document),
        authors=[printable(author) for author in document.authors],
        sources=[printable(source) for source in document.sources],
        notes=[printable(note) for note in document.notes],
        link=document.link if document.link and document.link.startswith(_WEB) else None,
        extractor=printable(document.extractor or ""),
        text=marked(document.text, _marks(paper, told, shown, links), shown),
        told=told,
        slice=slice,
        pages=[links.document(document.id, number) for number in range(1, slice.pages + 1)],
        entities=[_entity(one, paper, ontology, links) for one in paper.graph.entities if one.named],
        unnamed=[_entity(one, paper, ontology, links) for one in paper.graph.entities if not one.named],
        unused=Counter(printable(remark.reason) for remark in paper.graph.unused).most_common(),
        boilerplate=len(document.boilerplate),
        copies=[(links.document(copy.id), article_title(copy), article_details(copy)) for copy in paper.copies],
    )


def article_text(paper: Paper, lines: Lines) -> Markup:
    """The text alone, all of it, without places for the IRIs of its spans; its numbers lead to the statements."""
    text = paper.graph.document.text
    whole = Span(0, len(text))
    told = _in_words(paper, whole, lines)
    marks = _marks(paper, told, whole, lines.links)
    notes = tuple(
        replace(note, href=one.statements[0] if one.statements else note.href)
        for note, one in zip(marks.notes, told, strict=True)
    )
    return marked(text, replace(marks, notes=notes, anchors={}), whole)


def _in_words(paper: Paper, shown: Span, lines: Lines) -> list[Said]:
    """The claims whose sentence begins in what is shown."""
    claims = [claim for claim in in_text(paper.graph.claims) if shown.begin <= claim.passage.begin < shown.end]
    return [_told(number, claim, paper, lines) for number, claim in enumerate(claims, 1)]


def in_text(claims: Iterable[Claim]) -> list[Claim]:
    """In the order of their words."""
    return sorted(claims, key=lambda claim: (claim.passage.begin, claim.trigger, claim.id))


def _told(number: int, claim: Claim, paper: Paper, lines: Lines) -> Said:
    statement = lines.told.statement(claim.id)
    (receipt,) = lines.told.receipts(statement)
    time = when(statement)
    cue = f" (“{printable(receipt.cue)}”)" if receipt.cue else ""
    return Said(
        number=number,
        id=claim.id,
        place=f"#claim-{claim.id}",
        says=lines.whole(statement) + lines.details(untimed(statement)) + (f", {time}" if time else ""),
        badge=badge(claim.status),
        said=receipt.said + cue,
        statements=tuple(lines.links.statement(id) for id in paper.stated.get(claim.id, ())),
    )


def _marks(paper: Paper, told: Iterable[Said], shown: Span, links: Links) -> Marks:
    document, claims = paper.graph.document, {claim.id: claim for claim in paper.graph.claims}
    blocks = [
        *(Block(claim.passage, "passage") for claim in paper.graph.claims),
        *(Block(remark.span, "boilerplate", printable(remark.reason)) for remark in document.boilerplate),
        *(Block(remark.span, "unused", printable(remark.reason)) for remark in paper.graph.unused),
    ]
    return Marks(
        blocks=tuple(blocks),
        pieces=tuple(piece for claim in paper.graph.claims for piece in _pieces(claim, paper, links)),
        notes=tuple(_note(one, claims[one.id], shown) for one in told),
        anchors=_anchors([block.span for block in blocks], paper.graph.mentions),
    )


def _pieces(claim: Claim, paper: Paper, links: Links) -> Iterator[Piece]:
    """The words of a relation lead to the statement, those for who takes part to the entity."""
    if claim.trigger != claim.passage:
        statements = paper.stated.get(claim.id, ())
        yield Piece(claim.trigger, "relation", links.statement(statements[0]) if statements else f"#says_{claim.id}")
    for role, span, own in (
        ("subject", claim.subject_mention, claim.subject),
        ("object", claim.object_mention, claim.object),
    ):
        if span:
            owner = paper.owners.get(own) if isinstance(own, str) else None
            yield Piece(span, role, links.entity(owner) if owner else "")
    if claim.cue_mention:
        yield Piece(claim.cue_mention, "cue", "")


def _note(told: Said, claim: Claim, shown: Span) -> Note:
    place = min(max(claim.trigger.end, shown.begin + 1), shown.end)
    label = f"Claim {told.number}: {told.says.striptags()}"
    return Note(place, f"claim-{claim.id}", f"#says_{claim.id}", told.number, label)


def _anchors(spans: Iterable[Span], mentions: Iterable[Mention]) -> Mapping[int, tuple[str, ...]]:
    """By place the fragments of the IRIs of spans that begin there."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for span in sorted({*spans, *(mention.span for mention in mentions)}):
        found[span.begin].append(f"char={span.begin},{span.end}")
    return {place: tuple(ids) for place, ids in found.items()}


def _entity(entity: LocalEntity, paper: Paper, ontology: Ontology, links: Links) -> tuple[str, str, str, str, str]:
    owner = paper.owners.get(entity.id)
    name, kind = printable(paper.labels[entity.id]), printable(ontology.label(entity.kind))
    return entity.id, links.entity(owner) if owner else "", name, kind, swatch(entity.kind, ontology)
