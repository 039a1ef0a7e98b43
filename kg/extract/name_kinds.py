"""What a name names: the tagger's guess, mended by the gazetteer, by its last word, and by the rest of the article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from kg import lexicon
from kg.extract.name_heads import is_called_a_firm, is_ship, kind_by_words
from kg.extract.name_spans import Name
from kg.extract.people import folded
from kg.extract.syntax import children
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Doc
from kg.gazetteer import load_gazetteer

_MISTAKEN = frozenset({"Organization", "Place", "Object", "Thing"})
_NO_FIRM = frozenset({"Person", "Thing", "Object", "Work", "Group"})
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Z]?")
_INITIAL = re.compile(r"[A-Z]\.")
_CODE = re.compile(r"[A-FH-Z][A-Z]{0,2}-\d{1,4}[A-Z]?")
_LONGEST_PERSON = 4
_ENOUGH = 2


class NameKinds:
    """Gives names their kinds."""

    def __init__(self) -> None:
        self._places = load_gazetteer()
        self._words = lexicon.names()

    def typed(self, doc: Doc, name: Name) -> Name:
        """The kind that the gazetteer and the last word give, which know better than the tagger."""
        if name.honorific:
            return name
        if metonym := self._words.metonym(name.text):
            return replace(name, kind=metonym.kind)
        if name.text in self._words.media:
            return replace(name, kind="Organization")
        if name.kind != "Group" and (place := self._place_kind(doc, name)):
            return replace(name, kind=place)
        if by_words := kind_by_words(name):
            return replace(name, kind=by_words)
        if name.kind in _NO_FIRM and (self._is_firm(doc, name) or is_called_a_firm(doc, name)):
            return replace(name, kind="Organization")
        if name.kind in _MISTAKEN and (self._is_person(doc, name) or is_called_a_person(doc, name)):
            return replace(name, kind="Person")
        model = _CODE.fullmatch(name.text) or (name.kind == "Thing" and _MODEL.fullmatch(name.words[-1]))
        return replace(name, kind="Object") if model else name

    def _is_person(self, doc: Doc, name: Name) -> bool:
        """ "Maria Lopez" by her given name, "Ambassador Ann Lee" by the title: whatever the tagger took them for."""
        if not is_like_a_person(name) or doc[name.end - 1].tag_ != "NNP":
            return False
        titled = name.begin > 0 and doc[name.begin - 1].lower_ in title_heads() and doc[name.begin - 1].is_title
        return titled or self._words.gender(name.words[0]) is not None

    def _is_firm(self, doc: Doc, name: Name) -> bool:
        """ "publisher Acme": one word without a given name, behind what firms are."""
        if name.kind not in {"Person", "Thing"}:
            return False
        known = self._words.gender(name.words[0]) is not None
        before = doc[name.begin - 1] if name.begin else None
        single = before is not None and len(name.words) == 1 and before.ent_type_ != "PERSON"
        return single and not known and before is not None and before.lower_ in lexicon.words("roles", "firms")

    def _before_country(self, doc: Doc, name: Name) -> bool:
        """ "Lyon, France": whatever the tagger took it for."""
        after = doc[name.end : name.end + 2]
        return len(after) > 1 and after[0].text == "," and self._places.country(after[1].text) is not None

    def _place_kind(self, doc: Doc, name: Name) -> str | None:
        if self._places.country(name.text):
            return "Country"
        if name.kind in {"Place", "Thing"} or self._before_country(doc, name):
            if self._places.city(name.text):
                return "City"
            return "Place" if self._places.region(name.text) else None
        return None


def is_called_a_person(doc: Doc, name: Name) -> bool:
    """ "Lee, the star of the show": no place is one, and no city has that name."""
    if name.kind == "Organization" or len(name.words) > 1 or is_a_place(name.text):
        return False
    beside = children(doc[name.begin : name.end].root, "appos")
    return any(t.tag_ == "NN" and head_kinds().get(t.lemma_.lower()) == "Person" for t in beside)


@lru_cache(maxsize=1 << 12)
def is_a_place(text: str) -> bool:
    """Whether the gazetteer has a place of that name, or its adjective."""
    return is_named_in_gazetteer(text) or load_gazetteer().adjective(text) is not None


def is_named_in_gazetteer(text: str) -> bool:
    """Whether a place is called so."""
    places = load_gazetteer()
    return bool(places.country(text) or places.city(text) or places.region(text))


def is_like_a_person(name: Name) -> bool:
    """Two to four capitalized words, or initials, that do not end as an organization's name does."""
    own = name.text.split()
    named = 1 < len(own) <= _LONGEST_PERSON and all(w[0].isupper() and _is_alphabetic(w) for w in own)
    return named and own[-1].lower() not in lexicon.names().organization_heads


def _is_alphabetic(word: str) -> bool:
    return word.replace("-", "").isalpha() or _INITIAL.fullmatch(word) is not None


def agreeing(names: Iterable[Name]) -> list[Name]:
    """A bare surname is what the full name is; the same words name the same kind all through an article."""
    names = _completed(list(names))
    full = [n for n in names if n.kind == "Person" and len(n.words) > 1]
    people = {word for n in full for word in (n.words[0], n.words[-1])}
    people |= {n.text.split()[-1] for n in full if " " in n.text}
    surnames = {folded(word) for word in people - {n.text for n in names if is_land(n)}}
    shorts = _shorts(names)
    votes = _votes(names)
    return [_of_kind(n, _agreed(n, surnames, shorts, votes[n.text.casefold()])) for n in names]


def is_land(name: Name) -> bool:
    """A country, or England, which is one too."""
    region = load_gazetteer().region(name.text) if name.kind == "Place" else None
    return name.kind == "Country" or (region is not None and region.kind == "nation")


def _shorts(names: Iterable[Name]) -> dict[str, str]:
    """What companies, teams and ships are called for short, with their kinds."""
    ships = {" ".join(n.words[1:]): "Object" for n in names if is_ship(n)}
    bodies = [n for n in names if n.kind == "Organization"]
    companies = {n.words[0] for n in bodies if is_business(n)} | {n.words[-1] for n in bodies if is_team(n)}
    return ships | dict.fromkeys(companies, "Organization")


def _of_kind(name: Name, kind: str) -> Name:
    return name if name.kind == kind else replace(name, kind=kind)


def is_business(name: Name, size: int = 1) -> bool:
    """Whether it may be cut down to its first words ("Acme Airways": "Acme", but "British Airways" is not British)."""
    words = lexicon.names()
    rest = [w.rstrip(".").lower() for w in name.words[size:]]
    if not rest or not all(w in words.business_words or w in words.legal_forms for w in rest):
        return False
    return not is_a_place(" ".join(name.words[:size]))


def is_team(name: Name, *, of_sport: bool = False) -> bool:
    """ "Boston Hawks", "Boston Bold Hawks", of which "the Hawks" is short; in articles of sport "Bold Hawks", too."""
    last, words = name.words[-1], lexicon.names()
    plural = last.endswith("s") and name.text.istitle()
    if of_sport and plural and not last.endswith("ss"):
        return last.lower() not in words.organization_heads | words.business_words and not is_a_place(last)
    return plural and any(is_a_place(" ".join(name.words[:size])) for size in range(1, len(name.words)))


def _votes(names: list[Name]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.text.casefold()][name.kind] += 1
    return votes


def _completed(names: list[Name]) -> list[Name]:
    """A name that ends in what is a person's surname elsewhere ("Lee said") is that person's."""
    votes = _votes([n for n in names if len(n.words) == 1])
    people = {text: kinds["Person"] for text, kinds in votes.items() if kinds.most_common(1)[0][0] == "Person"}
    return [_of_kind(n, "Person") if _ends_in(n, people) else n for n in names]


def _ends_in(name: Name, surnames: Mapping[str, int]) -> bool:
    needed = 1 if name.kind == "Thing" else _ENOUGH
    bearer = name.kind in _MISTAKEN and is_like_a_person(name)
    return bearer and surnames.get(name.words[-1].casefold(), 0) >= needed


def _agreed(name: Name, surnames: set[str], shorts: Mapping[str, str], votes: Counter[str]) -> str:
    if " " not in name.text and folded(name.text) in surnames:
        return "Person"
    if (short := shorts.get(name.text)) and not name.honorific and (short == "Object" or votes["Person"] < _ENOUGH):
        return short
    if name.honorific or name.kind in {"Country", "Group"}:
        return name.kind
    if len(votes) == 1:
        return name.kind
    known = {kind: n for kind, n in votes.items() if kind != "Thing"} or votes
    if {"Person", "Place"} <= known.keys() and known["Person"] == max(known.values()) and not is_a_place(name.text):
        return "Person"
    return max(sorted(known), key=lambda kind: known[kind])
