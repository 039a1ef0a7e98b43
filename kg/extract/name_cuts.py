"""Words that a headline or the beginning of a sentence writes with a capital, so that they look like part of a name."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from kg import lexicon
from kg.extract.name_heads import kind_by_words
from kg.extract.name_kinds import is_team
from kg.extract.name_spans import Name, text_of
from kg.extract.vocabulary import title_heads
from kg.extract.words import Doc, Token

_KNOWN = frozenset({"Person", "Organization", "Thing"})
_NAMED = frozenset({"Person", "Organization", "Thing", "Work"})
_MAY_BE_NAMES = frozenset({"NNP", "NNPS", "VBG"})  # "Choosing Lee" is no Lee who acts


def cut_to_known(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """ "Ann Lee Returns" and "Hawks QB Lee" in a headline, "Beyond Lee", are Ann Lee, whom the article names."""
    listed = list(names)
    known = {n.words: n for n in reversed(listed) if len(n.words) > 1 and n.kind in _KNOWN and in_prose(doc, n)}
    bearers = {(n.words[-1], n.words) for n in known.values() if _may_be_bearer(doc, n)}
    others = {n.text for n in listed} | {n.words[-1] for n in listed if is_team(n)}
    for name in listed:
        shorter = _shorter(name, known)
        if shorter is not None and not in_prose(doc, name):
            yield _part(doc, name, name.begin, name.begin + shorter.end - shorter.begin, shorter.kind)
        elif name.kind in _NAMED and any(surname == name.words[-1] and full != name.words for surname, full in bearers):
            yield _part(doc, name, _begin_of_surname(doc, name, others), name.end)
        else:
            yield name


def _shorter(name: Name, known: Mapping[tuple[str, ...], Name]) -> Name | None:
    """The known name that a longer one begins with; not where the rest tells what else is named ("Lee Foundation")."""
    sizes = range(2, len(name.words))  # a full name has two words
    found = next((known[words] for size in sizes if (words := name.words[:size]) in known), None)
    return found if found is None or found.kind == "Person" or kind_by_words(name) is None else None


def _may_be_bearer(doc: Doc, name: Name) -> bool:
    return name.kind == "Person" and doc[name.begin].tag_ in _MAY_BE_NAMES


def _part(doc: Doc, name: Name, begin: int, end: int, kind: str = "Person") -> Name:
    whole = (begin, end) == (name.begin, name.end)
    return name if whole else replace(name, begin=begin, end=end, text=text_of(doc, begin, end), kind=kind)


def _begin_of_surname(doc: Doc, name: Name, others: Set[str]) -> int:
    """Past words that are not of the name, if all before the last are such."""
    before = doc[name.begin : name.end - 1]
    opens = doc[name.begin].is_sent_start or not in_prose(doc, name)
    return name.end - 1 if len(before) and opens and all(_is_no_given_name(t, others) for t in before) else name.begin


def _is_no_given_name(token: Token, others: Set[str]) -> bool:
    """An adjective or a preposition by its form, a title, a short form in capitals, or another name of the article."""
    if lexicon.names().gender(token.text) is not None:
        return False
    office = token.lower_ in title_heads() or (token.text.isupper() and token.text.isalpha() and len(token) > 1)
    return token.tag_ not in _MAY_BE_NAMES or office or token.text in others


def in_prose(doc: Doc, name: Name) -> bool:
    """Whether its sentence ends as sentences do; a headline does not, nor does the name before a caption's colon."""
    words = [t for t in doc[name.begin].sent if not t.is_space]
    return bool(words) and words[-1].text[-1] in ".?!”\"'" and (name.end >= len(doc) or doc[name.end].text != ":")
