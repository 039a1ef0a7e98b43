"""Which date phrases a text has, and what each of them dates: a clause, a noun in apposition, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.syntax import NOUNS, VERBS
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Phrase, Token

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
RANGE = re.compile(rf"({YEAR.pattern})\s*(?:to|until|through|-|–|—)\s*({YEAR.pattern})")
_ENDS = {"since": "startDate", "from": "startDate", "until": "endDate", "till": "endDate", "through": "endDate"}
_APART = frozenset({"before", "after", "by", "of", "for", "about", "to", "like", "ahead", "prior", "than", "over"})
_ANCHORED = frozenset({"before", "after", "since", "until", "till", "like", "than"})
_INSIDE = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
_SETTINGS = frozenset({"in", "at", "during", "on"})
_DATED_VERBS = frozenset({"win", "lose", "hold", "attend", "contest", "miss"})
_DATELINE = re.compile(r"\s*,?\s*(?:\d{4})?\s*(?:\([^)\n]{1,40}\))?\s*(?:—|–|--|-)\s")
_DATELINE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase at home: the verb or noun it belongs to, as which qualifier, and how far up that stands."""

    phrase: Phrase
    home: Token
    name: str
    distance: int


def date_phrases(doc: Doc) -> Iterator[Phrase]:
    """The date phrases of a text, in its order, without the day of the report in its dateline."""
    text = doc.text  # spaCy joins the words anew at each call
    yield from (phrase for phrase in doc.ents if _is_date(phrase) and not _in_dateline(phrase, text))


def _is_date(phrase: Phrase) -> bool:
    """Dates, times of a day that may be one ("Tuesday night"), and years that the tagger takes for plain numbers."""
    if phrase.label_ in {"DATE", "TIME"}:
        return True
    if phrase.label_ != "CARDINAL" or YEAR.fullmatch(phrase.text) is None:
        return False
    root = phrase.root
    return root.dep_ == "pobj" and root.head.lower_ in {"in", "since", "until"}


def _in_dateline(phrase: Phrase, text: str) -> bool:
    """ "ROME, Nov. 20 (Agency) — …": the day of the report."""
    begin = text.rfind("\n", 0, phrase.start_char) + 1
    near = phrase.start_char - begin <= _DATELINE_LENGTH
    return near and _DATELINE.match(text, phrase.end_char) is not None and _capital(text[begin : phrase.start_char])


def _capital(words: str) -> bool:
    """Whether a line begins like a dateline: nothing, or a place in capitals."""
    first = words.split(",")[0].strip(" (")
    return first == "" or first.isupper()


def homes(phrase: Phrase) -> Iterator[Dated]:
    """What a phrase dates, if it dates anything; a range gives both ends."""
    home = _home(phrase.root)
    if home is None:
        return
    token, name, distance = home
    names = ("startDate", "endDate") if RANGE.search(written_out(phrase)) else (name,)
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
        if not _passes(below, here) or (below != root and _is_anchor(below, here)):
            return None
        below, here, distance = here, here.head, distance + 1
    return (here, name, distance) if here.pos_ in VERBS else None


def _is_anchor(below: Token, here: Token) -> bool:
    """ "since her 2008 campaign", "after a vote in May": no day of what is told from there."""
    return here.dep_ == "prep" and below.dep_ == "pobj" and here.lower_ in _ANCHORED


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


def written_out(phrase: Phrase) -> str:
    """The words of a date, with a year that the tagger left outside ("Nov 22, 2018")."""
    after = phrase.doc[phrase.end : phrase.end + 2].text.strip(", ")
    return f"{phrase.text} {after}" if YEAR.fullmatch(after) and not YEAR.search(phrase.text) else phrase.text
