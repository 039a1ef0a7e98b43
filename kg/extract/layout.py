"""Where sentences may not run on: headings, paragraphs, list items; and where lines are only wrapped."""

import re
from collections.abc import Iterator

_BREAK = re.compile(r"[^\S\n]*\r?\n\s*")
_SENTENCE_END = re.compile(r"[.!?:;]['\"’”)\]]*$")
_WRAPPED_SHARE = 0.6
_WRAPPED_WIDTH = 100


def block_starts(text: str) -> Iterator[int]:
    """Offsets at which a new block of text begins, so that a sentence must begin there too.

    A line break inside a sentence is none: the next line goes on in lower case, or the text is wrapped at a width.
    """
    wrapped = _is_wrapped(text)
    for gap in _BREAK.finditer(text):
        if gap.end() < len(text) and _separates(text, gap, wrapped):
            yield gap.end()


def _separates(text: str, gap: re.Match[str], wrapped: bool) -> bool:
    ended = bool(_SENTENCE_END.search(text[max(0, gap.start() - 4) : gap.start()]))
    if not ended and text[gap.end()].islower():
        return False
    return ended or not wrapped or gap.group().count("\n") > 1


def _is_wrapped(text: str) -> bool:
    """Most lines end in the middle of a sentence, and none is long."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    unfinished = sum(not _SENTENCE_END.search(line) for line in lines)
    return len(lines) > 3 and unfinished > _WRAPPED_SHARE * len(lines) and max(map(len, lines)) <= _WRAPPED_WIDTH
