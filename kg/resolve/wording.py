"""The words of an article that are its own: without what it quotes, and without where and by whom it was written.

Two outlets that quote one speaker share the speaker's words, and have not copied from each other.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from kg.model import Document, Span

# A quotation ends at its closing mark or, as one over several paragraphs does, before a line that opens another. The
# bound on single marks keeps an apostrophe that opens nothing from being looked at with all that follows.
_QUOTED = re.compile(
    r"""["“](?:[^"“”\n]|\n(?![\n"“]))*["”]?"""
    r"""|``(?:(?!''|``)[^\n]){0,2000}(?:'')?"""
    r"""|(?<!\w)['‘](?:[^'‘’\n]|(?<=\w)['’](?=\w)){1,400}['’](?!\w)"""
)
_MARK = '"'
_WORD = re.compile(r"""["]+|\w+(?:[.,'’]\w+)*""")
_DASH = re.compile(r"\s(?:-|--|–|—)\s")
_LONGEST_DATELINE = 100
_SIZE = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """Runs of three words, wherever they stand, and all figures."""

    shingles: frozenset[str]
    figures: frozenset[str]


def own_text(document: Document) -> str:
    """The text, as long as it was, with marks in the place of quotations and of what is no part of the article."""
    text = document.text
    for remark in document.boilerplate:
        text = text[: remark.span.begin] + _MARK * len(remark.span.of(text)) + text[remark.span.end :]
    return _QUOTED.sub(lambda found: _MARK * len(found[0]), text)


def passage_wording(own: str, passage: Span) -> Wording:
    """Of a passage of such a text, without its dateline."""
    return wording(_without_dateline(passage.of(own)))


def wording(own: str) -> Wording:
    '''No shingle reaches over a quotation, which marks stand for.

    >>> sorted(wording('Ann Lee, 57, won, """ she said').shingles)
    ['ann lee 57', 'lee 57 won']
    '''
    words = _WORD.findall(own.casefold().replace("’", "'"))
    runs = [list(run) for quoted, run in groupby(words, lambda word: word[0] == _MARK) if not quoted]
    shingles = {" ".join(run[at : at + _SIZE]) for run in runs for at in range(len(run) - _SIZE + 1)}
    return Wording(frozenset(shingles), frozenset(word for word in words if word[0].isdigit()))


def same_figures(one: Wording, other: Wording) -> bool:
    """Whether the figures of one are all in the other: a formula ("fell to 2.1 percent") is no copy of itself."""
    return one.figures <= other.figures or other.figures <= one.figures


def _without_dateline(text: str) -> str:
    """What stands before a dash, without a word in small letters: `OSLO, Nov 21 (Wire) - `."""
    dash = _DASH.search(text, 0, _LONGEST_DATELINE)
    if dash is None or any(word[0].islower() for word in _WORD.findall(text[: dash.start()])):
        return text
    return text[dash.end() :]
