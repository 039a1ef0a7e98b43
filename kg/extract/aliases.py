"""Short forms that an article gives for a longer name: in brackets, after "or", as initials, by the last word."""

import re
from itertools import pairwise

from spacy.tokens import Doc

from kg import lexicon
from kg.extract.name_spans import Name
from kg.extract.syntax import initials

Key = tuple[str, str]
"""Kind and normal form of a name."""

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}")
_ALSO = re.compile(r"(?:\(|,? ?or|,? ?(?:also )?known as|,? ?abbreviated)(?: the)? ?[\"“'(]?", re.IGNORECASE)
_PLACES = frozenset({"Country", "City", "Place"})


def aliases(doc: Doc, keys: dict[Name, Key]) -> dict[Key, Key]:
    """From the key of a short form to the key of what it is short for."""
    names = [name for name in keys if name.kind not in _PLACES]
    found = {keys[n]: keys[long] for n in names if (long := _long_form(n, names)) is not None}
    for left, right in pairwise(sorted(keys)):
        if left.kind == right.kind and left.kind not in _PLACES and _ALSO.fullmatch(doc[left.end : right.begin].text):
            found[keys[right]] = keys[left]
    return {short: long for short, long in found.items() if long not in found and short != long}


def _long_form(name: Name, names: list[Name]) -> Name | None:
    if _ACRONYM.fullmatch(name.text):
        letters = name.text.replace(".", "")
        return next((n for n in names if len(n.words) > 2 and initials(n.text) == letters), None)
    if name.text.lower() in lexicon.names().organization_heads:
        return _ending_in(name, names)
    return None


def _ending_in(name: Name, names: list[Name]) -> Name | None:
    """The last name before that ends in the same word: "the Ministry" after "the Interior Ministry"."""
    earlier = [n for n in names if n < name and len(n.words) > 1 and n.words[-1] == name.text]
    return max(earlier, default=None)
