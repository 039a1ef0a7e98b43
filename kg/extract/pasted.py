"""What is printed whole within an article: posts with a name and a handle below them, letters behind a salutation."""

import re
from collections.abc import Iterator
from functools import cache

from kg import lexicon
from kg.model import Span

_SIGNED = re.compile(r"\s*(?:[—–―]|--?)\s*(?P<name>[^\n()]{1,60}?)\s*\(@\w+\)")
_SALUTATION = re.compile(r"\s*(?:my )?dear\b[^\n.?]{1,50}(?:\.[^\n.?]{1,40})?[,:]\s*$", re.IGNORECASE)
_HANDLE = re.compile(r"\W*@\w+\W*")
_LONGEST_CLOSING = 50
_ENDS = (".", "!", "?", "…", '"', "”")


def posts(text: str, blocks: list[Span]) -> dict[int, Span | None]:
    """The lines of each post, and the name below it; around lines with nothing but a handle it is open whose."""
    handles = [number for number, block in enumerate(blocks) if _HANDLE.fullmatch(block.of(text))]
    found: dict[int, Span | None] = dict.fromkeys(range(handles[0], handles[-1] + 2)) if len(handles) > 1 else {}
    for number, block in enumerate(blocks[1:], 1):
        signed = _SIGNED.match(block.of(text))
        if signed is not None:
            name = Span(block.begin + signed.start("name"), block.begin + signed.end("name"))
            found.update((line, name) for line in _lines_above(number, text, blocks))
    return found


def _lines_above(number: int, text: str, blocks: list[Span]) -> Iterator[int]:
    """The paragraph above one, with all of its lines that no empty line parts."""
    line = number - 1
    yield line
    while line > 0 and text.count("\n", blocks[line - 1].end, blocks[line].begin) == 1 and _is_spaced(text):
        line -= 1
        yield line


def _is_spaced(text: str) -> bool:
    """Whether empty lines part the paragraphs of a text."""
    return "\n\n" in text


def letters(text: str, blocks: list[Span]) -> Iterator[int]:
    """The lines of letters that stand behind words of the author's, up to the words that close them."""
    open_, told = False, False
    for number, block in enumerate(blocks):
        said = block.of(text).strip()
        open_ = open_ or (told and _SALUTATION.match(said) is not None)
        if open_:
            yield number
            open_ = not _closes(said)
        told = told or said.endswith(_ENDS)


def _closes(line: str) -> bool:
    """ "Yours sincerely,", "With love from your friend"."""
    first = re.findall(r"\w+", line.lower())[:2]
    return len(line) <= _LONGEST_CLOSING and not _closings().isdisjoint(first) and not line.endswith(_ENDS)


@cache
def _closings() -> frozenset[str]:
    return frozenset(lexicon.table("cues")["letters"]["closing"])
