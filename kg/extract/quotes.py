"""Stretches that are somebody's words by their form: between quotation marks, after a name and a colon, posts."""

from collections.abc import Iterable, Iterator

from kg.extract.first_person import Pasted, not_the_authors
from kg.extract.interviews import Interviewed
from kg.extract.marks import Label, Quotation, quotations
from kg.extract.syntax import span_of
from kg.extract.words import Doc, Token
from kg.model import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Quotations:
    """The quotations of one text, in its order; no two overlap, the inner ones of a labelled one left out."""

    def __init__(self, doc: Doc, turns: Iterable[Quotation], interviewed: Interviewed) -> None:
        self._doc = doc
        text = doc.text  # spaCy joins the words anew at each call
        labelled = [*turns]
        marked = [q for q in quotations(text) if self._speaks(q) and not _holds_a_label(q, labelled)]
        inside = [q.span for q in marked]
        pasted = not_the_authors(doc, text, inside, [q.span for q in labelled], interviewed)
        outside = (q for p in pasted for q in _between(p.block, inside, self._label(p)))
        spans = [*labelled, *marked, *outside]
        self.all = _apart(spans)
        self._at = [-1] * len(doc)
        for number, quotation in enumerate(self.all):
            for token in self.words(quotation):
                self._at[token.i] = number

    def _speaks(self, quotation: Quotation) -> bool:
        """A clause between quotation marks is speech; a phrase ("shock") is a wording of the author's."""
        return any(t.tag_ in FINITE for t in self.words(quotation))

    def _label(self, pasted: Pasted) -> Label | None:
        """The name of whose words they are; the first word stands for the mark that would announce them."""
        words = [t for t in self._inside(pasted.block) if t.is_alpha]
        name = [t for t in self._inside(pasted.speaker) if t.is_alpha] if pasted.speaker is not None else []
        return Label(name[-1], words[0], span_of(name)) if name and words else None

    def words(self, quotation: Quotation) -> tuple[Token, ...]:
        """The words that lie wholly inside it."""
        return self._inside(quotation.span)

    def _inside(self, span: Span) -> tuple[Token, ...]:
        return tuple(self._doc.char_span(span.begin, span.end, alignment_mode="contract") or ())

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


def _holds_a_label(quotation: Quotation, labelled: Iterable[Quotation]) -> bool:
    """ "“LEE: …": the mark is of whoever prints what was said."""
    return any(q.label is not None and quotation.span.overlaps(q.label.span) for q in labelled)


def _between(block: Span, marked: Iterable[Span], label: Label | None) -> Iterator[Quotation]:
    """What of a paragraph stands outside its quotation marks."""
    inside = (span for span in marked if span.overlaps(block))
    edges = [block.begin, *(edge for span in inside for edge in (span.begin, span.end)), block.end]
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        if begin < end:
            yield Quotation(Span(begin, end), closed=True, label=label, marked=False)
