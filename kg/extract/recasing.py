"""Headlines in title case or capitals, written as sentences are: what reads sentences takes "Sues" there for a name.

Only letters change, so that every offset stays what it is in the text itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from functools import cache

from kg import lexicon
from kg.gazetteer import load_gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINE = re.compile(r"[^\n]+")
_AFTER_STOP = re.compile(r"[.!?:”\"“‘*•\-–—|]\s*$")
_STOPS = (".", "!", ";", ",")
_LONGEST, _SHORTEST, _SHORTEST_TOLD = 25, 4, 2
_CAPITALS = 0.7
_BODY = 30  # words in small letters: fewer tell nothing of how names are written
_NUMBERS = re.compile(r"\d+")
_BRACKETS = frozenset("()[]{}=|")
_FEW = 2
_SMALL = 3  # "of", "the": small in headlines, too
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_POSSESSIVE = re.compile(r"['’]s?$")


def recased(text: str, common: Callable[[str], bool]) -> str:
    """The text with its headlines in small letters, but for names; `common` tells whether a small word is English."""
    lines = [(line.start(), line.group()) for line in _LINE.finditer(text)]
    heads = [(begin, line) for begin, line in lines if _is_headline(line)]
    if not heads:
        return text
    places = {begin for begin, _ in heads}
    small, capital = _forms(line for begin, line in lines if begin not in places)
    if small.total() < _BODY:
        return text
    letters = list(text)
    for begin, line in heads:
        for at, word in _to_be_small(line, small, capital, common):
            letters[begin + at : begin + at + len(word)] = word
    return "".join(letters)


def _is_headline(line: str) -> bool:
    """By its capitals; a line of a table or a list has many numbers, commas or brackets."""
    found = _WORD.findall(line)
    words = [word for word in found if len(word) > _SMALL]
    told = bool(found) and found[-1].lower() in lexicon.words("reading", "last_in_titles")
    shortest = _SHORTEST_TOLD if told else _SHORTEST
    if not shortest <= len(found) <= _LONGEST or len(words) < shortest - 1:
        return False
    listed = len(_NUMBERS.findall(line)) > _FEW or line.count(",") > _FEW or not _BRACKETS.isdisjoint(line)
    written = any(word.islower() and word not in lexicon.words("reading", "small_in_titles") for word in words)
    plain = not listed and not written and not line.rstrip().endswith(_STOPS)
    return plain and sum(word[0].isupper() for word in words) > _CAPITALS * len(words)


def _forms(lines: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """How often the body writes each word small, and how often with a capital that no beginning asks for."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in (line for line in lines if "http" not in line):
        for found in _WORD.finditer(line):
            word = _POSSESSIVE.sub("", found.group())
            if word[0].islower():
                small[word.lower()] += 1
            elif found.start() and not _AFTER_STOP.search(line[max(0, found.start() - 4) : found.start()]):
                capital[word.lower()] += 1
    return small, capital


def _to_be_small(
    line: str, small: Counter[str], capital: Counter[str], common: Callable[[str], bool]
) -> Iterator[tuple[int, str]]:
    """The words after the first that are no names, with their places; of a line in capitals, names get one letter."""
    shouted, given = line.isupper(), False
    for found in list(_WORD.finditer(line))[0 if shouted else 1 :]:
        word = found.group()
        bare = _POSSESSIVE.sub("", word).lower()
        before, given = given, lexicon.names().gender(word.capitalize()) is not None
        if before or (not shouted and len(bare) > 1 and bare.upper() == word[: len(bare)]):
            continue
        name = (
            (len(bare) == 1 and bare != "a")
            or capital[bare] > small[bare]
            or (not small[bare] and not _is_common(bare, small.keys(), common))
        )
        changed = word.lower() if not name and found.start() else word[0] + word[1:].lower() if shouted else word
        if changed != word and len(changed) == len(word):
            yield found.start(), changed


@cache
def _dates() -> frozenset[str]:
    words = lexicon.table("reading")
    return frozenset((*words["weekdays"], *(form for month in words["months"] for form in month))) - {"may", "march"}


def _is_common(word: str, small: Set[str], common: Callable[[str], bool]) -> bool:
    """Whether it is an English word in any of its forms, or one of the body's, and nobody's or no place's name."""
    if "-" in word:
        return all(_is_common(part, small, common) for part in word.split("-"))
    places, title = load_gazetteer(), word.capitalize()
    if (
        word in _dates()
        or places.country(title)
        or places.city(title)
        or places.region(title)
        or places.adjective(title)
    ):
        return False
    stems = [word, *(word.removesuffix(end) + base for end, base in _ENDINGS if word.endswith(end))]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]]
    if any(stem in small for stem in stems):
        return True
    return lexicon.names().gender(title) is None and any(common(stem) for stem in stems)
