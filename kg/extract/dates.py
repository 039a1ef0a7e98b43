"""When: the date phrases of a clause, resolved against the day of the report, with the grain that the words have."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from dateparser.date import DateDataParser
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from kg.extract.syntax import VERBS
from kg.model import Literal, Qualifier

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_POINT = re.compile(
    rf".*\b(?:{_MONTH}|{_WEEKDAY}|ago|earlier this|last|next|this|{_YEAR.pattern})\b.*|yesterday|today|tomorrow",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\b(?:century|centuries|decade|decades|weeks?|quarter|season|hours?|minutes?|old|every|each|\d{4}s)\b", re.I
)
_RELATIVE = re.compile(rf"\b(?:{_WEEKDAY}|yesterday|today|tomorrow|ago|last|next|this)\b", re.IGNORECASE)
_PLACES = {"since": "startDate", "from": "startDate", "until": "endDate", "till": "endDate", "through": "endDate"}
_LEAP_YEAR = 2024


class Calendar:
    """Reads date phrases of one document, whose day of publication may be unknown."""

    def __init__(self, doc: Doc, issued: Literal | None) -> None:
        self._phrases: dict[int, list[Phrase]] = {}
        for phrase in doc.ents:
            if phrase.label_ == "DATE":
                self._phrases.setdefault(_clause_of(phrase.root).i, []).append(phrase)
        self._issued = datetime.date.fromisoformat(issued.text) if issued and issued.datatype == "date" else None

    def qualifiers(self, verb: Token, *, future: bool) -> Iterator[Qualifier]:
        """The dates of the clause of `verb`: `date`; after "since", "until" and the like `startDate`, `endDate`."""
        for phrase in self._phrases.get(verb.i, ()):
            value = self.resolve(_full(phrase), future=future)
            if value is not None:
                yield Qualifier(_PLACES.get(phrase.root.head.lower_, "date"), value)

    def resolve(self, words: str, *, future: bool = False) -> Literal | None:
        """A date with the grain of the words; nothing for spans of time, and for what only the day of issue tells."""
        if not _POINT.fullmatch(words) or _LENGTH.search(words):
            return None
        if _YEAR.fullmatch(words):
            return Literal(words, "gYear")
        if _RELATIVE.search(words) and self._issued is None:
            return None
        base = self._issued or datetime.date(_LEAP_YEAR, 12, 31)
        found = _parser(base, "future" if future else "past").get_date_data(_normal(words))
        return None if found.date_obj is None else self._graded(found.date_obj.date(), found.period, words)

    def _graded(self, day: datetime.date, period: str, words: str) -> Literal | None:
        known = self._issued is not None or _YEAR.search(words) is not None
        if period == "year":
            return Literal(f"{day:%Y}", "gYear") if known else None
        if period == "month":
            return Literal(f"{day:%Y-%m}", "gYearMonth") if known else Literal(f"--{day:%m}", "gMonth")
        if period != "day":
            return None
        return Literal(day.isoformat(), "date") if known else Literal(f"--{day:%m-%d}", "gMonthDay")


@cache
def _parser(base: datetime.date, prefer: str) -> DateDataParser:
    settings = {"RELATIVE_BASE": datetime.datetime.combine(base, datetime.time()), "PREFER_DATES_FROM": prefer}
    return DateDataParser(languages=["en"], settings=settings)


def _normal(words: str) -> str:
    return re.sub(r"^(?:the|early|late|mid|in|on)[\s-]+", "", words.strip(), flags=re.IGNORECASE)


def _full(phrase: Phrase) -> str:
    """The words of a date, with a year that the tagger left outside ("Nov 22, 2018")."""
    after = phrase.doc[phrase.end : phrase.end + 2].text.strip(", ")
    return f"{phrase.text} {after}" if _YEAR.fullmatch(after) and not _YEAR.search(phrase.text) else phrase.text


def _clause_of(token: Token) -> Token:
    """The verb whose clause a phrase stands in, through prepositions and nouns ("in a vote on Monday")."""
    here = token
    while here.pos_ not in VERBS and here.head != here:
        here = here.head
    return here
