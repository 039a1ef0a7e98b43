"""Nouns for people of a country that the tagger takes for names: "Briton dies", "both Britons", "Briton Ann Lee"."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg import lexicon
from kg.extract.name_spans import Name, text_of
from kg.extract.words import Doc
from kg.gazetteer import load_gazetteer

_TAKEN = frozenset({"Person", "Thing"})
_PLURAL = frozenset({"NNS", "NNPS"})
_WITH_FULL_NAME = 3  # words
_LONG = 6  # letters: "Briton" is no given name, "Scot" and "Finn" may be


def without_natives(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """The names, without such nouns; several people are a group of their country."""
    listed = list(names)
    people = {word for n in listed if n.kind == "Person" and _is_full(n) for word in n.words}
    full = {n.text for n in listed if n.kind == "Person"}
    for name in listed:
        if name.kind == "Person" and _leads(doc, name, full):
            yield replace(name, begin=name.begin + 1, text=text_of(doc, name.begin + 1, name.end))
        elif not _is_native(name, people):
            yield name
        elif doc[name.end - 1].tag_ in _PLURAL:
            yield replace(name, kind="Group")


def _is_full(name: Name) -> bool:
    return len(name.words) > 1 and load_gazetteer().people(name.text) is None


def _is_native(name: Name, people: Set[str]) -> bool:
    """Nobody's name: no full name of the article has the word, nor does "Mr." stand before it."""
    if name.kind not in _TAKEN or name.honorific or load_gazetteer().people(name.text) is None:
        return False
    return lexicon.names().gender(name.text) is None and people.isdisjoint(name.words)


def _leads(doc: Doc, name: Name, full: Set[str]) -> bool:
    """ "Briton Neil Lee": a word for many before a full name, which stands alone elsewhere if the word is short."""
    first = doc[name.begin].text
    if len(name.words) < _WITH_FULL_NAME or load_gazetteer().people(first) is None:
        return False
    return len(first) >= _LONG or text_of(doc, name.begin + 1, name.end) in full
