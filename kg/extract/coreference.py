"""Which name, or which phrase, a pronoun or a description stands for. What is not clear stays open."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.announced import announced
from kg.extract.clusters import Cluster
from kg.extract.descriptions import Descriptions
from kg.extract.discourse import Discourse
from kg.extract.phrases import Phrases
from kg.extract.profiles import Profiles
from kg.extract.pronouns import GENDERS, PRONOUNS, Pronouns, is_own, relative
from kg.extract.words import Doc, Token

_SURE, _PERSON, _OTHER, _DESCRIPTION = 0.95, 0.9, 0.7, 0.85  # as often right on annotated news
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


def links(doc: Doc, clusters: list[Cluster]) -> Iterator[Link]:
    """Every pronoun and description that has one clear antecedent, from left to right: one resolved helps the next."""
    discourse = Discourse(doc, clusters)
    facts = Profiles(doc, clusters)
    profiles = [facts.of(number, cluster) for number, cluster in enumerate(clusters)]
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
            entity = pronouns.of(token)
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


def _link(discourse: Discourse, token: Token, entity: int, confidence: float) -> Link:
    if discourse.cluster(entity) is not None:
        return Link(token.i, entity, None, confidence)
    return Link(token.i, None, discourse.phrase(entity).i, confidence)
