"""The word lists of resolution as they are looked up, folded: `ontology/lexicon/resolving.toml` and `names.toml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from re import Pattern

from kg.lexicon import table
from kg.resolve.fold import fold

Rules = tuple[tuple[Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What each list is for is said in the file. `name_groups` leads from a form to the first form of its group.

    `family_first` are family names that are written before given names.
    """

    honorifics: frozenset[str]
    generations: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    name_groups: dict[str, str]
    sounds: Rules
    articles: frozenset[str]
    legal_forms: frozenset[str]
    spellings: Rules
    generic: frozenset[str]
    function_words: frozenset[str]
    tenure: frozenset[str]


@cache
def lists() -> Lists:
    """Read once; the lists never change while the program runs."""
    data, names = table("resolving"), table("names")
    return Lists(
        honorifics=frozenset(data["honorifics"]),
        generations=frozenset(data["generations"]),
        particles=frozenset(data["particles"]),
        family_first=frozenset(fold(one) for listed in names["family_first"].values() for one in listed),
        name_groups={form: group[0] for group in data["name_groups"] for form in group},
        sounds=_rules(data["sounds"]),
        spellings=_rules(data["spellings"]),
        articles=frozenset(data["articles"]),
        legal_forms=frozenset(map(fold, names["legal_forms"])),
        generic=frozenset(data["generic"]),
        function_words=frozenset(data["function_words"]),
        tenure=frozenset(data["tenure"]),
    )


def _rules(pairs: Iterable[tuple[str, str]]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


def rewritten(word: str, rules: Rules) -> str:
    """The word after all rules, in their order."""
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
