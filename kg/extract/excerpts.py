"""Words of a phrase or clause as they stand in the text, cut where something new begins."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.syntax import clause_words
from kg.extract.words import Token

_CUT_BEFORE = frozenset({"relcl", "appos", "advcl", "parataxis"})
_BREAKS = frozenset({"--", "—", "–", "―", ";", ":", "(", "..."})
_BOUNDARIES = frozenset({"prep", "cc", "mark", "punct"})
_QUOTES = ('"', "“", "”")
_EMPTY = frozenset({"those", "one", "ones", "anyone", "everyone", "all"})  # say nothing without the clause behind them
_MOST = 20


class Excerpt(NamedTuple):
    """Words `begin` to `end` (exclusive), and how they are written."""

    begin: int
    end: int
    text: str


def excerpt(head: Token, after: int = -1) -> Excerpt:
    """The words of a phrase, those behind word `after`, without relative clauses and asides; at most twenty."""
    words = [t for t in clause_words(head) if t.i > after]
    end = min(_breaks(words, head), default=len(head.doc))
    kept = _bounded([t for t in words if t.i < end], head) or [head]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].dep_ == "cc" or kept[-1].lower_ == "then"):
        kept.pop()
    return Excerpt(kept[0].i, kept[-1].i + 1, _text(kept))


def together(pieces: list[Excerpt]) -> str:
    """All of them in the order of the text; "…" stands for what is between."""
    said, end = "", -1
    for piece in sorted(pieces, key=lambda p: p.begin):
        if piece.begin >= end:
            said += {-1: "", piece.begin: " "}.get(end, " … ") + piece.text
            end = piece.end
    return said


def _breaks(words: list[Token], head: Token) -> Iterator[int]:
    """Where a clause of its own, an aside or a further sentence begins behind the head."""
    for token in words:
        if token.i > head.i and token.text in _BREAKS:
            yield token.i
        elif (
            token.i > head.i
            and token.dep_ in _CUT_BEFORE
            and token.head.lower_ not in _EMPTY
            and (first := token.left_edge.i) > head.i
        ):
            yield first


def _bounded(words: list[Token], head: Token) -> list[Token]:
    """Cut a long phrase where one of its parts ends."""
    if len(words) <= _MOST:
        return words
    parts = [n for n in range(_MOST, 0, -1) if words[n].dep_ in _BOUNDARIES and words[n].i > head.i]
    return words[: next(iter(parts), _MOST)]


def _text(words: list[Token]) -> str:
    """As they stand, white space made single; a quotation mark without its pair is left out."""
    text = " ".join(words[0].doc[words[0].i : words[-1].i + 1].text.split())
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = "".join(c for c in text if c not in _QUOTES)
    return text
