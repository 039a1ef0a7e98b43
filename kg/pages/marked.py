"""A text with its claims marked in place, as safe HTML that says the text and nothing else.

Spans may overlap in any way, and elements may not. So the text is cut wherever a span begins or ends, and each piece is
told by all the spans that it lies in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final, TypeVar

from markupsafe import Markup

from kg.model import Span
from kg.pages.words import visible

ROLES: Final = ("subject", "relation", "object", "cue")
_MARK: Final = Markup('<mark class="{}">{}</mark>')
_LINK: Final = Markup('<a class="in" href="{}">{}</a>')
_BLOCK: Final = Markup('<span class="{}"{}>{}</span>')
_TITLE: Final = Markup(' title="{}"')
_ANCHOR: Final = Markup('<span class="at" id="{}"></span>')
_NOTE: Final = Markup('<a class="note" id="{}" href="{}" data-number="{}" aria-label="{}"></a>')


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A span that plays a role in a claim; its words lead to `href`."""

    span: Span
    role: str
    href: str


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A sentence with claims (`passage`), one without (`unused`) or `boilerplate`; `title` says why."""

    span: Span
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered place after a word, with an id of its own, that leads to what is said of it elsewhere."""

    place: int
    id: str
    href: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is to be marked. `anchors`: by place, ids that somebody may link to."""

    blocks: tuple[Block, ...] = ()
    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    anchors: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


_Marking = TypeVar("_Marking", bound=Piece | Block)


def marked(text: str, marks: Marks, shown: Span) -> Markup:
    """The part of the text that is shown. Where blocks overlap, the first kind of `passage`, `boilerplate` stands."""
    blocks = _joined(marks.blocks)
    spans = [*(block.span for block in blocks), *(piece.span for piece in marks.pieces)]
    ends = {place for span in spans for place in (span.begin, span.end)}
    cuts = {*ends, *marks.anchors, *(note.place for note in marks.notes), shown.begin, shown.end}
    places = sorted(place for place in cuts if shown.begin <= place <= shown.end)
    within = zip(pairwise(places), _active(places, blocks), _active(places, marks.pieces), strict=True)
    notes = _by_place(marks.notes)
    parts = [
        (block, _part(Span(*ends), text, pieces, marks.anchors, notes))
        for ends, own, pieces in within
        for block in [_strongest(own)]
    ]
    return Markup("").join(
        _wrapped(block, [one for _, ones in group for one in ones])
        for block, group in groupby(parts, lambda part: part[0])
    )


_Part = tuple[str, Markup]
"""Where a part leads to, if anywhere, and the part."""


def _part(
    span: Span,
    text: str,
    pieces: Iterable[Piece],
    anchors: Mapping[int, tuple[str, ...]],
    notes: Mapping[int, list[Note]],
) -> list[_Part]:
    own = sorted(pieces, key=lambda piece: (piece.role != "relation", piece.span.end - piece.span.begin, piece))
    roles = [role for role in ROLES if any(piece.role == role for piece in own)]
    words = Markup("{}").format(visible(span.of(text)))
    here = Markup("").join(_ANCHOR.format(id) for id in anchors.get(span.begin, ()))
    part = here + (_MARK.format(" ".join(roles), words) if roles else words)
    href = next((piece.href for piece in own if piece.href), "") if any(map(str.isalnum, words)) else ""
    return [(href, part), *(("", _note(note)) for note in notes.get(span.end, ()))]


def _note(note: Note) -> Markup:
    return _NOTE.format(note.id, note.href, note.number, note.label)


def _wrapped(block: Block | None, parts: Iterable[_Part]) -> Markup:
    """Neighbours that lead to one place are one link."""
    inside = Markup("").join(
        _LINK.format(href, Markup("").join(part for _, part in group)) if href else Markup("").join(p for _, p in group)
        for href, group in groupby(parts, lambda part: part[0])
    )
    if block is None:
        return inside
    return _BLOCK.format(block.kind, _TITLE.format(block.title) if block.title else "", inside)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Passages that overlap are one."""
    found: list[Block] = []
    for block in sorted(blocks, key=lambda one: (one.kind, one)):
        last = found[-1] if found else None
        if last and block.kind == last.kind == "passage" and last.span.overlaps(block.span):
            found[-1] = Block(Span(last.span.begin, max(last.span.end, block.span.end)), block.kind)
        else:
            found.append(block)
    return found


def _strongest(blocks: Iterable[Block]) -> Block | None:
    return min(blocks, key=lambda block: (("passage", "boilerplate", "unused").index(block.kind), block), default=None)


def _active(places: Sequence[int], spans: Iterable[_Marking]) -> Iterator[list[_Marking]]:
    """For each two neighbouring places those that lie around both."""
    begin: defaultdict[int, list[_Marking]] = defaultdict(list)
    for own in spans:
        begin[max(own.span.begin, places[0])].append(own)
    now: list[_Marking] = []
    for start in places[:-1]:
        now = [own for own in [*now, *begin[start]] if own.span.end > start]
        yield now


def _by_place(notes: Iterable[Note]) -> Mapping[int, list[Note]]:
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for note in sorted(notes, key=lambda one: one.number):
        found[note.place].append(note)
    return found
