"""Names that the tagger cut in pieces, put together by the acronym that the text gives for them."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.name_spans import Name
from kg.extract.syntax import initials
from kg.extract.words import Doc

_LINKS = frozenset({"of", "in", "for", "and", "the", "on", "to", "&"})


def joined(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Organization for Trade" + "in" + "Asia" before "(OTA)" is one name; its pieces are none any more."""
    whole = {name.begin: name for name in _wholes(doc, names)}
    covered = {i for name in whole.values() for i in range(name.begin, name.end)}
    return sorted([n for n in names if n.begin not in covered] + list(whole.values()))


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
