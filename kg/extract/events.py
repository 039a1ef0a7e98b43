"""The data of nominal events: which noun says which relation, and what its context leaves of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.extract.syntax import VERBS, children, possessor
from kg.extract.words import Token
from kg.model import Certainty

_RESERVED = frozenset(
    {"relation", "nouns", "subject", "object", "pair", "light", "control", "optional", "alone", "unnamed"}
)
_FROM = ("from", "of")
_INDEFINITE = frozenset({"a", "an", "any", "some", "no", "another"})


@dataclass(frozen=True, slots=True)
class Event:
    """How one relation is said by nouns: where its ends and qualifiers stand (see the head of the data file)."""

    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    pair: tuple[str, ...]
    light: tuple[str, ...] | None
    control: bool
    optional: bool
    alone: bool
    unnamed: bool
    qualifiers: Mapping[str, tuple[str, ...]]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where else who acts may stand behind a light verb: "won support from Lee", not "faces claims of theft"."""
        return tuple(place for place in _FROM if all(place not in places for places in self.qualifiers.values()))


@cache
def events() -> Mapping[str, Event]:
    """All events by the noun."""
    return {
        noun: Event(
            entry["relation"],
            entry["subject"],
            entry.get("object", ()),
            entry.get("pair", ()),
            entry.get("light"),
            entry.get("control", False),
            entry.get("optional", False),
            entry.get("alone", False),
            entry.get("unnamed", False),
            {name: places for name, places in entry.items() if name not in _RESERVED},
        )
        for entry in lexicon.table("relations")["event"]
        for noun in entry["nouns"]
    }


def event_of(noun: Token) -> Event | None:
    """What a noun names: by its plural, where that is a word of its own ("talks"), or by its singular."""
    return events().get(noun.lower_) or events().get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None


def context_of(noun: Token) -> Certainty:
    """What the words before the noun and those that govern it leave of the event.

    Certain only where they say that it took place, or where it is what the sentence goes on to tell of.
    """
    governors = list(_governors(noun))
    words = {t.lemma_.lower() for t in governors}
    words |= set(_predicates(noun))
    words |= {t.lower_ for below in (noun, *governors) for t in children(below, "amod", "mark")}
    for certainty in (Certainty.EXPECTED, Certainty.POSSIBLE):
        listed = lexicon.table("relations")["nominal"][certainty]["words"]
        if not words.isdisjoint(listed):
            return certainty
    return Certainty.CERTAIN if _is_told(noun) else Certainty.POSSIBLE


def _governors(noun: Token) -> Iterator[Token]:
    """The words that a noun hangs on, up to the verb of its clause."""
    here = noun
    while here.pos_ not in VERBS and here.head != here:
        here = here.head
        yield here


def _predicates(noun: Token) -> Iterator[str]:
    """ "the launch is late", "is behind schedule": what is said of the event."""
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        yield from (t.lower_ for t in children(noun.head, "acomp"))
        yield from (f"{p.lower_} {t.lower_}" for p in children(noun.head, "prep") for t in children(p, "pobj"))


def _is_told(noun: Token) -> bool:
    """A definite event as a subject, in apposition, after "during" and the like, or under a verb that tells of it."""
    factual = lexicon.table("relations")["nominal"]["factual"]
    definite = not any(t.lower_ in _INDEFINITE for t in children(noun, "det"))
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _is_told(noun.head)
    if noun.dep_ in {"nsubj", "nsubjpass", "appos"}:
        return definite and _is_plain(noun.head)
    if noun.dep_ == "attr":
        return _is_plain(noun.head)
    if noun.dep_ == "dobj":
        told = noun.head.lemma_ in factual["verbs"] or possessor(noun) is not None  # "upheld Lee's protest"
        return told and _is_plain(noun.head)
    if noun.dep_ == "pobj":
        told = noun.head.lower_ in factual["prepositions"] or (noun.head.lower_ in {"of", "to", "for"} and definite)
        return told and _is_plain(list(_governors(noun))[-1])
    return False


def _is_plain(verb: Token) -> bool:
    """Neither denied nor only possible, nor still to come."""
    return not any(t.dep_ == "neg" or t.tag_ in {"MD", "TO"} for t in verb.children)
