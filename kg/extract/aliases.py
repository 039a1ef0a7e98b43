"""Short forms that an article gives for a longer name: in brackets, after "or", as initials, by its ends."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from kg import lexicon
from kg.extract.acronyms import is_acronym
from kg.extract.models import MADE
from kg.extract.name_cuts import in_prose
from kg.extract.name_heads import is_ship
from kg.extract.name_kinds import is_a_place, is_business, is_team
from kg.extract.name_spans import Name
from kg.extract.syntax import initials
from kg.extract.teams import is_of_sport
from kg.extract.words import Doc

Key = tuple[str, str]
"""Kind and normal form of a name."""

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}")
_ALSO = re.compile(r"(?:\(|,? ?or|,? ?(?:also )?known as|,? ?abbreviated)(?: the)? ?[\"“'(]?", re.IGNORECASE)
_NUMBERED = re.compile(r"([A-Z]*)(\d+[A-Z-]*)")
_PLACES = frozenset({"Country", "City", "Place"})
_BODIES = frozenset({"Organization", "Thing"})
_SHORTEST_LOOSE_ACRONYM = 3
_SHORTEST_HEADLINE = 5  # shorter capitals may be an acronym


def aliases(doc: Doc, keys: dict[Name, Key]) -> dict[Key, Key]:
    """From the key of a short form to the key of what it is short for."""
    long_forms = _LongForms(doc, keys)
    found = {keys[n]: key for n in keys if _may_be_short(n) and (key := long_forms.of(n)) is not None}
    for left, right in pairwise(sorted(keys)):
        between = doc[left.end : right.begin].text
        beside = not between and is_acronym(right.words[0], left.text)
        alike = left.kind == right.kind and left.kind not in _PLACES and keys[left] != keys[right]
        if alike and (beside or _ALSO.fullmatch(between)):
            found[keys[right]] = keys[left]
    return {short: long for short, long in found.items() if long not in found and short != long}


def _may_be_short(name: Name) -> bool:
    """No place, but "E.U." and "I.R.S." may be taken for one."""
    unknown = name.kind == "Place" and "." in name.text and not is_a_place(name.text)
    return unknown or name.kind not in _PLACES


class _LongForms:
    """The names of several words in one article, by what they may be shortened to."""

    def __init__(self, doc: Doc, keys: dict[Name, Key]) -> None:
        self._doc = doc
        self._keys = {name: keys[name] for name in sorted(keys)}
        self._first = {name.text: name.begin for name in reversed(self._keys) if self._is_told(name)}
        self._words = lexicon.names()
        self._long = [n for n in sorted(keys) if len(n.words) > 1 and n.kind not in _PLACES]
        self._bodies = [n for n in self._long if n.kind == "Organization"]

    def of(self, name: Name) -> Key | None:
        """The key of what `name` is short for, if that is clear."""
        if _ACRONYM.fullmatch(name.text) and (key := self._by_acronym(name.text.replace(".", ""))) is not None:
            return key
        if len(name.words) == 1 and (model := _NUMBERED.fullmatch(name.text)) is not None:
            return self._by_model(name, *model.groups())
        if name.kind == "Object" and (ship := self._only(self._by_ship(name))) is not None:
            return ship
        if name.kind not in _BODIES:
            return None
        if name.text.lower() in self._words.organization_heads:
            return self._by_head(name)
        return self._only(self._by_end(name)) or self._only(self._by_beginning(name)) or self._by_capitals(name)

    def _is_told(self, name: Name) -> bool:
        """A name of several words in a sentence, not in a headline."""
        return len(name.words) > 1 and in_prose(self._doc, name)

    def _by_acronym(self, letters: str) -> Key | None:
        """By its initials, or by beginnings of all its words ("SAL" for "Sample Airlines") if only one name fits."""
        exact = next((n for n in self._long if initials(n.text) == letters and _may_be_initials(n)), None)
        if exact is not None or len(letters) < _SHORTEST_LOOSE_ACRONYM:
            return self._keys[exact] if exact is not None else None
        return self._only(n for n in self._bodies if _spells(letters.lower(), _capitalized(n)))

    def _by_model(self, name: Name, letters: str, number: str) -> Key | None:
        """ "the 787" for "Apex 787", "HE6" for "Harbour Explorer 6"."""
        models = [n for n in self._long if n.text.split()[-1] in (name.text, number)]
        named = (n for n in models if n.kind in MADE and n.text.endswith(f" {name.text}"))
        return self._only(named) or self._only(n for n in models if letters and initials(n.text) == letters)

    def _by_ship(self, name: Name) -> Iterator[Name]:
        """ "the Lee" for "USS Lee"."""
        return (n for n in self._long if is_ship(n) and n.words[1:] == name.words)

    def _by_head(self, name: Name) -> Key | None:
        """The last name before that ends or begins with the word: "the Ministry" after "the Interior Ministry"."""
        earlier = [n for n in self._bodies if n < name and name.text in (n.words[0], n.words[-1])]
        return self._keys[max(earlier)] if earlier else None

    def _by_end(self, name: Name) -> Iterator[Name]:
        """ "Air Force" for "Northland Air Force" if that is first, but for headlines; "Hawks", "HAWKS" for a team."""
        size, first = len(name.words), self._first.get(name.text, len(self._doc))
        longer = [n for n in self._bodies if n.words[-size:] == name.words != n.words]
        teams = (n for n in self._bodies if name.text.isupper() and is_team(n) and n.words[-1].upper() == name.text)
        played = size == 1 and bool(longer) and is_of_sport(self._doc)
        return chain((n for n in longer if (size > 1 and n.begin < first) or is_team(n, of_sport=played)), teams)

    def _by_beginning(self, name: Name) -> Iterator[Name]:
        """ "Acme" for "Acme Airways"; not "Air Force", which is a body itself, for "Air Force Communications"."""
        size = len(name.words)
        if size > 1 and name.words[-1].lower() in self._words.organization_heads:
            return iter(())
        return (n for n in self._bodies if n.words[:size] == name.words and is_business(n, size))

    def _by_capitals(self, name: Name) -> Key | None:
        """ "NORTON" or "NORTON GAS" of a headline for "Norton Gas Supply Corp", the only name that begins so."""
        small, size = name.text.casefold().split(), len(name.words)
        if not name.text.isupper() or len(name.text) < _SHORTEST_HEADLINE:
            return None
        longer = (n for n in self._bodies if not n.text.isupper() and n.text != name.text)
        return self._only(n for n in longer if n.text.casefold().split()[:size] == small)

    def _only(self, names: Iterator[Name]) -> Key | None:
        keys = {self._keys[n] for n in names}
        return keys.pop() if len(keys) == 1 else None


def _may_be_initials(name: Name) -> bool:
    """Two letters are initials of a body only ("U.N."), not of "Ann Lee"."""
    return len(name.words) > 2 or name.kind == "Organization"


def _capitalized(name: Name) -> tuple[str, ...]:
    return tuple(w.lower() for w in name.words if w[:1].isupper())


def _spells(letters: str, parts: tuple[str, ...]) -> bool:
    """Whether the letters are beginnings of all the parts, one after the other."""
    if not parts:
        return not letters
    sizes = range(1, min(len(parts[0]), len(letters)) + 1)
    return any(parts[0].startswith(letters[:n]) and _spells(letters[n:], parts[1:]) for n in sizes)
