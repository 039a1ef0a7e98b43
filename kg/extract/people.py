"""Names of persons in one article: which full names are one person's, and whose a bare surname is."""

import re

from kg import lexicon
from kg.extract.name_spans import Name
from kg.ids import slug

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_VOWELS = frozenset("aeiouy")
_QUOTED = re.compile(r"[\"“'‘(](\w[\w .-]*\w)[\"”'’)]")
_SHORTEST_SPELLING = 5
_GIVEN_AND_FAMILY = 2


def groups(names: list[Name]) -> list[list[Name]]:
    """Names of persons, put together by the person; bare names of nobody who is named in full by their words."""
    found: list[list[Name]] = []
    full = in_full(names)
    home = _homes(full)
    bare: dict[tuple[str, str | None], list[Name]] = {}
    for name in full:
        if home[name.text] == len(found):
            found.append([])
        found[home[name.text]].append(name)
    for name in sorted(set(names) - set(full)):
        bearer = _bearer(name, full)
        if bearer is not None:
            found[home[bearer.text]].append(name)
        else:
            bare.setdefault(_bare_key(name, names), []).append(name)
    return [sorted(members) for members in (*found, *bare.values())]


def _homes(full: list[Name]) -> dict[str, int]:
    """A number for each person, by the forms of the full name."""
    firsts: list[Name] = []
    home: dict[str, int] = {}
    short = _short_and_long(full)
    for name in full:
        if name.text not in home:
            same = (home[n.text] for n in firsts if _is_same(n, name) or {n.text, name.text} in short)
            home[name.text] = next(same, len(set(home.values())))
            firsts.append(name)
    return home


def _short_and_long(full: list[Name]) -> list[set[str]]:
    """ "Mo Berg" and "Maurice Berg", if no other Berg of the article may be Mo for short."""
    found: list[set[str]] = []
    for name in full:
        longer = [n for n in full if _may_be_short_for(name, n)] if _several(slug(name.words[0])) else []
        if all(_is_same(longer[0], n) for n in longer):
            found += [{name.text, n.text} for n in longer]
    return found


def _may_be_short_for(name: Name, other: Name) -> bool:
    """Whether the given name is short for several, with the other's among them."""
    short, long = (tuple(slug(w) for w in n.text.split()) for n in (name, other))
    return len(short) == _GIVEN_AND_FAMILY <= len(long) and short[1] == long[-1] and long[0] in _several(short[0])


def _several(given: str) -> tuple[str, ...]:
    return tuple(lexicon.table("resolving")["short_forms"].get(given, ()))


def parts(name: Name) -> tuple[str, ...]:
    """The folded words, without "Jr." and the like."""
    own = tuple(slug(w) for w in name.text.split())
    return own[:-1] if len(own) > 2 and own[-1] in _GENERATIONS else own


def surname(name: Name) -> str:
    """The word by which news goes on calling a person; the first where family names stand first ("Park Min-jun")."""
    own = name.text.replace("-", " ").split()
    if len(own) > 2 and own[-1].rstrip(".").lower() in _GENERATIONS:
        own.pop()
    return own[0] if own[0] in lexicon.names().family_name_first else own[-1]


def folded(text: str) -> str:
    """Small letters, with one apostrophe: "O’Neill" is O'Neill."""
    return text.casefold().replace("’", "'")


def _is_same(one: Name, other: Name) -> bool:
    """The same words, or the same surname and given names of which one is the other's short form or spelling."""
    if slug(one.text) == slug(other.text):
        return True
    left, right = parts(one), parts(other)
    generations = len(one.text.split()) - len(left) != len(other.text.split()) - len(right)
    if generations or left[-1] != right[-1] or min(len(left), len(right)) < 2:
        return False
    inner = len(left) == len(right) and any(a[0] != b[0] for a, b in zip(left[1:-1], right[1:-1], strict=True))
    return not inner and _is_same_given(left[0], right[0])


def _is_same_given(left: str, right: str) -> bool:
    nicknames = lexicon.nicknames()
    if left == right or nicknames.get(left, left) == nicknames.get(right, right):
        return True
    differing = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    vowel = len(differing) == 1 and all(c in _VOWELS for c in differing[0]) and left[-1] == right[-1]
    return vowel and len(left) == len(right) >= _SHORTEST_SPELLING


def _bearer(name: Name, full: list[Name]) -> Name | None:
    """Whose surname a bare name is: of several bearers, the one whom the article introduced first.

    "Mr." and "Mrs." tell husband and wife apart.
    """
    word, gender = folded(name.text), lexicon.names().gender(name.honorific)
    fits = [n for n in full if gender is None or _gender(n) in {gender, None}]
    last_names = [n for n in fits if word in {folded(surname(n)), folded(n.words[-1])} or _ends_in(n, word)]
    given_names = [n for n in fits if word in {folded(n.words[0]), _nickname(n)}] or _short_for(word, fits)
    earlier = [n for n in (last_names or given_names) if n < name]
    return next(iter(earlier or last_names or given_names), None)


def _nickname(name: Name) -> str | None:
    """ "Bo" of "Robert 'Bo' Berg"."""
    found = _QUOTED.search(name.text)
    return folded(found[1]) if found is not None else None


def _short_for(word: str, full: list[Name]) -> list[Name]:
    """The names of the only person whose given name the word is short for ("Bill" for William Lee)."""
    longer = [n for n in full if len(n.words[0]) > len(word) and _is_short_form(word, n.words[0].casefold())]
    return longer if len({surname(n).casefold() for n in longer}) == 1 else []


def _is_short_form(word: str, given: str) -> bool:
    known = lexicon.nicknames()
    return given in _several(word) or (word in known and known[word] == known.get(given))


def _ends_in(name: Name, words: str) -> bool:
    """ "Ann Holtz-Berg" in "holtz-berg", "Bo de Berg" in "de berg"."""
    return folded(name.text).endswith(f" {words}")


def in_full(names: list[Name]) -> list[Name]:
    """Names with a given name; "De Berg" has none where the article has "Bo de Berg", nor has "Holtz-Berg"."""
    several = [n for n in names if " " in n.text]
    long = {n.text: n for n in several if len(n.text.split()) > _GIVEN_AND_FAMILY}
    return sorted(n for n in several if not any(_is_double(n, other) for other in long.values()))


def _is_double(name: Name, other: Name) -> bool:
    return _ends_in(other, folded(name.text)) and lexicon.names().gender(name.words[0]) is None


def _bare_key(name: Name, names: list[Name]) -> tuple[str, str | None]:
    """Its word; where the article has a Mr. and a Mrs. of it, with the gender."""
    alike = [n for n in names if n.honorific and n.text == name.text]
    told = {gender for n in alike if (gender := lexicon.names().gender(n.honorific))}
    return slug(name.text), lexicon.names().gender(name.honorific) if len(told) > 1 else None


def _gender(name: Name) -> str | None:
    words = lexicon.names()
    return words.gender(name.honorific) or words.gender(name.words[0])
