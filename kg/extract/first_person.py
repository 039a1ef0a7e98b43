"""Paragraphs that speak of "I" and "we" without quotation marks: the author's own, or somebody's pasted words."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.syntax import VERBS
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Doc, Token
from kg.model import Span

_BLOCK = re.compile(r"[^\n]+")
_HANDLE = re.compile(r"(?:<[^>]*>|[\s*_.>-])*@\w")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me"})
_SINGLE_QUOTES = ("'", "‘", "’")
_SIGNATURE = 6
_OPINION = 2


def not_the_authors(doc: Doc, text: str, marked: Iterable[Span], labelled: bool) -> Iterator[Span]:
    """The paragraphs of posts, letters and interviews, in the text's order.

    `marked` are the stretches between quotation marks; `labelled`: speakers are named by the layout.
    Who says "I" in paragraph after paragraph is the author, unless these are letters or answers. What a colon
    announces is somebody else's.
    """
    quoted = tuple(marked)
    blocks = [Span(*block.span()) for block in _BLOCK.finditer(text)]
    speaking = {n for n, block in enumerate(blocks) if _speaks(doc, block, quoted)}
    authors = not labelled and len(speaking) >= _OPINION and not _are_letters(doc, blocks, speaking)
    for number, block in enumerate(blocks):
        said = block.of(text)
        announced = number > 0 and blocks[number - 1].of(text).rstrip().endswith(":")
        foreign = announced or not authors or said.startswith(_SINGLE_QUOTES)
        if _HANDLE.match(said) or (number in speaking and foreign):
            yield block


def _speaks(doc: Doc, block: Span, quoted: tuple[Span, ...]) -> bool:
    words = doc.char_span(block.begin, block.end, alignment_mode="contract") or ()
    spoken = [
        t
        for t in words
        if t.lower_ in _FIRST_PERSON and t.ent_type_ == "" and t.tag_ in {"PRP", "PRP$"} and not _is_told(t)
    ]
    inside = [span for span in quoted if span.overlaps(block)] if spoken else []
    return any(not any(s.begin <= t.idx < s.end for s in inside) for t in spoken)


def _is_told(token: Token) -> bool:
    """ "the mayor told me": the author, to whom others speak."""
    return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in cue_verbs()


def _are_letters(doc: Doc, blocks: list[Span], speaking: set[int]) -> bool:
    """Whether a name alone stands below more than one of the paragraphs."""
    return sum(n + 1 < len(blocks) and _is_signature(doc, blocks[n + 1]) for n in speaking) > 1


def _is_signature(doc: Doc, block: Span) -> bool:
    words = [t for t in doc.char_span(block.begin, block.end, alignment_mode="contract") or () if t.is_alpha]
    return 1 < len(words) <= _SIGNATURE and all(t.text[0].isupper() and t.pos_ not in VERBS for t in words)
