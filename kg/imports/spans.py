"""Where words stand in a text: given places are checked, given words are looked for."""

import re
from collections.abc import Iterable, Iterator

from kg.errors import UnusableInput
from kg.imports.schema import MOST_PLACES, Located, Where, quoted
from kg.model import Span


def placed(where: Where, text: str) -> Span | None:
    """The place that was given, or None where only words were. Raises `UnusableInput` if these are not there."""
    if isinstance(where, str):
        return None
    span = Span(where.begin, where.end) if isinstance(where, Located) else Span(*where)
    if not span.begin < span.end <= len(text):
        raise UnusableInput(f"[{span.begin}, {span.end}] is empty or not inside the text of {len(text):,} characters")
    if isinstance(where, Located) and span.of(text) != where.text:
        raise UnusableInput(
            f"[{span.begin}, {span.end}] is {quoted(span.of(text))}, not {quoted(where.text)}; count code points"
        )
    return span


def occurrences(words: str, text: str, inside: Span | None = None) -> Iterator[Span]:
    """Where the words stand as whole words; inside a passage, where one is given.

    Where they stand nowhere as given, other white space between them is as good: a text is often wrapped.

    Raises `UnusableInput` where there are so many places that it would take long to look at them.
    """
    for number, span in enumerate(_found(words.strip(), text, inside or Span(0, len(text)))):
        if number == MOST_PLACES:
            raise UnusableInput(f"{quoted(words)} stands in more than {MOST_PLACES:,} places; give offsets")
        if not _goes_on(text, span.begin) and not _goes_on(text, span.end):
            yield span


def _found(words: str, text: str, inside: Span) -> Iterator[Span]:
    parts = words.split()
    at = text.find(words, inside.begin, inside.end) if parts else -1
    if at < 0 and len(parts) > 1:
        wrapped = re.compile(r"\s+".join(map(re.escape, parts)))
        yield from (Span(*match.span()) for match in wrapped.finditer(text, inside.begin, inside.end))
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1, inside.end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on there, instead of ending or beginning."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def only(where: Where, text: str, what: str, inside: Span | None = None) -> Span:
    """One place: the given one, or the first of the words. Raises `UnusableInput` if it is not there, or not inside."""
    span = placed(where, text)
    if span is None:
        span = next(occurrences(str(where), text, inside), None)
        if span is None:
            raise UnusableInput(f"its {what} is not in the {'evidence' if inside else 'text'}; quote it exactly")
    if inside is not None and not inside.contains(span):
        raise UnusableInput(f"its {what} at [{span.begin}, {span.end}] is not inside its evidence")
    return span


def nearest(spans: Iterable[Span], to: Span) -> Span | None:
    """The one with the fewest characters in between, of equal ones the first."""
    return min(spans, key=lambda span: (max(span.begin - to.end, to.begin - span.end, 0), span), default=None)
