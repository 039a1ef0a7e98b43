"""What in a text is furniture of the page rather than news: flagged with its reason, never cut."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Remark, Span
from kg.read.blocks import Blocks
from kg.read.lexicon import lexicon

CREDITS = "credits"
REPRINT = "reprint notice"
COPYRIGHT = "copyright notice"
_REPEATED = "repeated paragraph"
_REPEATED_WORDS = 8  # a shorter line may be said twice, or be a row of a table
_LONGEST = 600  # characters of a block that is furniture as a whole
_LEADING_MARKS = r"[\s#*>(\[|•·▶►→~=_-]{0,20}"
_PLAIN_SPACES = {ord(space): " " for space in "\t\xa0\u2002\u2003\u2009\u200a\u202f"}


@dataclass(frozen=True, slots=True)
class _Cue:
    reason: str
    pattern: re.Pattern[str]
    words: int


def flag(text: str, blocks: Blocks) -> tuple[Remark, ...]:
    """Remarks on the boilerplate, in order; they do not overlap."""
    return tuple(_remarks(text, blocks))


def _remarks(text: str, blocks: Blocks) -> Iterator[Remark]:
    seen: set[str] = set()
    for block in blocks:
        line = " ".join(block.of(text).split())
        reason = _reason(line) or (_REPEATED if line in seen else None)
        if len(line.split()) >= _REPEATED_WORDS:
            seen.add(line)
        if reason:
            yield Remark(block, reason)
        else:
            yield from _stretches(text, block)


def _reason(line: str) -> str | None:
    """Why a whole block is furniture, if it is."""
    if len(line) > _LONGEST:
        return None
    words = len(line.split())
    return next((cue.reason for cue in _block_cues() if words <= cue.words and cue.pattern.match(line)), None)


def _stretches(text: str, block: Span) -> list[Remark]:
    """Furniture inside a block of news; neighbours of one reason are one."""
    line = block.of(text).translate(_PLAIN_SPACES)
    reasons = [kind["reason"] for kind in lexicon()["stretch"]]
    return _merged(
        Remark(Span(block.begin + match.start(), block.begin + match.end()), reasons[int(str(match.lastgroup)[1:])])
        for match in _stretch_pattern().finditer(line)
    )


def _merged(remarks: Iterable[Remark]) -> list[Remark]:
    merged: list[Remark] = []
    for remark in remarks:
        last = merged[-1] if merged else None
        if last and last.span.end == remark.span.begin and last.reason == remark.reason:
            merged[-1] = Remark(Span(last.span.begin, remark.span.end), last.reason)
        else:
            merged.append(remark)
    return merged


@cache
def _block_cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(kind["reason"], re.compile(_LEADING_MARKS + f"(?:{cue})", re.IGNORECASE), kind["words"])
        for kind in lexicon()["boilerplate"]
        for cue in kind["cues"]
    )


@cache
def _stretch_pattern() -> re.Pattern[str]:
    """All cues at once, so that matches cannot overlap; group `kN` is the N-th kind of the lexicon."""
    kinds = enumerate(lexicon()["stretch"])
    groups = (f"(?P<k{at}>{'|'.join(f'(?:{cue})' for cue in kind['cues'])})" for at, kind in kinds)
    return re.compile("|".join(groups), re.IGNORECASE)
