"""When: the date phrases of a text, each with the clause or the noun that it dates."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from kg.extract.days import Days, apart
from kg.extract.syntax import NOUNS, VERBS
from kg.extract.tense import auxiliaries
from kg.extract.vocabulary import head_kinds
from kg.model import Literal, Qualifier

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RANGE = re.compile(rf"({_YEAR.pattern})\s*(?:to|until|through|-|–|—)\s*({_YEAR.pattern})")
_ENDS = {"since": "startDate", "from": "startDate", "until": "endDate", "till": "endDate", "through": "endDate"}
_APART = frozenset({"before", "after", "by", "of", "for", "about", "to", "like", "ahead", "prior", "than", "over"})
_INSIDE = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
_SETTINGS = frozenset({"in", "at", "during", "on"})
_DATED_VERBS = frozenset({"win", "lose", "hold", "attend", "contest", "miss"})
_GRAINS = ("date", "gMonthDay", "gYearMonth", "gMonth", "gYear")
_DATELINE = re.compile(r"\s*,?\s*(?:\d{4})?\s*(?:\([^)\n]{1,40}\))?\s*(?:—|–|--|-)\s")
_DATELINE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase at home: the verb or noun it belongs to, as which qualifier, and how far up that stands."""

    phrase: Phrase
    home: Token
    name: str
    distance: int


class Calendar:
    """Reads date phrases of one document, whose day of publication may be unknown."""

    def __init__(self, doc: Doc, issued: Literal | None) -> None:
        self._days = Days(datetime.date.fromisoformat(issued.text) if issued and issued.datatype == "date" else None)
        self._phrases = [phrase for phrase in doc.ents if _is_date(phrase) and not _in_dateline(phrase)]
        self._at: dict[int, list[Dated]] = {}
        for phrase in self._phrases:
            for dated in _homes(phrase):
                self._at.setdefault(dated.home.i, []).append(dated)

    def qualifiers(self, governor: Token, *, future: bool) -> Iterator[Qualifier]:
        """The dates of a clause or noun: one `date` at most; after "since", "until" and the like the ends of a span."""
        ahead = future and not _is_past(governor)
        found = [
            (d, value) for d in self._at.get(governor.i, ()) if (value := self._value(d, future=ahead)) is not None
        ]
        for name in ("startDate", "endDate"):
            yield from (Qualifier(name, value) for dated, value in found if dated.name == name)
        days = [(d.distance, _GRAINS.index(v.datatype), n, v) for n, (d, v) in enumerate(found) if d.name == "date"]
        yield from (Qualifier("date", value) for *_, value in sorted(days, key=lambda day: day[:3])[:1])

    def resolve(self, words: str, *, future: bool = False) -> Literal | None:
        """The date of some words by themselves."""
        return self._days.resolve(words, future=future)

    def _value(self, dated: Dated, *, future: bool) -> Literal | None:
        words = _full(dated.phrase)
        if span := _RANGE.search(words):
            return Literal(span[1 if dated.name == "startDate" else 2], "gYear")
        return self._days.resolve(words, future=future) or self._told_from_another(dated.phrase)

    def _told_from_another(self, phrase: Phrase) -> Literal | None:
        """ "two days later", by the date before it in its paragraph."""
        before = [p for p in self._phrases if p.end <= phrase.start][-1:]
        for anchor in before:
            between = phrase.doc[anchor.end : phrase.start].text
            value = self._days.resolve(_full(anchor))
            return apart(phrase.text, value) if value is not None and "\n" not in between else None
        return None


def _is_date(phrase: Phrase) -> bool:
    """Dates, times of a day that may be one ("Tuesday night"), and years that the tagger takes for plain numbers."""
    if phrase.label_ in {"DATE", "TIME"}:
        return True
    root = phrase.root
    year = phrase.label_ == "CARDINAL" and _YEAR.fullmatch(phrase.text) is not None
    return year and root.dep_ == "pobj" and root.head.lower_ in {"in", "since", "until"}


def _in_dateline(phrase: Phrase) -> bool:
    """ "ROME, Nov. 20 (Agency) — …": the day of the report."""
    text = phrase.doc.text
    begin = text.rfind("\n", 0, phrase.start_char) + 1
    near = phrase.start_char - begin <= _DATELINE_LENGTH
    return near and _DATELINE.match(text, phrase.end_char) is not None and _capital(text[begin : phrase.start_char])


def _capital(words: str) -> bool:
    """Whether a line begins like a dateline: nothing, or a place in capitals."""
    first = words.split(",")[0].strip(" (")
    return first == "" or first.isupper()


def _homes(phrase: Phrase) -> Iterator[Dated]:
    """What a phrase dates, if it dates anything; a range gives both ends."""
    home = _home(phrase.root)
    if home is None:
        return
    token, name, distance = home
    names = ("startDate", "endDate") if _RANGE.search(_full(phrase)) else (name,)
    yield from (Dated(phrase, token, each, distance) for each in names)


def _home(root: Token) -> tuple[Token, str, int] | None:
    """The verb whose clause a phrase stands in ("in a vote on Monday"), or the noun in apposition.

    A date inside a nominal ("the 2015 deal") dates the clause only where that is a happening in which it takes place.
    """
    name = _name(root)
    below, here, distance = root, root.head, 0
    if name is None or root.dep_ == "appos":
        return None
    while here != below and here.pos_ not in VERBS:
        if here.pos_ in NOUNS and here.dep_ in {"appos", "ROOT"}:
            return (here, name, distance) if here.dep_ == "appos" else None
        if not _passes(below, here):
            return None
        below, here, distance = here, here.head, distance + 1
    return (here, name, distance) if here.pos_ in VERBS else None


def _name(root: Token) -> str | None:
    """The qualifier by the preposition; none after "before" and the like, which give no date of the happening."""
    first = root.head if root.dep_ == "conj" and root.head.ent_type_ == "DATE" else root
    preposition = first.head
    if first.dep_ != "pobj":
        return "date"
    if preposition.lower_ == "between":
        return "startDate" if first == root else "endDate"
    if preposition.lower_ == "to" and _has_from(preposition):
        return "endDate"
    if preposition.lower_ in _ENDS:
        return None if _for_the_first_time(preposition) else _ENDS[preposition.lower_]
    return None if preposition.lower_ in _APART else "date"


def _has_from(to: Token) -> bool:
    return to.head.lower_ == "from" or any(t.lower_ == "from" for t in to.head.children)


def _for_the_first_time(since: Token) -> bool:
    """ "won for the first time since 2012": that is not when it began."""
    return since.i > 0 and since.nbor(-1).lower_ == "time"


def _passes(below: Token, noun: Token) -> bool:
    """Whether a date below a noun is one of the clause above it."""
    if noun.pos_ not in NOUNS or below.dep_ not in _INSIDE:
        return noun.pos_ not in NOUNS or below.lower_ not in {"of", "for", "since", "until", "from"}
    if head_kinds().get(noun.lemma_.lower()) != "Happening":
        return noun.ent_type_ in {"DATE", "TIME"}
    settles = noun.dep_ == "pobj" and noun.head.lower_ in _SETTINGS
    return settles or noun.dep_ == "nsubj" or (noun.dep_ == "dobj" and noun.head.lemma_ in _DATED_VERBS)


def _full(phrase: Phrase) -> str:
    """The words of a date, with a year that the tagger left outside ("Nov 22, 2018")."""
    after = phrase.doc[phrase.end : phrase.end + 2].text.strip(", ")
    return f"{phrase.text} {after}" if _YEAR.fullmatch(after) and not _YEAR.search(phrase.text) else phrase.text


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(t.lemma_ == "have" or t.tag_ == "VBD" for t in auxiliaries(verb))
