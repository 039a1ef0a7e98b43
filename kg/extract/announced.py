"""Whom a headline and its lede tell of before the name: "Woman Killed in Crash", "A woman has died", "Ann Lee was hit".

Only the sole one to be harmed, or to be taken into custody: one person who is named, and nobody else in the article.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kg import lexicon
from kg.extract.clusters import Cluster
from kg.extract.profiles import Profile
from kg.extract.syntax import SUBJECTS, child, children, conjuncts
from kg.extract.vocabulary import nation_of
from kg.extract.words import Doc, Token

_OPENING = 10  # sentences: headlines, dates and names of authors, and the lede
_SINGULAR = frozenset({"NN", "NNP"})
_PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_PASSIVE = frozenset({"VBN", "VBD"})
_MODIFIERS = ("amod", "compound", "nmod")


def announced(doc: Doc, clusters: list[Cluster], profiles: list[Profile]) -> dict[int, int]:
    """The cluster for each word that heads such a phrase."""
    reader = _Announced(doc, clusters, profiles)
    return {i: n for matter in lexicon.table("coreference")["announced"].values() for i, n in reader.of(matter).items()}


class _Announced:
    def __init__(self, doc: Doc, clusters: list[Cluster], profiles: list[Profile]) -> None:
        self._doc = doc
        self._clusters = clusters
        self._profiles = profiles
        self._home = {i: n for n, c in enumerate(clusters) for name in c.names for i in range(name.begin, name.end)}
        self._genders = lexicon.table("coreference")["genders"]

    def of(self, matter: Mapping[str, Any]) -> dict[int, int]:
        """What is told of the sole person to whom it happens."""
        befallen = list(_befallen(self._doc, matter))
        told = [t for t in befallen if self._is_told(t, matter)]
        named = {number for t in befallen if (number := self._person(t)) is not None}
        genders = {g for t in told if (g := self._genders.get(t.lemma_.lower())) is not None}
        if not told or len(named) != 1 or len(genders) > 1:
            return {}
        (number,) = named
        return dict.fromkeys([t.i for t in told], number) if self._fits(told, number, genders) else {}

    def _is_told(self, head: Token, matter: Mapping[str, Any]) -> bool:
        """A phrase in the singular near the beginning, with "a" or, as headlines have it, with nothing."""
        noun = head.lemma_.lower()
        if head.tag_ not in _SINGULAR or (noun not in self._genders and noun not in matter["nouns"]):
            return False
        articles = {t.lower_ for t in children(head, "det", "poss", "nummod")}
        opening = self._doc.sentence_numbers[head.i] < _OPENING and head.i not in self._home
        first = head.head if head.dep_ == "conj" else head  # "a man and a woman": one of two
        return opening and articles <= {"a", "an"} and child(first, "cc") is None

    def _fits(self, told: list[Token], number: int, genders: set[str]) -> bool:
        """All before the first name; neither gender nor nation are others than those of whom it names."""
        profile, first = self._profiles[number], self._clusters[number].names[0].begin
        nations = {nation.name for t in told for m in children(t, *_MODIFIERS) if (nation := nation_of(m)) is not None}
        agrees = profile.gender is None or genders <= {profile.gender}
        return (
            agrees and nations <= profile.nations and all(t.i < first for t in told) and self._says(number) >= genders
        )

    def _says(self, number: int) -> set[str]:
        """The gender of the pronouns for whoever is named; both where there are none, none where they differ."""
        found = {_PRONOUNS[t.lower_] for t in self._doc.having(_PRONOUNS.keys()) if self._person(t) == number}
        return found if len(found) == 1 else set() if found else {"male", "female"}

    def _person(self, token: Token) -> int | None:
        """Who is meant: by name, or by a pronoun after the only person that the sentence names."""
        if token.lower_ not in _PRONOUNS:
            number = self._home.get(token.i)
            return number if number is not None and self._clusters[number].kind == "Person" else None
        before = {self._home[t.i] for t in token.sent if t.i < token.i and t.i in self._home}
        people = {number for number in before if self._clusters[number].kind == "Person"}
        return people.pop() if len(people) == 1 else None


def _befallen(doc: Doc, matter: Mapping[str, Any]) -> Iterator[Token]:
    """Who dies, is hit, was killed; whom somebody shot."""
    alone = frozenset(matter["alone"])
    for verb in doc.having(alone | frozenset(matter["verbs"])):
        if verb.pos_ != "VERB":
            continue
        whom = child(verb, "nsubjpass", "dobj")
        if whom is None and (verb.lemma_ in alone or verb.tag_ in _PASSIVE):
            nearest = next(
                reversed(children(verb, *SUBJECTS)), None
            )  # "Woman killed, driver charged": of two the driver
            whom = verb.head if verb.dep_ == "acl" else nearest
        if whom is not None:
            yield from conjuncts(whom)
