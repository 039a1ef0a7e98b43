"""Reads the name of a person: its parts in one order, spelt as they are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.resolve.fold import fold, words
from kg.resolve.lists import lists

_HYPHENATED = re.compile(r"[a-z]+(?:-[a-z]+)+")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,3}|\b[B-DF-HJ-NP-TV-Z]{2}\b|\b[B-DF-HJ-NP-TV-Z][A-Z][B-DF-HJ-NP-TV-Z]\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|\([^()]*\)")
_CAMEL = re.compile(r"(?<!^Mac)(?<!^Van)(?<!^Von)(?<!^Fitz)(?<=[A-Za-z][a-z]{2})(?=[A-Z][a-z]{2})")
_BEHIND = re.compile(r"\b(?:PhD|Ph\.D\.?|M\.?D\.?|M\.?P\.?|MEP|Q\.?C\.?|K\.?C\.?|Esq\.?|[OCM]BE)$")
_SERVANT = re.compile(r"^abd(?:[aeou][a-z]?)?$")  # Abd, Abdul, Abdel, Abdur: "servant of", never a name by itself
_SERVANT_OF = re.compile(r"^abd[aeou](?:l(?!la)|([rsnd])(?=\1))(?=[a-z]{4})")
_OF_THE_FAITH = re.compile(r"^d[ie]+ne?$")
_WITH_FAITH = re.compile(r"(?<=[a-z]{2})(?:[aeou]d|[eou])d(?:in|een|ine|ien)$")
_BALTIC = re.compile(r"(?<=[a-z]{3})[aiu]?s$")
_ROMAN = re.compile(r"^[ivx]+$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts: its words without honorifics and particles, and the mark of a generation (`jr`), if any.

    `compound` holds the parts that were written with a hyphen; nobody leaves out half of "Jean-Pierre". `sons` are the
    parts behind "bin", which name the father. `arabic` says that some word is an Arabic particle, `sex` what the
    honorific tells. `marks` is a Vietnamese name as written, if with marks of tone, which tell names apart.
    """

    parts: tuple[str, ...]
    generation: str = ""
    compound: frozenset[str] = frozenset()
    sons: frozenset[str] = frozenset()
    arabic: bool = False
    sex: str = ""
    marks: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it says more than a family name and an initial; monarchs and popes have a number instead."""
        spelt = [part for part in self.parts if len(part) > 1]
        return len(self.parts) >= (2 if len(spelt) > 1 else 3) or bool(spelt and _ROMAN.match(self.generation))

    @property
    def is_eastern(self) -> bool:
        """Whether it has a Chinese, Korean or Vietnamese family name first or last, and no given name of elsewhere."""
        family = lists().eastern
        first, last = self.parts[0] in family, self.parts[-1] in family
        others = self.parts[1:] if first else self.parts[:-1]
        return (first or last) and lists().given.isdisjoint(others)

    def is_of_other_sex(self, other: "PersonName") -> bool:
        """Whether an honorific of one goes with no honorific or given name of the other."""
        mine, yours = self.sex or _sex(self.parts[0]), other.sex or _sex(other.parts[0])
        return bool((self.sex or other.sex) and mine and yours and mine != yours)

    @property
    def without_endings(self) -> tuple[str, ...]:
        """The parts without the s that Latvian and Lithuanian put behind each: "Sergejs Lavrovs"; none for others."""
        baltic = all(map(_BALTIC.search, self.parts))
        return tuple(_BALTIC.sub("", part) for part in self.parts) if baltic else ()


@lru_cache(maxsize=1 << 16)
def person_name(text: str) -> PersonName:
    """Reads a name; "Berg, Bo" is Bo Berg, "BoBerg" too where both are long enough, "A.B. Berg" is A B Berg."""
    text = _BEHIND.sub("", _QUOTED.sub(" ", text).strip()).rstrip(", ") or text
    if not text.isupper():
        text = _INITIALS.sub(lambda found: " ".join(found.group().replace(".", "")) + " ", text)
    if " " not in text:
        text = _CAMEL.sub(" ", text)
    raw = _in_order(text) or ["?"]
    sex = ""
    while len(raw) > 1 and raw[0] in lists().honorifics:
        sex = sex or _sex(raw[0])
        del raw[0]
    generation = lists().generations.get(raw[-1], "") if len(raw) > 1 else ""
    if generation:
        raw.pop()
    parts = _arabic(raw)
    sons = frozenset(after for word, after in pairwise(parts) if word in lists().sons)
    arabic = not lists().arabic.isdisjoint(raw)
    marks = "" if text.isascii() or lists().vietnamese.isdisjoint(parts[:1] + parts[-1:]) else text.casefold()
    return PersonName(_without_particles(tuple(parts)), generation, _compound(text), sons, arabic, sex, marks)


def _sex(word: str) -> str:
    if word in lists().male:
        return "male"
    return "female" if word in lists().female else ""


def _in_order(text: str) -> list[str]:
    """The words, the given names first where a comma says which these are."""
    family, _, given = text.partition(",")
    suffix = words(given)
    turned = suffix and suffix[0] not in lists().generations
    if not turned:
        return [*words(family), *suffix]
    late = suffix[-1:] if len(suffix) > 1 and suffix[-1] in lists().generations else ()
    return [*suffix[: len(suffix) - len(late)], *words(family), *late]


def _arabic(raw: list[str]) -> list[str]:
    """One word for "Abd al-Aziz", "Abdul Aziz" and "Abdelaziz", for "Abu Bakr", and for "Saif al-Din"."""
    parts: list[str] = []
    for number, word in enumerate(raw):
        before, after = raw[number - 1] if number else "", raw[number + 1 : number + 2]
        if _OF_THE_FAITH.match(word) and len(parts) > 1 and before in lists().particles:
            parts[-2:] = [f"{parts[-2]}din"]
        elif parts and _SERVANT.match(parts[-1]) and (word not in lists().particles or not after):
            parts[-1] = f"abd{word}"
        elif parts and _SERVANT.match(parts[-1]):
            continue
        elif parts and parts[-1] in lists().kunya and word not in lists().particles:
            parts[-1] += word
        else:
            parts.append(_WITH_FAITH.sub("din", word) if word in lists().name_groups else _one_word(word))
    return parts


def _one_word(word: str) -> str:
    return _WITH_FAITH.sub("din", _SERVANT_OF.sub("abd", word))


def _without_particles(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Between other parts only: Al Gore keeps his name, and so does Han Da Yeon."""
    if not lists().family_first.isdisjoint(parts[:1] + parts[-1:]):
        return parts
    inner = tuple(part for part in parts[1:-1] if part not in lists().particles)
    return parts[:1] + inner + parts[1:][-1:]


def _compound(text: str) -> frozenset[str]:
    hyphenated = [words(word) for word in _HYPHENATED.findall(fold(text))]
    return frozenset(part for parts in hyphenated if lists().particles.isdisjoint(parts) for part in parts)
