"""Where a name begins and ends: without article, title, honorific and possessive, with all of its own words."""

import re
from dataclasses import dataclass, field

from kg import lexicon
from kg.extract.name_ends import breaks, ends_badly, is_code, without_title
from kg.extract.result_lines import is_score
from kg.extract.vocabulary import head_kinds, nation_of
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer

_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_TITLE = 5
_LONGEST_COUNTRY = 3
_OPENED = frozenset({"Person", "Organization", "Thing"})
_DASHES = frozenset("-–—")
_PORTFOLIO_HEADS = frozenset({"minister", "commissioner", "secretary", "chief", "spokesman", "spokeswoman"})
_CHIEF = re.compile("C[A-Z]O")
_PREFIXED = re.compile(r"(?:anti|pro|non|pre|post|mid|un)-")


@dataclass(frozen=True, slots=True)
class Name:
    """`doc[begin:end]`, without article, title, honorific and possessive. `kind` is a class of the ontology.

    Names of one text do not overlap, and are in the order of their first words.
    """

    begin: int
    end: int
    kind: str
    text: str
    honorific: str = ""
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(self.text.replace("-", " ").split()))

    def __lt__(self, other: "Name") -> bool:
        return self.begin < other.begin

    def __hash__(self) -> int:
        return self.begin


class NameSpans:
    """Mends the spans that the tagger gives."""

    def __init__(self) -> None:
        self._honorifics = lexicon.names().honorifics
        self._titles = lexicon.titles().heads
        self._portfolios = {title.removesuffix(" minister") for title in self._titles if title.endswith(" minister")}
        self._institutions = frozenset(lexicon.table("roles")["institutions"])
        self._city_offices = lexicon.words("roles", "city_offices")
        self._degrees = lexicon.names().degrees
        self._particles = frozenset(lexicon.table("resolving")["particles"])
        dates = lexicon.table("reading")
        self._calendar = frozenset({*dates["weekdays"], *(month[0] for month in dates["months"])})

    def name(self, doc: Doc, begin: int, end: int, kind: str) -> Name | None:
        """The name in `doc[begin:end]`, a person's if an honorific stands before it; None if nothing is left."""
        honorific = self._honorific(doc, begin, end)
        begin = self._begin(doc, _after_slug(doc, begin, end), end, kind)
        end = self._end(doc, begin, end, kind)
        text = text_of(doc, begin, end) if begin < end else ""
        if not text or self._is_no_name(text, kind) or is_code(doc, begin, end):
            return None
        return Name(begin, end, "Person" if honorific else kind, text, honorific)

    def _is_no_name(self, text: str, kind: str) -> bool:
        """Words without a capital, "anti-Acme", degrees, and days and months on their own (but May may be a person)."""
        dated = kind != "Person" and text.lower() in self._calendar
        return (
            text.islower()
            or not any(map(str.isalpha, text))
            or dated
            or self._is_office(text, kind)
            or _is_short_title(text)
            or text in self._degrees
            or _PREFIXED.match(text) is not None
        )

    def _is_office(self, text: str, kind: str) -> bool:
        """ "Surgeon General", "Nominee for Surgeon General", "CFO": an office in capitals is no body."""
        office = text.lower().rpartition(" for ")[2]
        chief = _CHIEF.fullmatch(text) is not None
        return kind in _OPENED and (chief or " " in office) and office in self._titles

    def title_length(self, doc: Doc, begin: int, end: int) -> int:
        """How many words before the last are a title: "Secretary of State Ann Lee" has three."""
        for length in range(min(_LONGEST_TITLE, end - begin - 1), 0, -1):
            if text_of(doc, begin, begin + length).lower() in self._titles:
                return length
        return 0

    def ends_title(self, doc: Doc, name: Name) -> bool:
        """Whether it is part of a title: "State" in "secretary of state", "General" in "state attorney general"."""
        size = 1 if name.text == "General" else 2  # words before
        office = name.begin >= size and doc[name.begin - size : name.end].text.lower() in self._titles
        return office or is_chief_officer(doc, name.begin, name.end)

    def _without_office(self, doc: Doc, begin: int, end: int) -> int:
        """ "U.S. Surgeon General" is the country's: no body, but an office."""
        for size in range(1, min(_LONGEST_COUNTRY, end - begin - 1) + 1):
            office = text_of(doc, begin + size, end).lower()
            if office in self._titles and load_gazetteer().country(text_of(doc, begin, begin + size)):
                return begin + size
        return end

    def _runs_into_title(self, doc: Doc, begin: int, end: int) -> bool:
        """ "Ann Lee Surgeon" before "General" in a headline: the last word is the first of an office."""
        return end - begin > 2 and end < len(doc) and f"{doc[end - 1].lower_} {doc[end].lower_}" in self._titles

    def _has_city_of_title(self, doc: Doc, begin: int, end: int) -> bool:
        """ "Boston City" before "Councilor": the councilor is the city's; Kansas City is one."""
        beside = end - begin > 1 and end < len(doc) and doc[end - 1].text == "City" and doc[end].is_title
        if not beside or f"city {doc[end].lower_}" not in self._city_offices:
            return False
        return load_gazetteer().city(text_of(doc, begin, end)) is None

    def _begins_title(self, doc: Doc, begin: int, end: int) -> bool:
        """ "EU Farm" before "Commissioner Ann Lee": the last word is the first of her title."""
        person = end - begin > 1 and end + 1 < len(doc) and doc[end].is_title and doc[end + 1].text[0].isupper()
        return person and doc[end - 1].lower_ in self._portfolios and doc[end].lower_ in _PORTFOLIO_HEADS

    def _honorific(self, doc: Doc, begin: int, end: int) -> str:
        """The honorific right before the name, inside the tagger's span or outside."""
        begin = self._first(doc, begin, end)
        before = doc[begin - 1].text if begin else ""
        return before if before in self._honorifics else ""

    def _begin(self, doc: Doc, begin: int, end: int, kind: str) -> int:
        begin = self._first(doc, begin, end)
        if kind == "Person":
            begin += self.title_length(doc, begin, end)
        while kind in _OPENED and begin < end - 1 and self._is_before(doc[begin]):
            begin += 1
        return begin - self._given_name_length(doc, begin, end) if kind == "Person" else begin

    def _is_before(self, token: Token) -> bool:
        """ "next" of "next Senate", but not "al" of "al-Shabab"."""
        small = token.is_lower and token.text[0].isalpha() and token.lower_ not in self._particles
        return small or self._is_no_part(token)

    def _first(self, doc: Doc, begin: int, end: int) -> int:
        return next((t.i for t in doc.tokens[begin:end] if not self._is_no_part(t)), end)

    def _is_no_part(self, token: Token) -> bool:
        word = token.lower_ in _ARTICLES or not token.text[0].isalnum() or token.text in self._honorifics
        return word or _is_infinitive(token) or (token.text.isdecimal() and is_score(token.doc.text, token.idx))

    def _given_name_length(self, doc: Doc, begin: int, end: int) -> int:
        """1 where the tagger left a given name outside ("Bo" of "Bo Berg")."""
        if end - begin != 1 or begin == 0 or doc[begin - 1].ent_type_ or doc[begin - 1].dep_ != "compound":
            return 0
        word = doc[begin - 1].text
        known = word.istitle() and word.lower() not in self._titles and doc[begin - 1].head == doc[begin]
        return int(known and doc[begin - 1].text not in self._honorifics and nation_of(doc[begin - 1]) is None)

    def _end(self, doc: Doc, begin: int, end: int, kind: str) -> int:
        end -= begin < end and doc[end - 1].tag_ == "POS"
        end = next((i for i in range(begin, end) if breaks(doc, i, begin, end)), end)
        end -= kind == "Organization" and self._begins_title(doc, begin, end)
        end -= kind == "Person" and self._runs_into_title(doc, begin, end)
        end -= kind == "Place" and self._has_city_of_title(doc, begin, end)
        while begin < end and ends_badly(doc[end - 1], kind, end - begin):
            end -= 1
        end = self._without_office(doc, begin, without_title(doc, begin, end) if begin < end else end)
        if end < len(doc) and doc[end].text == ":" and end - begin > 1:
            end -= doc[end - 1].text in lexicon.names().captions
        goes_on = begin < end < len(doc) and kind in {"Organization", "Thing"} and doc[end].text in self._institutions
        return end + goes_on


def _is_infinitive(token: Token) -> bool:
    """ "Leave" in the headline "Lee to Leave Acme Corporation"."""
    return token.tag_ == "VB" and token.i > 0 and token.nbor(-1).text == "to"


def _is_short_title(text: str) -> bool:
    """ "MP", "MPs": what many are."""
    short = text.removesuffix("s")
    return short.isupper() and head_kinds().get(short.lower()) == "Person"


def is_chief_officer(doc: Doc, begin: int, end: int) -> bool:
    """Whether it is the rest of "Chief Strategy Officer"."""
    return begin > 0 and doc[begin - 1].lower_ == "chief" and doc[end - 1].lower_ == "officer"


def text_of(doc: Doc, begin: int, end: int) -> str:
    """The words as written, whatever white space stands between them."""
    return " ".join(doc.text[doc.tokens[begin].idx : doc.tokens[end - 1].end_idx].split())


def _after_slug(doc: Doc, begin: int, end: int) -> int:
    """ "SOCCER - ROMANIA", "March 3 - Acme": past the department, the team before its players, or the day."""
    dashes = (t.i for t in doc.tokens[begin + 1 : end - 1] if t.text in _DASHES and t.nbor(-1).whitespace_)
    dash = next(dashes, None)
    if dash is None or not doc[dash].whitespace_:
        return begin
    opens = begin == 0 or "\n" in doc[begin - 1].text or doc[begin].is_sent_start or doc[dash - 1].text.isdecimal()
    return dash + 1 if opens else begin
