"""Stretches between quotation marks, and the verbs outside them that may say who speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.syntax import VERBS
from kg.model import Span

_MARK = re.compile('["“”„]|\n')
_HANDLE = re.compile(r"(?:<[^>]*>|[\s*_.>-])*@\w")
_BLOCK = re.compile(r"[^\n]+")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span between quotation marks, the marks left out. `closed`: it ends with a mark, not with its paragraph."""

    span: Span
    closed: bool

    def contains(self, offset: int) -> bool:
        return self.span.begin <= offset < self.span.end


class Quotations:
    """The quotations of one text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = doc.text  # spaCy joins the words anew at each call
        marked = [q for q in quotations(self._text) if self._speaks(q)]
        self._all = sorted([*marked, *_pasted(doc, self._text, marked)], key=lambda q: q.span)
        self._sentences = [(s.start_char, s.end_char, s) for s in doc.sents]

    def _speaks(self, quotation: Quotation) -> bool:
        """A clause between quotation marks is speech; a phrase ("shock") is a wording of the author's."""
        words = self._doc.char_span(quotation.span.begin, quotation.span.end, alignment_mode="contract")
        return words is not None and any(t.tag_ in _FINITE for t in words)

    def around(self, token: Token) -> Quotation | None:
        return next((q for q in self._all if q.contains(token.idx)), None)

    def first_word(self, quotation: Quotation) -> int:
        """Index of the quotation's first word."""
        return next(t.i for t in self._doc if t.idx >= quotation.span.begin and not t.is_punct and not t.is_space)

    def cue_words(self, quotation: Quotation) -> Iterator[Token]:
        """Verbs that may introduce or close the quotation, the likeliest first.

        Those of its own sentences; then of the sentence before and after it in its paragraph; then, where the paragraph
        before ends inside a quotation, what introduced that one.
        """
        own = [
            i
            for i, (begin, end, _) in enumerate(self._sentences)
            if begin < quotation.span.end and quotation.span.begin < end
        ]
        for i in reversed(own):
            yield from self._outside(i)
        beside = [i for i in (own[0] - 1, own[-1] + 1) if own and self._same_paragraph(i, own[0])]
        for i in beside:
            yield from self._outside(i)
        before = self._continued_from(quotation)
        if before is not None:
            yield from self.cue_words(before)

    def _outside(self, sentence: int) -> Iterator[Token]:
        for token in self._sentences[sentence][2]:
            if token.pos_ in VERBS and self.around(token) is None:
                yield token

    def _same_paragraph(self, one: int, other: int) -> bool:
        if not 0 <= one < len(self._sentences):
            return False
        first, last = sorted((one, other))
        between = self._text[self._sentences[first][0] : self._sentences[last][0]]
        return "\n" not in between

    def _continued_from(self, quotation: Quotation) -> Quotation | None:
        earlier = [q for q in self._all if q.span.end <= quotation.span.begin]
        if not earlier or earlier[-1].closed:
            return None
        between = self._text[earlier[-1].span.end : quotation.span.begin]
        return None if any(c.isalnum() for c in between) else earlier[-1]


def _pasted(doc: Doc, text: str, marked: list[Quotation]) -> Iterator[Quotation]:
    """Paragraphs that begin with a handle, or speak of "I" and "we" without quotation marks: posts, interviews."""
    for block in _BLOCK.finditer(text):
        words = doc.char_span(*block.span(), alignment_mode="contract") or ()
        spoken = [t for t in words if t.lower_ in _FIRST_PERSON and t.ent_type_ == "" and t.tag_ in {"PRP", "PRP$"}]
        by_handle = _HANDLE.match(block.group()) is not None
        if by_handle or any(not any(q.contains(t.idx) for q in marked) for t in spoken):
            yield Quotation(Span(*block.span()), closed=True)


def quotations(text: str) -> list[Quotation]:
    """Pair the quotation marks of each paragraph; one that stays open ends with its paragraph."""
    found, begin = [], None
    for mark in _MARK.finditer(text):
        if begin is None:
            begin = None if mark.group() in "\n”" else mark.end()
        elif mark.group() != "“":
            found.append(Quotation(Span(begin, mark.start()), closed=mark.group() != "\n"))
            begin = None
    if begin is not None:
        found.append(Quotation(Span(begin, len(text)), closed=False))
    return found
