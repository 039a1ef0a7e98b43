"""Scores the claims of an article against facts that were written down by reading it, before the extractor ran.

A fact is found when some claim has its relation, both its ends, and its polarity; it is found *strictly* when certainty
and speaker agree too. Alternatives in a cell are separated by "|"; an empty one means that none is right as well.
Precision is given for declared relations, for which the lists are meant to be complete.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Certainty, Claim, DocumentGraph, Literal, Polarity, Span, Status, Voice

HERE = Path(__file__).parent
_ARTICLE = re.compile(r"^(?:the|a|an|several|some|many|other)\s+")
_AFTER_HEAD = re.compile(
    r"\s(?:about|against|among|at|behind|between|by|for|from|in|into|of|on|over|to|toward|towards|under|with|within)\s"
)
_UNNAMED_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a list: every cell as its alternatives, in normal form."""

    subject: frozenset[str]
    relation: frozenset[str]
    object: frozenset[str]
    polarity: str
    certainty: str
    speaker: frozenset[str]
    headline: bool
    sentence: str

    @property
    def is_plain(self) -> bool:
        """Whether the article says in its own voice that it happened."""
        return "" in self.speaker and self.polarity == Polarity.POSITIVE and self.certainty == Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one article or several; they add up."""

    facts: int = 0
    found: int = 0
    strict: int = 0
    headline: int = 0
    headline_found: int = 0
    claims: int = 0
    right: int = 0
    standing: int = 0
    headline_standing: int = 0

    def __add__(self, other: "Score") -> "Score":
        names = self.__dataclass_fields__
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def line(self) -> str:
        shares = {
            "headline": (self.headline_found, self.headline),
            "found": (self.found, self.facts),
            "strict": (self.strict, self.facts),
            "standing": (self.standing, self.facts),
            "standing headline": (self.headline_standing, self.headline),
            "precision": (self.right, self.claims),
        }
        return "  ".join(f"{name} {part}/{whole} {part / max(whole, 1):.2f}" for name, (part, whole) in shares.items())


def facts_of(stem: str) -> list[Fact]:
    with (HERE / "facts" / f"{stem}.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Fact(
                _names(row["subject"]),
                frozenset(row["relation"].split("|")),
                _names(row["object"]),
                row["polarity"],
                row["certainty"],
                _names(row["speaker"]),
                row["headline"] == "yes",
                row["sentence"],
            )
            for row in csv.DictReader(rows)
        ]


def score(graph: DocumentGraph, facts: list[Fact]) -> Score:
    """Precision counts a claim of a declared relation as right when it is one of the facts.

    A fact stands when a claim that finds it is no tentative one: statements show it.
    """
    reader = _Reader(graph)
    sure = [claim for claim in graph.claims if claim.status is not Status.TENTATIVE]
    found = [fact for fact in facts if any(reader.says(claim, fact) for claim in graph.claims)]
    strict = [fact for fact in found if any(reader.says_strictly(claim, fact) for claim in graph.claims)]
    declared = [claim for claim in graph.claims if not claim.relation.startswith("rel:")]
    right = [claim for claim in declared if any(reader.says(claim, fact) for fact in facts)]
    standing = [fact for fact in found if any(reader.says(claim, fact) for claim in sure)]
    return Score(
        facts=len(facts),
        found=len(found),
        strict=len(strict),
        headline=sum(fact.headline for fact in facts),
        headline_found=sum(fact.headline for fact in found),
        claims=len(declared),
        right=len(right),
        standing=len(standing),
        headline_standing=sum(fact.headline for fact in standing),
    )


def missed(graph: DocumentGraph, facts: list[Fact]) -> Iterator[Fact]:
    reader = _Reader(graph)
    return (fact for fact in facts if not any(reader.says(claim, fact) for claim in graph.claims))


def wrong(graph: DocumentGraph, facts: list[Fact]) -> Iterator[Claim]:
    reader = _Reader(graph)
    declared = (claim for claim in graph.claims if not claim.relation.startswith("rel:"))
    return (claim for claim in declared if not any(reader.says(claim, fact) for fact in facts))


def overstated(graph: DocumentGraph, facts: list[Fact]) -> Iterator[Claim]:
    """Claims that stand as reported though every fact they match is only said, denied, feared or planned."""
    reader = _Reader(graph)
    for claim in graph.claims:
        matched = [fact for fact in facts if reader.concerns(claim, fact)]
        if claim.status is Status.REPORTED and matched and not any(fact.is_plain for fact in matched):
            yield claim


class _Reader:
    """Compares claims with facts by the names and mentions of the local entities."""

    def __init__(self, graph: DocumentGraph) -> None:
        self._text = graph.document.text
        self._named = {e.id: e.named for e in graph.entities}
        self._forms = {e.id: {_normal(form) for form in (e.label, *e.alt_labels)} for e in graph.entities}
        for mention in graph.mentions:
            self._forms[mention.entity].add(_normal(mention.span.of(self._text)))

    def says(self, claim: Claim, fact: Fact) -> bool:
        return self.concerns(claim, fact) and claim.polarity == fact.polarity

    def concerns(self, claim: Claim, fact: Fact) -> bool:
        ends = self._is(claim.subject, fact.subject) and self._is(claim.object, fact.object)
        return (claim.relation in fact.relation and ends) or self._describes(claim, fact)

    def _describes(self, claim: Claim, fact: Fact) -> bool:
        """ "The issue is complicated": a relation without an object here, a relation and an object in the lists."""
        quality = _normal(claim.relation.removeprefix("rel:be_").replace("_", " "))
        same = claim.relation.startswith("rel:be_") and claim.object is None and "rel:be" in fact.relation
        return same and quality in fact.object and self._is(claim.subject, fact.subject)

    def says_strictly(self, claim: Claim, fact: Fact) -> bool:
        surely = (claim.certainty is Certainty.CERTAIN) == (fact.certainty == Certainty.CERTAIN)
        return self.says(claim, fact) and surely and self._said_by(claim, fact)

    def _said_by(self, claim: Claim, fact: Fact) -> bool:
        if claim.voice is Voice.NARRATOR:
            return "" in fact.speaker
        forms = {form for id in claim.attributed_to for form in self._forms[id]}
        unknown = not claim.attributed_to and "?" in fact.speaker
        return (
            unknown
            or bool(forms & fact.speaker)
            or any(_alike(self._words(claim.source_mention), s) for s in fact.speaker)
        )

    def _words(self, span: Span | None) -> str:
        return _normal(span.of(self._text)) if span else ""

    def _is(self, end: str | Literal | None, names: frozenset[str]) -> bool:
        if end is None:
            return "" in names
        if isinstance(end, Literal):
            return _normal(end.text) in names
        alike = not self._named[end] and any(_alike(form, name) for form in self._forms[end] for name in names)
        return bool(self._forms[end] & names) or alike


def _alike(one: str, other: str) -> bool:
    """Phrases with the same last word or the same head, of which one begins with the other, or half equal in words."""
    left, right = set(one.split()), set(other.split())
    if not left or not right:
        return False
    same = one.split()[-1] == other.split()[-1] or _head(one) == _head(other) or one.startswith(f"{other} ")
    return same or len(left & right) >= _UNNAMED_OVERLAP * len(left | right)


def _head(phrase: str) -> str:
    """The last word before the first preposition: "drop" of "sharp drop in prices"."""
    return _AFTER_HEAD.split(phrase, maxsplit=1)[0].split()[-1]


def _names(cell: str) -> frozenset[str]:
    return frozenset(_normal(part) for part in cell.split("|"))


def _normal(name: str) -> str:
    plain = " ".join(re.sub(r"[’‘]", "'", name).casefold().replace("-", " ").split()).strip("\"'“”.,")
    return _ARTICLE.sub("", plain.removesuffix("'s"))
