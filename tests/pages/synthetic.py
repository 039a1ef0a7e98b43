"""Corpora of any size with evidence, to see how pages bear them. Made by arithmetic: the same at each call."""

from collections.abc import Iterator
from typing import Final

from kg.model import DocumentGraph, Literal, Polarity, Status
from tests.pages.corpora import Corpus, fuse
from tests.samples import Article

_GIVEN: Final = [
    "Ann",
    "Bo",
    "Cy",
    "Dee",
    "Eli",
    "Fay",
    "Gus",
    "Hana",
    "Ivo",
    "Jun",
    "Kai",
    "Lea",
    "Max",
    "Nia",
    "Ole",
    "Pia",
    "Quinn",
    "Rosa",
    "Sam",
    "Tess",
]
_FAMILY: Final = [
    "Lee",
    "Berg",
    "Cole",
    "Novak",
    "Oduya",
    "Lindqvist",
    "Marchetti",
    "Kobayashi",
    "Petrov",
    "Park",
    "Aalto",
    "Brandt",
    "Castro",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Garcia",
    "Haddad",
    "Ito",
    "Jensen",
    "Kowalski",
    "Larsen",
    "Moreau",
    "Nyberg",
    "Okafor",
    "Pereira",
    "Quist",
    "Rossi",
    "Silva",
    "Tanaka",
]
_PLACES: Final = [
    "Oslo",
    "Bergen",
    "Norland",
    "Sudland",
    "Amber",
    "Westport",
    "Eastfield",
    "Harbour",
    "Lakeside",
    "Northgate",
]
_BODIES: Final = ["Bank", "Union", "Council", "Party", "Court", "Ministry", "Institute", "Agency"]
_RELATIONS: Final = (
    ("criticizes", "criticized"),
    ("supports", "backed"),
    ("meets", "met"),
    ("accuses", "accused"),
    ("praises", "praised"),
    ("rel:write_to", "wrote to"),
)
_PER_ARTICLE: Final = 12


def synthetic(count: int) -> Corpus:
    """`count` entities, somewhat more statements than that, a sentence or more for each, a dozen to an article.

    A few entities take part in much, most in one statement or two, as in news.
    """
    return fuse(_articles(count))


def _articles(count: int) -> Iterator[DocumentGraph]:
    pairs = list(_pairs(count))
    for number, start in enumerate(range(0, len(pairs), _PER_ARTICLE)):
        yield _article(number, pairs[start : start + _PER_ARTICLE])


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """Everybody with somebody before them, most often with one of few; every fourth with somebody else as well."""
    for number in range(1, count):
        yield number, number * 7919 % max(1, int(number**0.6))
        if number % 4 == 0 and number * 31 % count != number:
            yield number * 31 % count, number


def _article(number: int, pairs: list[tuple[int, int]]) -> DocumentGraph:
    sentences = [_sentence(number * _PER_ARTICLE + place, *pair) for place, pair in enumerate(pairs)]
    text = f"News of day {number}\n\n" + " ".join(sentence for sentence, *_ in sentences)
    day = Literal(f"20{10 + number // 336 % 15}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}", "date")
    article = Article(text, f"news/{number:05}.txt", day)
    for place, (sentence, relation, words, cue, polarity) in enumerate(sentences):
        ends = [article.entity(_name(one), _kind(one)) for one in pairs[place]]
        for end, one in zip(ends, pairs[place], strict=True):
            article.mention(end, _name(one), sentence)
        article.claim(
            relation,
            f"{words} {_name(pairs[place][1])}",
            *ends,
            polarity=polarity,
            cue=cue,
            confidence=0.5 + place / 25,
            status=Status.ANTICIPATED if "may have" in sentence else None,
            passage=sentence,
        )
    return article.graph()


def _sentence(number: int, one: int, other: int) -> tuple[str, str, str, str | None, Polarity]:
    relation, words = _RELATIONS[number % len(_RELATIONS)]
    says = f"{_name(one)} {words} {_name(other)} in a statement that was read out in {_PLACES[number % 10]}"
    if number % 5 == 1:
        return f"According to reports, {says}.", relation, words, "According to", Polarity.POSITIVE
    if number % 11 == 3:
        return f"It is not true that {says}.", relation, words, None, Polarity.NEGATIVE
    return f"{says}{', it may have been' if number % 13 == 5 else ''}.", relation, words, None, Polarity.POSITIVE


def _kind(number: int) -> str:
    return ("Person", "Person", "Organization", "Person", "City")[number % 5]


def _name(number: int) -> str:
    """Another for each number."""
    place, rest = _PLACES[number % 10], number // 5
    if _kind(number) == "Organization":
        return f"{place} {_BODIES[rest % 8]} {rest}"
    if _kind(number) == "City":
        return f"{place} {rest}"
    return f"{_GIVEN[number % 20]} {_FAMILY[rest % 30]} {number}"
