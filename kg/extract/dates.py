"""When: the dates of clauses and of nouns in apposition, resolved with the grain that the words have."""

import datetime
import re
from collections.abc import Iterator

from kg import lexicon
from kg.extract.date_homes import RANGE, Dated, date_phrases, homes, written_out
from kg.extract.days import Days, apart
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import auxiliaries, is_finite, is_past, tense
from kg.extract.words import Doc, Phrase, Token
from kg.model import Literal, Qualifier

# "around 15 years ago" is no year
_ABOUT = re.compile(r"(?:about|almost|around|nearly|over|roughly|some|more than|less than) .*\bago\b", re.IGNORECASE)
_GRAINS = ("date", "gMonthDay", "gYearMonth", "gMonth", "gYear")


class Calendar:
    """Reads date phrases of one document, whose day of publication may be unknown."""

    def __init__(self, doc: Doc, issued: Literal | None) -> None:
        self._days = Days(datetime.date.fromisoformat(issued.text) if issued and issued.datatype == "date" else None)
        self._phrases = list(date_phrases(doc))
        self._at: dict[int, list[Dated]] = {}
        for phrase in self._phrases:
            for dated in homes(phrase):
                self._at.setdefault(dated.home.i, []).append(dated)

    def qualifiers(self, governor: Token, *, future: bool) -> Iterator[Qualifier]:
        """The dates of a clause or noun: one `date` at most; after "since", "until" and the like the ends of a span."""
        at = self._dated(governor)
        if not at:
            return
        ahead = future and not _is_past(governor)
        found = [(d, value) for d in at if (value := self._value(d, future=ahead)) is not None]
        for name in ("startDate", "endDate"):
            yield from (Qualifier(name, value) for dated, value in found if dated.name == name)
        days = [(d.distance, _GRAINS.index(v.datatype), n, v) for n, (d, v) in enumerate(found) if d.name == "date"]
        yield from (Qualifier("date", value) for *_, value in sorted(days, key=lambda day: day[:3])[:1])

    def _dated(self, governor: Token) -> list[Dated]:
        """Its own date phrases, or the day before the first verb: "on Monday he left, saying …, and went home"."""
        own = self._at.get(governor.i, [])
        first = None if own else _joined_to(governor)
        return own if first is None else [d for d in self._dated(first) if d.name == "date" and d.phrase.end <= first.i]

    def _value(self, dated: Dated, *, future: bool) -> Literal | None:
        words = written_out(dated.phrase)
        if _ABOUT.match(words) or _ABOUT.match(f"{dated.phrase.doc[max(0, dated.phrase.start - 1)].text} {words}"):
            return None
        if span := RANGE.search(words):
            return Literal(span[1 if dated.name == "startDate" else 2], "gYear")
        ahead = future and dated.phrase.root.head.lower_ != "since"  # looks back, for plans as well
        return self._days.resolve(words, future=ahead) or self._told_from_another(dated.phrase)

    def _told_from_another(self, phrase: Phrase) -> Literal | None:
        """ "two days later", by the date before it in its paragraph."""
        before = [p for p in self._phrases if p.end <= phrase.start][-1:]
        for anchor in before:
            between = phrase.doc[anchor.end : phrase.start].text
            value = self._days.resolve(written_out(anchor))
            return apart(phrase.text, value) if value is not None and "\n" not in between else None
        return None


def _joined_to(verb: Token) -> Token | None:
    """The verb before it whose day is its day too: of the same tense and subject, with no word for a later one."""
    first = verb.head
    if verb.dep_ not in {"advcl", "conj"} or first.pos_ not in VERBS or verb.i < first.i:
        return None
    if verb.dep_ == "advcl" and any(t.lower_ == "when" for t in children(verb, "advmod")):
        return first if is_past(verb) and is_past(first) else None
    if child(verb, "nsubj", "nsubjpass", "mark") is not None:
        return None
    goes_on = verb.dep_ == "conj" and tense(verb) == tense(first)
    along = verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, "aux") is None and is_finite(first)
    later = any(t.lower_ in lexicon.words("grammar", "later") for t in children(verb, "advmod", "npadvmod"))
    return first if (goes_on or along) and not later else None


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(t.lemma_ == "have" or t.tag_ == "VBD" for t in auxiliaries(verb))
