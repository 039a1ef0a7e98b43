"""Which name, or which phrase, a pronoun or a description stands for. What is not clear stays open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kg.extract.announced import announced
from kg.extract.clusters import Cluster
from kg.extract.descriptions import Descriptions
from kg.extract.discourse import Discourse
from kg.extract.phrases import Phrases
from kg.extract.profiles import Profile, Profiles
from kg.extract.pronouns import PRONOUNS, Pronouns, glossed, is_own, relative
from kg.extract.rivals import GENDERS
from kg.extract.words import Doc, Token

_SURE, _PERSON, _OTHER, _DESCRIPTION = 0.95, 0.9, 0.7, 0.85  # as often right on annotated news
_MOSTLY = 3
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


class Link(NamedTuple):
    """A word that stands for the cluster of that number or for the phrase headed by the word at `head`.

    One that `joins` stands for all who are joined with that word: "they" for "Lee and Berg".
    """

    token: int
    cluster: int | None
    head: int | None
    confidence: float
    joins: bool = False


def links(doc: Doc, clusters: list[Cluster]) -> list[Link]:
    """Every pronoun and description that has one clear antecedent, from left to right: one resolved helps the next.

    Read again where the pronouns for somebody tell a gender that a few of them contradict.
    """
    facts = Profiles(doc, clusters)
    profiles = [facts.of(number, cluster) for number, cluster in enumerate(clusters)]
    found = list(_read(doc, clusters, facts, profiles))
    told = _genders(doc, found, profiles)
    if told:
        profiles = [
            replace(profile, gender=told.get(number, profile.gender)) for number, profile in enumerate(profiles)
        ]
        found = list(_read(doc, clusters, facts, profiles))
    return _agreeing(doc, clusters, found, profiles)


def _read(doc: Doc, clusters: list[Cluster], facts: Profiles, profiles: list[Profile]) -> Iterator[Link]:
    discourse = Discourse(doc, clusters)
    pronouns = Pronouns(discourse, profiles)
    descriptions, phrases = Descriptions(discourse, facts, profiles), Phrases(discourse)
    ahead = announced(doc, clusters, profiles)
    entity: int | None
    for token in doc:
        if token.i in ahead:
            entity, confidence = ahead[token.i], _DESCRIPTION
            phrases.remember(token)
        elif token.tag_ in _RELATIVE:
            entity, confidence = relative(discourse, token), _SURE
        elif token.lower_ in PRONOUNS:
            entity = glossed(discourse, token)
            entity = pronouns.of(token) if entity is None else entity
            confidence = _PERSON if token.lower_ in GENDERS or is_own(discourse, token, entity) else _OTHER
        elif token.pos_ in _DESCRIBING:
            entity, confidence = descriptions.of(token), _DESCRIPTION
            entity = phrases.of(token) if entity is None else entity
        else:
            continue
        if entity is not None and entity < 0:
            yield Link(token.i, None, -entity - 1, confidence, joins=True)
        elif entity is not None:
            if token.tag_ not in _RELATIVE:
                discourse.continue_(token, entity)
            yield _link(discourse, token, entity, confidence)


def _genders(doc: Doc, found: Iterable[Link], profiles: list[Profile]) -> dict[int, str]:
    """The gender of those whose gender nothing but their pronouns tells, by far the most of them, and not all."""
    ranked = _votes(doc, found, profiles)
    return {number: first[0] for number, (first, second) in ranked.items() if first[1] >= _MOSTLY * second[1]}


def _votes(doc: Doc, found: Iterable[Link], profiles: list[Profile]) -> dict[int, list[tuple[str, int]]]:
    """How many pronouns there are of each gender for those who have both, the more frequent gender first."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for link in found:
        gender = GENDERS.get(doc.tokens[link.token].lower_)
        if gender is not None and link.cluster is not None and profiles[link.cluster].gender is None:
            votes[link.cluster][gender] += 1
    return {number: counts.most_common() for number, counts in votes.items() if len(counts) > 1}


def _agreeing(doc: Doc, clusters: list[Cluster], found: list[Link], profiles: list[Profile]) -> list[Link]:
    """Without the rarer pronoun for one who would be "he" as well as "she".

    Where each is there twice, without all but those that stand close behind the name.
    """
    ranked = _votes(doc, found, profiles)
    kept = {number: first[0] if first[1] > second[1] == 1 else "" for number, (first, second) in ranked.items()}
    return [link for link in found if link.cluster not in kept or _agrees(doc, clusters, link, kept[link.cluster])]


def _agrees(doc: Doc, clusters: list[Cluster], link: Link, gender: str) -> bool:
    own = GENDERS.get(doc.tokens[link.token].lower_)
    if own is None or gender or link.cluster is None:
        return own in (None, gender)
    places, here = doc.sentence_numbers, doc.sentence_numbers[link.token]
    return any(name.begin < link.token and here - places[name.begin] <= 1 for name in clusters[link.cluster].names)


def _link(discourse: Discourse, token: Token, entity: int, confidence: float) -> Link:
    if discourse.cluster(entity) is not None:
        return Link(token.i, entity, None, confidence)
    return Link(token.i, None, discourse.phrase(entity).i, confidence)
