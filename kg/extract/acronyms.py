"""Names that the tagger cut in pieces, put together by the acronym that the text gives for them."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.name_spans import Name, text_of
from kg.extract.syntax import initials
from kg.extract.words import Doc

_SHORTEST = 3
_LINKS = frozenset({"of", "in", "for", "and", "the", "on", "to", "&"})


def joined(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Organization for Trade" + "in" + "Asia" before "(OTA)" is one name; its pieces are none any more.

    "Norton Alpine Lines NAL", without brackets, are two names of one body.
    """
    whole = {name.begin: name for name in _wholes(doc, names)}
    covered = {i for name in whole.values() for i in range(name.begin, name.end)}
    kept = [part for n in names if n.begin not in covered for part in _parts(doc, n)]
    return sorted(kept + list(whole.values()))


def _parts(doc: Doc, name: Name) -> Iterator[Name]:
    """The name, and apart from it the acronym of its words that stands at its end, with or without a legal form."""
    for place in range(name.begin + _SHORTEST, name.end if name.kind == "Organization" else 0):
        if is_acronym(doc[place].text, text_of(doc, name.begin, place)):
            yield replace(name, end=place, text=text_of(doc, name.begin, place))
            yield replace(name, begin=place, text=text_of(doc, place, name.end))
            return
    yield name


def _wholes(doc: Doc, names: list[Name]) -> Iterator[Name]:
    for position, last in enumerate(names[:-1]):
        acronym = names[position + 1]
        bracketed = doc[last.end : acronym.begin].text.strip() == "(" and acronym.text.isupper()
        first = names[position - 1] if position and bracketed else None
        if first is None or not all(t.lower_ in _LINKS for t in doc.tokens[first.end : last.begin]):
            continue
        text = " ".join(doc[first.begin : last.end].text.split())
        if initials(text) == acronym.text:
            yield replace(first, end=last.end, text=text)


def is_acronym(short: str, long: str) -> bool:
    """Whether it is made of all initials, or of all but the last ("Company", "Association").

    >>> is_acronym("NAL", "Norton Alpine Lines Company"), is_acronym("NA", "Norton Alpine Lines")
    (True, False)
    """
    letters = initials(long)
    return short.isupper() and len(short) >= _SHORTEST and short in (letters, letters[:-1])
