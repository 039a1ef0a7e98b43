"""Names of anything but persons: what makes two spellings one name, and which names say too little to tell."""

import re
from dataclasses import dataclass

from kg.gazetteer import load_gazetteer
from kg.resolve.fold import words
from kg.resolve.lists import lists, rewritten

_CAPITALS = re.compile(r"[A-Z][A-Z0-9&./-]+[A-Z0-9]")
_SHORTEST_ABBREVIATION = 3
_LONGEST_COUNTRY = 3
_LONG = 4  # words, from which on two names that differ in a plural only are one
_PLURAL = re.compile(r"(?<=[a-z]{3}[^siu])s$")


@dataclass(frozen=True, slots=True)
class Name:
    """`key` is equal for all spellings of one name; it has no spaces, as "co-operation" is "cooperation"."""

    key: str
    words: tuple[str, ...]

    @property
    def says_which(self) -> bool:
        """Whether it names one thing: "Interior Ministry" says what it is, not which."""
        return not all(map(_says_little, self.words))


def name(text: str) -> Name:
    """Reads a name, without leading article and trailing legal form, in American spelling, with one name of a country.

    >>> name("U.S. Air Force") == name("the United States Air Force") == name("American Air Force")
    True
    """
    parts = [rewritten(word, lists().spellings) for word in words(_with_country(text))]
    while len(parts) > 1 and parts[0] in lists().articles:
        del parts[0]
    while len(parts) > 1 and parts[-1] in lists().legal_forms and not _is_country(parts[:-1]):
        del parts[-1]
    alike = [_PLURAL.sub("", part) for part in parts] if len(parts) >= _LONG else parts
    return Name("".join(alike), tuple(parts))


def _says_little(word: str) -> bool:
    """A word of the kind "ministry" or "of", a number, a letter, a legal form without the name before it."""
    known = lists()
    return len(word) == 1 or word.isdecimal() or word in known.generic | known.function_words | known.legal_forms


def _is_country(parts: list[str]) -> bool:
    """ "U.S. Company" is not the country."""
    return load_gazetteer().country(" ".join(parts).title()) is not None


def _with_country(text: str) -> str:
    """The country that a longer name begins with, by the name that the gazetteer gives it."""
    places, parts = load_gazetteer(), text.removeprefix("the ").removeprefix("The ").split()
    for size in range(min(_LONGEST_COUNTRY, len(parts) - 1), 0, -1):
        first = " ".join(parts[:size])
        if found := places.country(first) or places.adjective(first):
            return " ".join((found.name, *parts[size:]))
    return text


def other_names(label: str, alt_labels: tuple[str, ...]) -> tuple[Name, ...]:
    """The alternative labels that are names in their own right, and not the article's short way to speak of the thing.

    "Unity" is no name for "National Unity Party", "the ministry" none for anything; "NUP" and a second full name are.
    """
    whole = name(label)
    own = {name(alt) for alt in alt_labels if _is_full_name(alt) or abbreviates(alt, label)}
    return tuple(sorted((n for n in own if n.says_which and not set(n.words) <= set(whole.words)), key=lambda n: n.key))


def _is_full_name(text: str) -> bool:
    parts = [word for word in text.split() if word.lower() not in lists().function_words]
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def abbreviates(short: str, long: str) -> bool:
    """Whether one word stands for several: beginnings of their words in order, or capitals.

    >>> abbreviates("Benelux", "Belgium, the Netherlands and Luxembourg"), abbreviates("VOA", "The Voice of America")
    (True, True)
    >>> abbreviates("Parliament", "National Assembly of Iceland"), abbreviates("Senate", "Upper House")
    (False, False)
    """
    letters = words(short)
    if len(letters) != 1 or len(letters[0]) < _SHORTEST_ABBREVIATION or len(words(long)) < 2:
        return False
    return bool(_CAPITALS.fullmatch(short)) or _from_beginnings(letters[0], words(long))


def _from_beginnings(letters: str, parts: tuple[str, ...]) -> bool:
    """Whether `letters` is put together from beginnings of the parts, in order, the first part among them."""
    reached = {0}
    for number, part in enumerate(parts):
        sizes = range(1, min(len(part), len(letters)) + 1)
        further = {at + size for at in reached for size in sizes if letters.startswith(part[:size], at)}
        reached = further if number == 0 else reached | further
    return len(letters) in reached
