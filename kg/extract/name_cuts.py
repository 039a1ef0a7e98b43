"""Words that a headline or the beginning of a sentence writes with a capital, so that they look like part of a name."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg import lexicon
from kg.extract.name_spans import Name, text_of
from kg.extract.vocabulary import title_heads
from kg.extract.words import Doc, Token

_NAMED = frozenset({"Person", "Organization", "Thing", "Work"})
_MAY_BE_NAMES = frozenset({"NNP", "NNPS", "VBG"})  # "Choosing Lee" is no Lee who acts


def cut_to_known(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """ "Ann Lee Returns" and "Hawks QB Lee" in a headline, "Beyond Lee", are Ann Lee, whom the article names."""
    listed = list(names)
    people = {n.words: n.end - n.begin for n in listed if _is_full(n) and _in_prose(doc, n)}
    bearers = {(n.words[-1], n.words) for n in listed if n.words in people and doc[n.begin].tag_ in _MAY_BE_NAMES}
    others = {n.text for n in listed}
    for name in listed:
        longer = len(name.words) > 2  # a full name has two words
        known = next((k for k in people if name.words != k == name.words[: len(k)]), None) if longer else None
        if known is not None and not _in_prose(doc, name):
            yield _part(doc, name, name.begin, name.begin + people[known])
        elif name.kind in _NAMED and any(surname == name.words[-1] and full != name.words for surname, full in bearers):
            yield _part(doc, name, _begin_of_surname(doc, name, others), name.end)
        else:
            yield name


def _is_full(name: Name) -> bool:
    return name.kind == "Person" and len(name.words) > 1


def _part(doc: Doc, name: Name, begin: int, end: int) -> Name:
    whole = (begin, end) == (name.begin, name.end)
    return name if whole else replace(name, begin=begin, end=end, text=text_of(doc, begin, end), kind="Person")


def _begin_of_surname(doc: Doc, name: Name, others: Set[str]) -> int:
    """Past words that are not of the name, if all before the last are such."""
    before = doc[name.begin : name.end - 1]
    opens = doc[name.begin].is_sent_start or not _in_prose(doc, name)
    return name.end - 1 if len(before) and opens and all(_is_no_given_name(t, others) for t in before) else name.begin


def _is_no_given_name(token: Token, others: Set[str]) -> bool:
    """An adjective or a preposition by its form, a title, a short form in capitals, or another name of the article."""
    if lexicon.names().gender(token.text) is not None:
        return False
    office = token.lower_ in title_heads() or (token.text.isupper() and token.text.isalpha() and len(token) > 1)
    return token.tag_ not in _MAY_BE_NAMES or office or token.text in others


def _in_prose(doc: Doc, name: Name) -> bool:
    """In a sentence that ends as sentences do; a headline does not, nor does the name before a caption's colon."""
    words = [t for t in doc[name.begin].sent if not t.is_space]
    return bool(words) and words[-1].text[-1] in ".?!”\"'" and (name.end >= len(doc) or doc[name.end].text != ":")
