"""What a name names: the tagger's guess, mended by the gazetteer, by its last word, and by the rest of the article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from kg import lexicon
from kg.extract.name_spans import Name
from kg.gazetteer import load_gazetteer


class NameKinds:
    """Gives names their kinds."""

    def __init__(self) -> None:
        self._places = load_gazetteer()
        self._words = lexicon.names()

    def typed(self, doc: Doc, name: Name) -> Name:
        """The kind that the gazetteer and the last word give, which know better than the tagger."""
        last = name.words[-1].lower()
        if name.honorific:
            return name
        if metonym := self._words.metonym(name.text):
            return replace(name, kind=metonym.kind)
        if name.kind != "Group" and (place := self._place_kind(doc, name)):
            return replace(name, kind=place)
        if len(name.words) > 1 and last in self._words.organization_heads:
            return replace(name, kind="Organization")
        if len(name.words) > 1 and last in self._words.happening_heads:
            return replace(name, kind="Happening")
        return name

    def _before_country(self, doc: Doc, name: Name) -> bool:
        """ "Lyon, France": whatever the tagger took it for."""
        after = doc[name.end : name.end + 2]
        return len(after) > 1 and after[0].text == "," and self._places.country(after[1].text) is not None

    def _place_kind(self, doc: Doc, name: Name) -> str | None:
        if self._places.country(name.text):
            return "Country"
        if name.kind in {"Place", "Thing"} or self._before_country(doc, name):
            if self._places.city(name.text):
                return "City"
            return "Place" if self._places.region(name.text) else None
        return None


def agreeing(names: Iterable[Name]) -> list[Name]:
    """A bare surname is what the full name is; the same words name the same kind all through an article."""
    names = list(names)
    people = {word for n in names if n.kind == "Person" and len(n.words) > 1 for word in (n.words[0], n.words[-1])}
    surnames = people - {n.text for n in names if n.kind == "Country"}
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(name.text.casefold(), Counter())[name.kind] += 1
    return [replace(n, kind=_agreed(n, surnames, votes[n.text.casefold()])) for n in names]


def _agreed(name: Name, surnames: set[str], votes: Counter[str]) -> str:
    if len(name.words) == 1 and name.text in surnames:
        return "Person"
    if name.honorific or name.kind in {"Country", "Group"}:
        return name.kind
    known = {kind: n for kind, n in votes.items() if kind != "Thing"} or votes
    return max(sorted(known), key=lambda kind: known[kind])
