"""Lines of scores as they are printed: "Apex 3 Acme 1", "Apex 3, Acme 1 (halftime 1-0)"."""

import re
from functools import lru_cache

_SIDE = r"[A-ZÀ-Þ][\w.'’&-]*(?: (?:of |de )?[A-ZÀ-Þ][\w.'’&-]*){0,3}"
_LINE = re.compile(
    rf"(?:[^:\n]{{0,40}}: )?(?P<one>{_SIDE}),? (?P<first>\d{{1,3}}),? (?P<other>{_SIDE}),? (?P<second>\d{{1,3}})"
    r"(?= *(?:$|\(|\.$|; |in |at |after ))"
)
_PAIR = re.compile(r"\d{1,2}[-–—]\d{1,2}(?!\d)")


@lru_cache(maxsize=1)
def result_lines(text: str) -> tuple[tuple[int, re.Match[str]], ...]:
    """Where each such line of a text begins, and its groups: "one", "first" (the score of it), "other", "second"."""
    found: list[tuple[int, re.Match[str]]] = []
    begin = 0
    for line in text.split("\n"):
        if (match := _LINE.match(line)) is not None:
            found.append((begin, match))
        begin += len(line) + 1
    return tuple(found)


def is_score(text: str, place: int) -> bool:
    """Whether the number that begins at `place` is a score, and so no part of the name beside it."""
    second = place > 1 and text[place - 1] in "-–—" and text[place - 2].isdecimal()
    if second or _PAIR.match(text, place):
        return True  # either of "Apex 3-1 Acme"
    lines = result_lines(text)
    return any(begin + line.start(group) == place for begin, line in lines for group in ("first", "second"))
