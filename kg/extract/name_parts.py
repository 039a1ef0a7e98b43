"""Names that the tagger ran together with what stands beside them: "Acme-Apex" before a noun, "Air Force for" what."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.extract.name_spans import Name, text_of
from kg.extract.words import Doc

_HYPHENS = frozenset({"-", "–"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_WITH_PORTFOLIO = re.compile(r"\b(?:under[ -]?|assistant |deputy )secretary of (?:the )?$", re.IGNORECASE)
_LONGEST_TITLE = 40


def parted(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """The names, cut where both halves, or what stands before "for", are names of the article by themselves."""
    listed = list(names)
    known = {n.text: n.kind for n in reversed(listed)}
    for name in listed:
        if (hyphen := _between_two(doc, name, known)) is not None:
            for begin, end in ((name.begin, hyphen), (hyphen + 1, name.end)):
                text = text_of(doc, begin, end)
                yield Name(begin, end, known[text], text)
        elif (portfolio := _portfolio(doc, name, known)) is not None:
            yield replace(name, end=portfolio, text=text_of(doc, name.begin, portfolio))
        else:
            yield name


def _between_two(doc: Doc, name: Name, known: Collection[str]) -> int | None:
    """ "the Acme-Air Force contract" is of two."""
    places = (i for i in range(name.begin + 1, name.end - 1) if doc[i].text in _HYPHENS)
    halves = ((i, text_of(doc, name.begin, i), text_of(doc, i + 1, name.end)) for i in places)
    found = next((i for i, left, right in halves if left in known and right in known), None)
    return found if doc[name.begin : name.end].root.dep_ in _MODIFIERS else None


def _portfolio(doc: Doc, name: Name, known: Collection[str]) -> int | None:
    """Where "for" stands in "Assistant Secretary of the Air Force for Supplies"; "Centre for Peace" is one name."""
    begin = doc[name.begin].idx
    if _WITH_PORTFOLIO.search(doc.text[max(0, begin - _LONGEST_TITLE) : begin]) is None:
        return None
    places = (i for i in range(name.begin + 2, name.end - 1) if doc[i].lower_ == "for")
    return next((i for i in places if text_of(doc, name.begin, i) in known), None)
