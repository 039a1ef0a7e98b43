"""The word lists of resolution as they are looked up, folded: `ontology/lexicon/resolving.toml` and `names.toml`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from re import Pattern
from typing import Any

from kg.lexicon import table
from kg.resolve.fold import fold, words

Rules = tuple[tuple[Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What each list is for is said in the file. `name_groups` leads from a form to the first form of its group.

    `family_first` are family names that are written before given names, `firms` last words of firms and newspapers.
    """

    honorifics: frozenset[str]
    generations: dict[str, str]
    particles: frozenset[str]
    arabic: frozenset[str]
    sons: frozenset[str]
    kunya: frozenset[str]
    family_first: frozenset[str]
    given: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    eastern: frozenset[str]
    vietnamese: frozenset[str]
    common: frozenset[str]
    common_given: frozenset[str]
    two_surnames: frozenset[str]
    often_left_out: frozenset[str]
    name_groups: dict[str, str]
    short_forms: dict[str, tuple[str, ...]]
    translated: dict[str, str]
    sounds: Rules
    short_sounds: Rules
    korean_sounds: Rules
    korean_families: dict[str, str]
    articles: frozenset[str]
    abbreviations: dict[str, str]
    legal_forms: dict[tuple[str, ...], str]
    loose_forms: frozenset[str]
    legal_forms_in_front: frozenset[tuple[str, ...]]
    holdings: frozenset[str]
    of_their_own: frozenset[str]
    of_the_state: frozenset[str]
    translations: dict[str, str]
    numerals: dict[str, str]
    spellings: Rules
    generic: frozenset[str]
    function_words: frozenset[str]
    tenure: frozenset[str]
    firms: frozenset[str]
    agencies: frozenset[str]
    heads: frozenset[str]


@cache
def lists() -> Lists:
    """Read once; the lists never change while the program runs."""
    data, names = table("resolving"), table("names")
    groups = data["name_groups"]
    return Lists(
        honorifics=frozenset(data["honorifics"]) | _folded(names["honorifics"]),
        generations=_groups(data["generations"]),
        particles=frozenset(data["particles"]) | frozenset(data["more_particles"]),
        arabic=frozenset(data["arabic"]),
        sons=frozenset(data["sons"]),
        kunya=frozenset(data["kunya"]),
        family_first=_folded(chain(*names["family_first"].values())),
        given=_folded(chain(*names["given"].values())) | _groups(groups).keys(),
        male=_folded(names["given"]["male"]) - _folded(names["given"]["female"]) | _folded(names["male_honorifics"]),
        female=_folded(names["given"]["female"]) - _folded(names["given"]["male"])
        | _folded(names["female_honorifics"]),
        eastern=_folded(chain(*names["family_first"].values())) | _groups(data["korean_families"]).keys(),
        vietnamese=_folded(names["family_first"]["vietnamese"]),
        common=frozenset(one for listed in data["common"].values() for one in listed),
        common_given=frozenset(data["common_given"]),
        two_surnames=frozenset(data["common"]["spanish"]) | frozenset(data["common"]["portuguese"]),
        often_left_out=frozenset(data["often_left_out"]),
        name_groups=_groups(groups),
        short_forms=dict(data["short_forms"]),
        translated=_groups(data["translated"]),
        sounds=_rules(data["sounds"]),
        short_sounds=_rules(data["short_sounds"]),
        korean_sounds=_rules(data["korean_sounds"]),
        korean_families=_groups(data["korean_families"]),
        spellings=_rules(data["spellings"]),
        articles=frozenset(data["articles"]),
        abbreviations=dict(data["abbreviations"]),
        legal_forms=_legal_forms(data["legal_forms"]),
        loose_forms=frozenset(kind[0] for kind in data["legal_forms"]["loose"]),
        legal_forms_in_front=frozenset(tuple(form.split()) for form in data["legal_forms_in_front"]),
        holdings=frozenset(data["holdings"]),
        of_their_own=frozenset(data["of_their_own"]),
        of_the_state=frozenset(data["of_the_state"]),
        translations=_groups(data["translations"]),
        numerals=_numerals(data),
        generic=frozenset(data["generic"]),
        function_words=frozenset(data["function_words"]),
        tenure=frozenset(data["tenure"]),
        firms=frozenset(names["business_words"]) | _folded(table("reading")["outlet_endings"]),
        agencies=frozenset(" ".join(words(name)) for name in table("reading")["agencies"]),
        heads=frozenset(data["heads"]),
    )


def _legal_forms(data: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """The kind of each by its words, the longest first."""
    found = {tuple(form.split()): kind[0] for kind in (*data["kinds"], *data["loose"]) for form in kind}
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def _numerals(data: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Number words by their figures, and "1st" by its word."""
    ones = {word: str(number) for number, word in enumerate(data["numerals"])}
    tens = {word: str(10 * number) for number, word in enumerate(data["tens"], 2)}
    endings = {1: "st", 2: "nd", 3: "rd"}
    ordinals = {f"{number}{endings.get(number, 'th')}": word for number, word in enumerate(data["ordinals"], 1)}
    return ones | tens | ordinals


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def _groups(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    return {form: group[0] for group in groups for form in group}


def _rules(pairs: Iterable[tuple[str, str]]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


def rewritten(word: str, rules: Rules) -> str:
    """The word after all rules, in their order."""
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
