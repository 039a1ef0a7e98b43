"""What stands on page after page: running headers, footers, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.read.leading import Leading
from kg.read.sheets import Line, Sheet

_EDGE: Final = 2  # lines above and below that may be no part of the text
_FIGURES: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(r"\W*(?:page\s+)?(?P<page>\d{1,4})(?:\s*(?:/|of)\s*(?P<pages>\d{1,4}))?\W*", re.IGNORECASE)

_Key = tuple[str, float]


def without(pages: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The pages without what runs through them, and the lines that were left out.

    A line at the edge of a page, apart from the rest, runs if it stands on at least a third of the pages, and on two,
    at the same height with the same words, figures aside; and so does a page number that counts its page.
    """
    leading = Leading(pages)
    edges = [_edge(page, leading) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    least = max(2, len(pages) / 3)
    running = {key for key, count in seen.items() if count >= least}
    numbered = _offset(edges)
    kept, left = [], []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        gone = {line for line in edge if _key(line) in running or _page_number(line) == number + numbered}
        kept.append(tuple(line for line in page if line not in gone))
        left += [line.text for line in page if line in gone]
    return tuple(kept), tuple(left)


def _edge(page: Sheet, leading: Leading) -> frozenset[Line]:
    """The lines above and below the text."""
    return frozenset((*_outer(page, leading, 1), *_outer(page, leading, -1)))


def _outer(page: Sheet, leading: Leading, way: int) -> Iterator[Line]:
    heights = sorted({round(line.y) for line in page}, key=lambda height: way * height)
    for count in range(min(_EDGE, len(heights) - 1), 0, -1):
        size = next(line.size for line in page if round(line.y) == heights[count])
        if leading.is_gap(abs(heights[count] - heights[count - 1]), size):
            yield from (line for line in page if round(line.y) in heights[:count])
            return


def kind(text: str) -> str:
    """The same for what differs in its figures only."""
    return _FIGURES.sub("0", "".join(text.split())).casefold()


def _key(line: Line) -> _Key:
    return kind(line.text), round(line.y)


def _page_number(line: Line) -> int | None:
    match = _NUMBER.fullmatch(line.text.strip())
    return int(match["page"]) if match else None


def _offset(edges: Sequence[frozenset[Line]]) -> int:
    """What most page numbers are more than the place of their page: 0, or else where a part begins its numbers."""
    offsets = Counter(offset for offset in _offsets(edges) if offset >= 0)
    common = sorted(offsets.items(), key=lambda pair: (-pair[1], pair[0]))
    return common[0][0] if common and common[0][1] > 1 else 0


def _offsets(edges: Sequence[frozenset[Line]]) -> Iterator[int]:
    for number, edge in enumerate(edges, 1):
        yield from (page - number for line in edge if (page := _page_number(line)) is not None)
