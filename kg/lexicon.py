"""Reads the word lists of `ontology/lexicon/`: titles, words of names, and any other table.

Each file is read once, at its first use, and what is read never changes. A name is looked up as written, then without
"the", then, where it is all in capitals (a dateline's MOSCOW), in title case; so "US" is a country and "us" is not.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from kg import resources

T = TypeVar("T")
_ARTICLES = ("the ", "The ", "THE ")
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Kinship:
    """What "A is the WORD of B" says: the relation, the side of it that A takes (subject, object), A's gender or ""."""

    relation: str
    holder: str
    gender: str


@dataclass(frozen=True, slots=True)
class Titles:
    """Words for offices, professions and kin: lower case, singular. `tenure` leads from "former" to when that is."""

    heads: frozenset[str]
    spokes: frozenset[str]
    members: frozenset[str]
    kin: frozenset[str]
    tenure: Mapping[str, str]
    family: Mapping[str, Kinship]


@dataclass(frozen=True, slots=True)
class Metonym:
    """A building or place that stands for who works there; `country` is an ISO code."""

    label: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that names are made of; what each list is for, and how it is written, is said in the file."""

    honorifics: frozenset[str]
    organization_heads: frozenset[str]
    legal_forms: frozenset[str]
    happening_heads: frozenset[str]
    business_words: frozenset[str]
    media: frozenset[str]
    degrees: frozenset[str]
    portfolio_heads: frozenset[str]
    captions: frozenset[str]
    award_heads: frozenset[str]
    street_heads: frozenset[str]
    place_prefixes: frozenset[str]
    ship_prefixes: frozenset[str]
    family_name_first: frozenset[str]
    _genders: Mapping[str, str]
    _metonyms: Mapping[str, Metonym]

    def gender(self, word: str) -> str | None:
        """Male or female, in lower case, where a given name or honorific tells."""
        return self._genders.get(word)

    def metonym(self, surface: str) -> Metonym | None:
        return look_up(self._metonyms, surface)


@cache
def table(name: str) -> Mapping[str, Any]:
    """`ontology/lexicon/NAME.toml`: tables as read-only mappings, arrays as tuples."""
    frozen: Mapping[str, Any] = _freeze(
        tomllib.loads((resources.folder("ontology") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))
    )
    return frozen


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """One array of a table, to ask what is in it: `words("cues", "nouns", "uttering")`."""
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return frozenset(found)


@cache
def titles() -> Titles:
    """Offices, professions and kin."""
    words = table("titles")
    return Titles(
        heads=frozenset(words["heads"]),
        spokes=frozenset(words["spokes"]),
        members=frozenset(words["members"]),
        kin=frozenset(words["kin"]),
        tenure=words["tenure"],
        family=index((word, Kinship(**kinship)) for word, kinship in words["family"].items()),
    )


@cache
def names() -> NameWords:
    """What tells names apart."""
    words = table("names")
    told = [
        (word, gender)
        for gender in ("male", "female")
        for word in (*words["given"][gender], *words[f"{gender}_honorifics"])
    ]
    return NameWords(
        honorifics=frozenset(words["honorifics"]),
        organization_heads=frozenset(words["organization_heads"]),
        legal_forms=frozenset(words["legal_forms"]),
        happening_heads=frozenset(words["happening_heads"]),
        business_words=frozenset(words["business_words"]),
        media=frozenset(words["media"]),
        degrees=frozenset(words["degrees"]),
        portfolio_heads=frozenset(words["portfolio_heads"]),
        captions=frozenset(words["captions"]),
        award_heads=frozenset(words["award_heads"]),
        street_heads=frozenset(words["street_heads"]),
        place_prefixes=frozenset(words["place_prefixes"]),
        ship_prefixes=frozenset(words["ship_prefixes"]),
        family_name_first=frozenset(word for listed in words["family_first"].values() for word in listed),
        _genders=index(told),
        _metonyms=index((surface, Metonym(**entry)) for surface, entry in words["metonyms"].items()),
    )


@cache
def nicknames() -> Mapping[str, str]:
    """From each form of a given name to the first one of its group ("bill" and "william" to "william")."""
    return index((form, group[0]) for group in table("resolving")["name_groups"] for form in group)


def index(pairs: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    """A read-only mapping; of pairs with one key the last one counts."""
    return MappingProxyType(dict(pairs))


def look_up(entries: Mapping[str, T], surface: str) -> T | None:
    """What is listed under a name as it is written, without its article, or in title case if it is all in capitals."""
    written = surface.replace("’", "'")
    if written in entries:
        return entries[written]
    bare = written[4:] if written.startswith(_ARTICLES) else written
    if bare.isupper() and len(bare) >= _SHORTEST_IN_CAPITALS and bare not in entries:
        return entries.get(bare.title())
    return entries.get(bare) if bare is not written else None


def _freeze(value: object) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(item) for key, item in value.items()})
    return tuple(map(_freeze, value)) if isinstance(value, list) else value
