"""The headline of an article that is plain text."""

import re

from kg.model import Remark, Span
from kg.read.blocks import Blocks, is_apart, is_sentence
from kg.read.boilerplate import CREDITS
from kg.read.byline import byline_of, is_stamp, labelled_dates
from kg.read.calendar import Calendar
from kg.read.dateline import dateline_of
from kg.read.lexicon import lexicon
from kg.read.outlets import is_agency

_LONGEST = 180
_WORDS = range(2, 26)
_LABEL_WORDS = 2  # "World News": a heading of the page, if a headline follows
_BODY_WITHIN = 4  # blocks, in which running text must begin
_ADDRESS = re.compile(r"^(?:https?:|www\.)\S*$")
_MARKS = re.compile(r"^[#*_\s]+|[*_\s]+$")
_OPEN_END = re.compile(r"(?:[,;:…–—-]|\.\.)[\"'”’)]*$")
_STOP = re.compile(r"(?<=\w)\.[\"'”’)]*$")
_ABBREVIATION = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+$")
_SHORT_WORD = 3  # letters of a word that headlines in capitals may leave small


def title(text: str, blocks: Blocks, remarks: tuple[Remark, ...]) -> str | None:
    """The first line that is no furniture, if it looks like a headline and running text follows."""
    lines = _candidates(text, blocks, remarks)
    if len(lines) > 1 and len(lines[0].of(text).split()) <= _LABEL_WORDS and _is_headline(text, lines[1:]):
        lines = lines[1:]
    return _cleaned(lines[0].of(text)) if _is_headline(text, lines) else None


def _cleaned(line: str) -> str:
    """A headline without mark-up and without the full stop that some archives add."""
    bare = _MARKS.sub("", line)
    return bare.removesuffix(".") if _is_in_capitals(bare) and not _ABBREVIATION.search(bare) else bare


def _candidates(text: str, blocks: Blocks, remarks: tuple[Remark, ...]) -> Blocks:
    """The first blocks that are no boilerplate, address, byline or date."""
    furniture = {remark.span for remark in remarks}
    captions = {block for block in blocks[:20] for r in remarks if r.reason == CREDITS and block.contains(r.span)}
    calendar = Calendar(text)
    kept = (b for b in blocks if b not in furniture and b not in captions and not _is_furniture(b.of(text), calendar))
    return tuple(block for block, _ in zip(kept, range(_BODY_WITHIN + 2), strict=False))


def _is_furniture(line: str, calendar: Calendar) -> bool:
    return bool(
        _ADDRESS.match(line) or byline_of(line) or is_agency(line) or is_stamp(line) or labelled_dates(line, calendar)
    )


def _is_headline(text: str, lines: Blocks) -> bool:
    """Short, complete in itself, and running text begins soon after it."""
    line = _MARKS.sub("", lines[0].of(text)) if lines else ""
    body = lines[1 : 1 + _BODY_WITHIN]
    calendar = Calendar(text)
    return (
        len(line) <= _LONGEST
        and len(line.split()) in _WORDS
        and _ends_well(line)
        and not line[:2].islower()
        and dateline_of(line, calendar) is None
        and any(is_sentence(below) or dateline_of(below, calendar) for below in (block.of(text) for block in body))
        and not _goes_on(text, lines[0], body[0])
    )


def _ends_well(line: str) -> bool:
    """A full stop ends sentences, not headlines, save in abbreviations and where words have a headline's capitals."""
    ends_as_sentence = _STOP.search(line) and not _ABBREVIATION.search(line)
    return not _OPEN_END.search(line) and (not ends_as_sentence or _is_in_capitals(line))


def _is_in_capitals(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > _SHORT_WORD]
    return len(words) > 2 and not any(word[0].islower() for word in words)


def _goes_on(text: str, line: Span, below: Span) -> bool:
    """Whether a sentence runs on into the line below, as in text of fixed width."""
    if is_apart(text, line, below):
        return False
    last_word = line.of(text).split()[-1].lower()
    return below.of(text)[0].islower() or last_word in lexicon()["never_last"]
