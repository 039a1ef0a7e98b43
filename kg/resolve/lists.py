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
    generations: dict[str, str]
    particles: frozenset[str]
    arabic: frozenset[str]
    sons: frozenset[str]
    kunya: frozenset[str]
    family_first: frozenset[str]
    given: frozenset[str]
    common: frozenset[str]
    common_given: frozenset[str]
    two_surnames: frozenset[str]
    often_left_out: frozenset[str]
    name_groups: dict[str, str]
    short_forms: dict[str, tuple[str, ...]]
    translated: dict[str, str]
    sounds: Rules
    korean_sounds: Rules
    korean_families: dict[str, str]
    articles: frozenset[str]
    legal_forms: frozenset[str]
    spellings: Rules
    generic: frozenset[str]
    function_words: frozenset[str]
    tenure: frozenset[str]
    ties: frozenset[str]


@cache
def lists() -> Lists:
    """Read once; the lists never change while the program runs."""
    data, names = table("resolving"), table("names")
    groups = data["name_groups"]
    return Lists(
        honorifics=frozenset(data["honorifics"]) | frozenset(map(fold, names["honorifics"])),
        generations=_groups(data["generations"]),
        particles=frozenset(data["particles"]),
        arabic=frozenset(data["arabic"]),
        sons=frozenset(data["sons"]),
        kunya=frozenset(data["kunya"]),
        family_first=frozenset(fold(one) for listed in names["family_first"].values() for one in listed),
        given=frozenset(fold(one) for listed in names["given"].values() for one in listed) | _groups(groups).keys(),
        common=frozenset(one for listed in data["common"].values() for one in listed),
        common_given=frozenset(data["common_given"]),
        two_surnames=frozenset(data["common"]["spanish"]) | frozenset(data["common"]["portuguese"]),
        often_left_out=frozenset(data["often_left_out"]),
        name_groups=_groups(groups),
        short_forms=dict(data["short_forms"]),
        translated=_groups(data["translated"]),
        sounds=_rules(data["sounds"]),
        korean_sounds=_rules(data["korean_sounds"]),
        korean_families=_groups(data["korean_families"]),
        spellings=_rules(data["spellings"]),
        articles=frozenset(data["articles"]),
        legal_forms=frozenset(map(fold, names["legal_forms"])),
        generic=frozenset(data["generic"]),
        function_words=frozenset(data["function_words"]),
        tenure=frozenset(data["tenure"]),
        ties=frozenset(data["ties"]),
    )


def _groups(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    return {form: group[0] for group in groups for form in group}


def _rules(pairs: Iterable[tuple[str, str]]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


def rewritten(word: str, rules: Rules) -> str:
    """The word after all rules, in their order."""
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
