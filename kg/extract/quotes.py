"""Stretches that are somebody's words by their form: between quotation marks, after a name and a colon, posts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.first_person import not_the_authors
from kg.extract.words import Doc, Token
from kg.model import Span

_MARK = re.compile("[\"“”„\n]|''|``|‘‘|’’")
_ONLY_CLOSES = frozenset({"\n", "”", "’’"})
_ONLY_OPENS = frozenset({"“", "``", "‘‘"})
_OPENS_OR_BREAKS = _ONLY_OPENS | {"\n"}
_LONGEST = 2500
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
        labelled, inside = [*turns], [q.span for q in marked]
        pasted = not_the_authors(doc, text, inside, bool(labelled))
        outside = (q for block in pasted for q in _between(block, [s for s in inside if s.overlaps(block)]))
        spans = [*labelled, *marked, *outside]
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


def _closes_earlier(text: str, mark: re.Match[str], last: Quotation) -> bool:
    """Whether it stands as only closing marks do, behind a word or at a line's end, after a quotation left open."""
    if last.closed or mark.group() in _OPENS_OR_BREAKS or mark.start() - last.span.end > _LONGEST:
        return False
    after = text[mark.end() : mark.end() + 1]
    return after in {"", "\n"} or not (text[mark.start() - 1].isspace() or after.isalnum())


@lru_cache(maxsize=1)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Pair the quotation marks of each paragraph; one that stays open ends with its paragraph.

    But a mark that closes what no mark of its paragraph opened ends what an earlier paragraph left open. Curly marks
    inside straight ones are of a quotation within the quotation.
    """
    found: list[Quotation] = []
    begin, opened, inner = None, "", False
    for mark in _MARK.finditer(text):
        if begin is None and found and _closes_earlier(text, mark, found[-1]):
            found[-1] = Quotation(Span(found[-1].span.begin, mark.start()), closed=True)
        elif begin is None:
            begin = None if mark.group() in _ONLY_CLOSES and not _misprinted(text, mark) else mark.end()
            opened = mark.group()
        elif mark.group() in _ONLY_OPENS:
            inner = opened not in _ONLY_OPENS
        elif inner and mark.group() in _ONLY_CLOSES and mark.group() != "\n":
            inner = False
        else:
            found.append(Quotation(Span(begin, mark.start()), closed=mark.group() != "\n"))
            begin, inner = None, False
    if begin is not None:
        found.append(Quotation(Span(begin, len(text)), closed=False))
    return tuple(found)
