"""Blocks: the runs of text between line breaks."""

import re

from kg.model import Span

_BREAK = re.compile(r"\r\n|[\n\v\f\r\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\v\f\r\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_SENTENCE_WORDS = 8

Blocks = tuple[Span, ...]


def blocks_of(text: str) -> Blocks:
    """The lines that hold anything, in order, without the white space around them."""
    return tuple(_strip(text, match.start(), match.end()) for match in _LINE.finditer(text) if not match[0].isspace())


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text rather than as a headline, a label or a cell."""
    return bool(_SENTENCE_END.search(line)) and len(line.split()) >= _SENTENCE_WORDS


def is_apart(text: str, left: Span, right: Span) -> bool:
    """Whether an empty line lies between two neighbouring blocks."""
    return len(_BREAK.findall(text, left.end, right.begin)) > 1


def _strip(text: str, begin: int, end: int) -> Span:
    line = text[begin:end]
    return Span(end - len(line.lstrip()), begin + len(line.rstrip()))
