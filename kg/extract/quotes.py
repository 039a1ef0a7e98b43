"""Stretches that are somebody's words by their form: between quotation marks, after a name and a colon, posts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.words import Doc, Token
from kg.model import Span

_MARK = re.compile("[\"“”„\n]|''|``|‘‘|’’")
_ONLY_CLOSES = frozenset({"\n", "”", "’’"})
_ONLY_OPENS = frozenset({"“", "``", "‘‘"})
_HANDLE = re.compile(r"(?:<[^>]*>|[\s*_.>-])*@\w")
_BLOCK = re.compile(r"[^\n]+")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker given by the layout: the last word of the name, the colon or dash beside it, and the whole name."""

    name: Token
    mark: Token
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span of somebody's words, without the marks around it.

    `closed`: it ends with a mark, not with its paragraph. `marked`: it stands between quotation marks.
    """

    span: Span
    closed: bool
    label: Label | None = None
    marked: bool = True


class Quotations:
    """The quotations of one text, in its order; no two overlap, the inner ones of a labelled one left out."""

    def __init__(self, doc: Doc, turns: Iterable[Quotation] = ()) -> None:
        self._doc = doc
        text = doc.text  # spaCy joins the words anew at each call
        marked = [q for q in quotations(text) if self._speaks(q)]
        spans = [*turns, *marked, *_pasted(doc, text, marked)]
        self.all = _apart(spans)
        self._at = [-1] * len(doc)
        for number, quotation in enumerate(self.all):
            for token in self.words(quotation):
                self._at[token.i] = number

    def _speaks(self, quotation: Quotation) -> bool:
        """A clause between quotation marks is speech; a phrase ("shock") is a wording of the author's."""
        return any(t.tag_ in FINITE for t in self.words(quotation))

    def words(self, quotation: Quotation) -> tuple[Token, ...]:
        """The words that lie wholly inside it."""
        span = self._doc.char_span(quotation.span.begin, quotation.span.end, alignment_mode="contract")
        return tuple(span) if span is not None else ()

    def number(self, token: Token) -> int | None:
        """Which quotation a word is in."""
        found = self._at[token.i]
        return found if found >= 0 else None


def _apart(found: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """In the order of the text, each only if it does not begin inside an earlier one."""
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.span.begin, -q.span.end)):
        if not kept or quotation.span.begin >= kept[-1].span.end:
            kept.append(quotation)
    return tuple(kept)


def _pasted(doc: Doc, text: str, marked: list[Quotation]) -> Iterator[Quotation]:
    """Paragraphs that begin with a handle, or speak of "I" and "we" without quotation marks: posts, interviews."""
    for block in _BLOCK.finditer(text):
        words = doc.char_span(*block.span(), alignment_mode="contract") or ()
        spoken = [t for t in words if t.lower_ in _FIRST_PERSON and t.ent_type_ == "" and t.tag_ in {"PRP", "PRP$"}]
        by_handle = _HANDLE.match(block.group()) is not None
        inside = [q.span for q in marked if q.span.overlaps(Span(*block.span()))]
        if by_handle or any(not any(s.begin <= t.idx < s.end for s in inside) for t in spoken):
            yield from _between(Span(*block.span()), inside)


def _between(block: Span, inside: list[Span]) -> Iterator[Quotation]:
    """What of a paragraph stands outside its quotation marks."""
    edges = [block.begin, *(edge for span in inside for edge in (span.begin, span.end)), block.end]
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        if begin < end:
            yield Quotation(Span(begin, end), closed=True, marked=False)


def _misprinted(text: str, mark: re.Match[str]) -> bool:
    """A closing mark that opens a paragraph."""
    first = mark.start() == 0 or text[mark.start() - 1] == "\n"
    return first and mark.group() != "\n" and mark.end() < len(text) and not text[mark.end()].isspace()


def quotations(text: str) -> list[Quotation]:
    """Pair the quotation marks of each paragraph; one that stays open ends with its paragraph."""
    found, begin = [], None
    for mark in _MARK.finditer(text):
        if begin is None:
            begin = None if mark.group() in _ONLY_CLOSES and not _misprinted(text, mark) else mark.end()
        elif mark.group() not in _ONLY_OPENS:
            found.append(Quotation(Span(begin, mark.start()), closed=mark.group() != "\n"))
            begin = None
    if begin is not None:
        found.append(Quotation(Span(begin, len(text)), closed=False))
    return found
