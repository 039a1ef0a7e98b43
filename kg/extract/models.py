"""Things that are called by a name and a number: "Apex 787", "Explorer 6", of which "the 787" is short."""

import re

from kg.extract.name_spans import Name
from kg.extract.syntax import VERBS, children
from kg.extract.words import Doc, Token

_NUMBER = re.compile(r"\d{1,4}[A-Za-z]{0,3}(?:-\d{1,4}[A-Z]{0,3})?")
_LONG = re.compile(r"\d{3}|\d+[A-Za-z]|.*-")
_YEAR = re.compile(r"(?:19|20)\d\d")
MADE = frozenset({"Object", "Work", "Thing"})
_MAKERS = frozenset({"Organization"})
_NUMBERED = MADE | _MAKERS
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "appos", "conj", "compound"})
_GLUED = frozenset({"-", "–", "/", ":", "%"})


def end_of_model(doc: Doc, name: Name) -> int:
    """Where the name ends with the number after it, and with a name after that; where it ends itself if there is none.

    After the name of a firm only a long number is a model ("Apex 787"): a short one counts something.
    """
    end = name.end
    if end >= len(doc) or name.kind not in _NUMBERED or not is_model_number(doc[end].text):
        return end
    if name.kind in _MAKERS and not _LONG.match(doc[end].text):
        return end
    last, number, head = doc[end - 1], doc[end], doc[end].head
    if head is last or last.head is number:
        return end + 1 if _is_in_clause(last if head is last else number) and not _goes_on(doc, end + 1) else end
    called = head.i == end + 1 and last.head is head and head.tag_ == "NNP" and head.text[0].isupper()
    return end + 2 if called and _is_in_clause(head) else end


def is_model_number(text: str) -> bool:
    """A number that is no year."""
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def stands_for_model(token: Token) -> bool:
    """ "the 787": a number with an article and nothing that it counts."""
    return (
        token.dep_ in _ARGUMENTS - {"compound"}
        and is_model_number(token.text)
        and any(t.lower_ == "the" for t in children(token, "det"))
    )


def _is_in_clause(noun: Token) -> bool:
    """No table of results: the name has a part in a clause."""
    return noun.dep_ in _ARGUMENTS and any(t.pos_ in VERBS for t in noun.sent)


def _goes_on(doc: Doc, after: int) -> bool:
    if after >= len(doc) or doc[after].is_sent_start:
        return False
    following = doc[after]
    return following.tag_ in {"CD", "NNP", "NNPS"} or following.text in _GLUED
