"""Words of a phrase or clause as they stand in the text, cut where something new begins."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.endings import cuts
from kg.extract.syntax import NOUNS, children, clause_words
from kg.extract.tense import is_infinitive
from kg.extract.words import Token

_CUT_BEFORE = frozenset({"relcl", "appos", "acl", "advcl", "parataxis"})
_CONDITIONAL = frozenset({"if", "unless"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_TOGETHER = frozenset({"and", "but"})
_RESTRICTING = frozenset({"relcl", "acl"})
_BREAKS = frozenset({"--", "—", "–", "―", ";", ":", "(", "..."})
_BOUNDARIES = frozenset({"prep", "cc", "mark", "punct"})
_QUOTES = ('"', "“", "”")
_MOST, _VERY_MOST = 20, 30


class Excerpt(NamedTuple):
    """Words `begin` to `end` (exclusive), and how they are written."""

    begin: int
    end: int
    text: str


def excerpt(head: Token, after: int = -1, before: int | None = None) -> Excerpt:
    """The words of a phrase between those places, without asides; about twenty at most."""
    words = [t for t in clause_words(head) if t.i > after]
    end = min([*_breaks(words, head), len(head.doc) if before is None else before])
    kept = _bounded([t for t in words if t.i < end], head) or [head]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].dep_ == "cc" or kept[-1].lower_ == "then"):
        kept.pop()
    return Excerpt(kept[0].i, kept[-1].i + 1, _text(kept))


def together(pieces: list[Excerpt]) -> str:
    """All of them in the order of the text; "…" stands for what is between."""
    said, end = "", -1
    for piece in sorted(pieces, key=lambda p: (p.begin, -p.end)):
        if piece.begin >= end:
            said += {-1: "", piece.begin: " "}.get(end, " … ") + piece.text
            end = piece.end
    return said


def _breaks(words: list[Token], head: Token) -> Iterator[int]:
    """Where a clause of its own, an aside or a further sentence begins behind the head."""
    for token in words:
        if token.i > head.i and token.text in _BREAKS and not _is_around_short(token):
            yield token.i
        elif token.i > head.i and token.dep_ in _CUT_BEFORE:
            first = token.left_edge
            if first.i > head.i and (first.nbor(-1).text == "," or not _belongs(token, first)):
                yield first.i
        elif token.dep_ == "conj" and token.i > head.i and _is_no_infinitive(token):
            yield max(t.i for t in token.head.children if t.dep_ == "cc" and t.i < token.i)


def _is_around_short(bracket: Token) -> bool:
    """ "its greenhouse gas (GHG) emissions": one word in brackets in the midst of a phrase."""
    behind = bracket.doc.tokens[bracket.i + 1 : bracket.i + 4]
    return bracket.text == "(" and len(behind) == 3 and behind[1].text == ")" and behind[2].pos_ in NOUNS


def _is_no_infinitive(verb: Token) -> bool:
    """ "let them name a leader but include no rules": the parser joins a finite verb to an infinitive."""
    first = verb.head
    joined = {t.lower_ for t in first.children if t.dep_ == "cc" and t.i < verb.i}
    finite = verb.tag_ in _FINITE or (verb.tag_ == "VBP" and "but" in joined)  # it is written as an infinitive is
    return finite and not joined.isdisjoint(_TOGETHER) and first.tag_ == "VB" and is_infinitive(first)


def _belongs(below: Token, first: Token) -> bool:
    """What restricts a noun ("the word “peace”"), a purpose, or a condition: without it another thing is said."""
    if below.dep_ == "appos":
        before = first.nbor(-1)
        return before.text in _QUOTES and not before.whitespace_
    if below.dep_ == "advcl":
        return is_infinitive(below) or any(t.lower_ in _CONDITIONAL for t in children(below, "mark"))
    return below.dep_ in _RESTRICTING


def _bounded(words: list[Token], head: Token) -> list[Token]:
    """Cut a long phrase where it is whole, or else where one of its parts ends."""
    if len(words) <= _MOST:
        return words
    whole = [n for n in cuts(head, words[:_VERY_MOST]) if n >= head.i]
    fitting = [n for n in whole if n < words[_MOST].i] or whole[:1]
    if fitting:
        return [t for t in words if t.i <= fitting[-1]]
    parts = [n for n in range(_MOST, 0, -1) if words[n].dep_ in _BOUNDARIES and words[n].i > head.i]
    return words[: next(iter(parts), _MOST)]


def _text(words: list[Token]) -> str:
    """As they stand, white space made single; a quotation mark without its pair is left out."""
    end = words[-1].i + 1
    end += end < len(words[0].doc) and words[0].doc[end].text == "%"
    text = " ".join(words[0].doc[words[0].i : end].text.split())
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = "".join(c for c in text if c not in _QUOTES)
    return text
