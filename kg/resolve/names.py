"""Reads names of anything but persons: what makes two spellings one name, and which names say too little to tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kg.gazetteer import load_gazetteer
from kg.resolve.fold import words
from kg.resolve.lists import lists, rewritten

_ROMAN = re.compile(r"[ivx]+$")
_LONGEST_COUNTRY = 4
_LONG = 4  # words, from which on two names that differ in a plural only are one
_PLURAL = re.compile(r"(?<=[a-z]{3}[^siu])s$")
_AROUND = "\"'“”’‘(),."
_OWN = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """`key` is equal for all spellings of one name; it has no spaces, as "co-operation" is "cooperation".

    `words` lack articles in front and the legal form, of which `form` tells the kind; a country is one of the words,
    and in `places`. `foreign` says that some word was translated; `initials` are those of the words as written, with
    the small ones and without.
    """

    key: str
    words: tuple[str, ...]
    places: frozenset[str] = frozenset()
    form: str = ""
    foreign: bool = False
    initials: frozenset[str] = frozenset()

    @property
    def says_which(self) -> bool:
        """Whether it names one thing: "Interior Ministry" says what it is, not which; nor does "America Inc"."""
        return not all(map(_says_little, self.words)) and not self._is_of_a_country_alone

    @property
    def _is_of_a_country_alone(self) -> bool:
        said = [word for word in self.words if word not in self.places]
        return bool(said) and all((word,) in lists().legal_forms for word in said)

    @property
    def content(self) -> tuple[str, ...]:
        """The words that say something."""
        return tuple(word for word in self.words if word not in lists().function_words) or self.words

    @property
    def numbers(self) -> frozenset[str]:
        """Figures, and Roman ones behind the first word."""
        return frozenset(word for at, word in enumerate(self.words) if word.isdecimal() or (at and _ROMAN.match(word)))


@lru_cache(maxsize=1 << 14)
def name(text: str) -> Name:
    """Reads a name: American spelling, figures for numbers, one name for each country and each known abbreviation.

    >>> name("U.S. Air Force").key == name("the United States Air Force").key == name("American Air Force").key
    True
    """
    marked = list(_marked(text))
    places = frozenset(word for word, is_place in marked if is_place)
    spelt = _figures([rewritten(word, lists().spellings) for word, _ in marked] or [text])
    while len(spelt) > 1 and spelt[0] in lists().articles:
        del spelt[0]
    own, form = _without_legal_form(spelt, places)
    parts = _ministry([lists().translations.get(word, word) for word in own])
    alike = [_PLURAL.sub("", part) for part in parts] if len(parts) >= _LONG else parts
    return Name("".join(alike).replace(" ", ""), tuple(parts), places, form, parts != own, _initials(text))


def _says_little(word: str) -> bool:
    """A word of the kind "ministry" or "of", a number, a letter, a legal form without the name before it."""
    known = lists()
    little = word in known.generic or word in known.function_words or (word,) in known.legal_forms
    return little or len(word) == 1 or word.isdecimal()


def _ministry(parts: list[str]) -> list[str]:
    """The Ministry of Foreign Affairs is the Foreign Ministry, that of Internal Affairs the Interior Ministry."""
    if not {"ministry", "affairs"} <= set(parts):
        return parts
    return ["interior" if part == "internal" else part for part in parts if part != "affairs"]


def plain_name(text: str) -> Name:
    """A name whose words mean nothing: a person's beside names of other kinds, and an article's own abbreviation."""
    return Name("".join(words(text)), words(text))


def _initials(text: str) -> frozenset[str]:
    parts = words(text)
    content = [part for part in parts if part not in lists().function_words]
    return frozenset("".join(part[0] for part in own) for own in (content, parts) if len(content) > 1)


def _marked(text: str) -> Iterator[tuple[str, bool]]:
    """The folded words, and whether they are a place; a country that is but a part of the name is one word."""
    known = lists().abbreviations
    tokens = [
        word for token in text.split() for word in known.get(token.strip(_AROUND).replace(".", ""), token).split()
    ]
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST_COUNTRY, len(tokens) - at), 0, -1):
            rest = [*tokens[:at], *tokens[at + size :]]
            place = _place(tokens[at : at + size], of_a_state=_is_of_a_state(rest)) if rest else ""
            if place:
                yield place, True
                at += size
                break
        else:
            yield from ((word, False) for word in words(tokens[at]))
            at += 1


def _is_of_a_state(tokens: list[str]) -> bool:
    """The American Air Force is that of the United States; American Express is no U.S. Express."""
    return all(_says_little(rewritten(word, lists().spellings)) for token in tokens for word in words(token))


def _place(tokens: list[str], *, of_a_state: bool) -> str:
    """The country or region that words name, by the name that the gazetteer gives it; adjectives of a state alone."""
    if not tokens[0].strip(_AROUND)[:1].isupper():
        return ""
    places = load_gazetteer()
    for surface in (" ".join(tokens).strip(_AROUND), _OWN.sub("", " ".join(tokens))):
        if found := places.country(surface) or (places.adjective(surface) if of_a_state else None):
            return " ".join(words(found.name))
        cities = {city.name for city in places.cities(surface)}
        if len(cities) == 1 and surface not in cities:
            return " ".join(words(cities.pop()))
    return ""


def _figures(parts: list[str]) -> list[str]:
    """Numbers in words as figures: "forty four" is 44."""
    found: list[str] = []
    for part in parts:
        value = lists().numerals.get(part, part)
        tens = found and found[-1].isdecimal() and len(found[-1]) == 2 and found[-1][1] == "0"
        if tens and value.isdecimal() and len(value) == 1:
            found[-1] = found[-1][0] + value
        else:
            found.append(value)
    return found


def _without_legal_form(parts: list[str], places: frozenset[str]) -> tuple[list[str], str]:
    """The words without the legal forms at the end, and in front where one stands there; the kind of the last."""
    kind = ""
    changed = True
    forms = _legal_forms_among(parts)
    while changed:
        changed = False
        for form, own in forms:
            size = len(form)
            if size < len(parts) and tuple(parts[-size:]) == form and not places.issuperset(parts[:-size]):
                parts, kind, changed = parts[:-size], kind or own, True
            elif size < len(parts) and form in lists().legal_forms_in_front and tuple(parts[:size]) == form:
                parts, kind, changed = parts[size:], kind or own, True
        if len(parts) > 1 and parts[-1] in ("and", "&"):
            parts = parts[:-1]
    return parts, kind


def _legal_forms_among(parts: list[str]) -> list[tuple[tuple[str, ...], str]]:
    """The legal forms among the words, wherever they stand, with their kinds; the longest first."""
    known = lists().legal_forms
    runs = {tuple(parts[begin:end]) for begin, end in combinations(range(len(parts) + 1), 2)}
    return sorted(((form, known[form]) for form in runs & known.keys()), key=lambda one: (-len(one[0]), one[0]))
