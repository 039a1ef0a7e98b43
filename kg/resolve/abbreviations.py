"""What else a thing is called in its article: abbreviations and second full names."""

import re

from kg.resolve.fold import words
from kg.resolve.lists import lists
from kg.resolve.names import Name, name, plain_name

_CAPITALS = re.compile(r"[A-Z][A-Z0-9&./-]+[A-Z0-9]")
_SHORTEST_ABBREVIATION = 3


def other_names(label: str, alt_labels: tuple[str, ...]) -> tuple[Name, ...]:
    """The alternative labels that are names in their own right, and not the article's short way to speak of the thing.

    "Unity" is no name for "National Unity Party", "the ministry" none for anything; "NUP" and a second full name are.
    """
    whole = name(label)
    full = {name(alt) for alt in alt_labels if _is_full_name(alt)}
    own = full | {plain_name(alt) for alt in alt_labels if abbreviates(alt, label)}  # an EPA need not be the known one
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
