"""Where unnamed bodies and people belong, by the country or the town before their noun: "a Greek court"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.nominal_places import is_real
from kg.extract.referents import Referents
from kg.extract.syntax import children, conjuncts, object_of
from kg.extract.vocabulary import head_kinds, nation_of, nation_words, title_heads
from kg.extract.words import Doc, Token
from kg.gazetteer import Region
from kg.model import Span

_FAIR = 0.8
_PLACES = frozenset({"Country", "City", "Place"})
_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_INDEFINITE = frozenset({"a", "an", "another"})
_NONE = frozenset({"no", "any", "every", "each", "neither", "either"})
_ELSEWHERE = frozenset({"in", "at", "to", "from", "near"})
_REACH = 4
_HYPHENS = frozenset({"-", "–", "/"})
_JOINTS = _HYPHENS | {","}
_JOINING = frozenset({"CCONJ", "VERB", "ADP"})


class Origins:
    """Reads facts off adjectives of nationality and names of places before common nouns."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        words = lexicon.table("roles")["origins"]
        self._forces, self._untold = frozenset(words["forces"]), frozenset(words["untold"])
        self._toward, self._inside = frozenset(words["toward"]), frozenset(words["inside"])
        self._offices = title_heads() - frozenset(lexicon.table("roles")["kinds"]["Person"])
        self._members = frozenset(words["members"])
        self._residents = frozenset(words["residents"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order; words for a nation first."""
        for word in self._doc.having(nation_words()):
            if nation_of(word) is not None and not self._referents.is_name(word):
                yield from self._belongs(word, of_nation=True)
        for name in self._referents.names():
            if self._kind(name) in _PLACES:
                short = name.text.isupper() and self._kind(name) == "Country"  # "UK police"
                yield from self._belongs(name, of_nation=short)
            elif self._kind(name) == "Organization":
                yield from self._serves(name)

    def _belongs(self, place: Token, *, of_nation: bool) -> Iterator[Fact]:
        noun = place.head
        relation = self._relation(place, noun, of_nation=of_nation) if self._stands_before(place, noun) else None
        certain = relation == "partOf" or is_certain(noun)  # forces are what they are, whatever they do
        if relation is not None and certain and not self._is_elsewhere(noun):
            trigger = Span(place.idx, place.end_idx)
            yield Fact(relation, noun, trigger, noun, place, _FAIR, presupposed=True, identifies=True, dated=False)

    def _serves(self, body: Token) -> Iterator[Fact]:
        """ "Acme FC players", "Two Unity lawmakers": who is nothing else without the body."""
        noun = body.head
        member = noun.lemma_.lower() in self._members and body.dep_ in _MODIFYING and noun.i == body.i + 1
        if member and self._stands_before(body, noun) and is_certain(noun):
            trigger = Span(body.idx, body.end_idx)
            yield Fact("memberOf", noun, trigger, noun, body, _FAIR, presupposed=True, identifies=True, dated=False)

    def _stands_before(self, place: Token, noun: Token) -> bool:
        """In one phrase with nothing joined inside: "Norwegian and Chilean banks" are of neither or of either."""
        plain = noun.pos_ == "NOUN" and noun.dep_ in _ENDS and not self._referents.is_name(noun)
        if not plain or not place.i < noun.i <= place.i + _REACH or len(list(conjuncts(place))) > 1:
            return False
        between = self._doc.tokens[place.i + 1 : noun.i]
        joined = any(t.text in _JOINTS or t.pos_ in _JOINING for t in between)
        return not joined and not self._goes_on(place)

    def _goes_on(self, place: Token) -> bool:
        """ "Chilean, Dutch and South Korean tourists", "anti-Norwegian protesters"."""
        first = place.i - (place.i > 0 and nation_of(place) is not None and place.ent_iob_ == "I")
        before = self._doc.tokens[max(0, first - 2) : first]
        hyphened = place.i > 0 and self._doc[place.i - 1].text in _HYPHENS
        joined = hyphened or (bool(before) and before[-1].pos_ == "CCONJ")
        return joined or (len(before) > 1 and nation_of(before[0]) is not None)

    def _relation(self, place: Token, noun: Token, *, of_nation: bool) -> str | None:
        lemma = noun.lower_ if noun.lower_ == "media" else noun.lemma_.lower()
        kind = "Organization" if lemma in self._forces else head_kinds().get(lemma)
        owned = place.dep_ == "poss" and not of_nation
        if lemma in self._untold or lemma in self._offices or not (owned or place.dep_ in _MODIFYING):
            return None
        if kind == "Person":
            return self._of_people(place, noun, of_nation=of_nation)
        national = lemma in self._forces and (of_nation or self._kind(place) == "Country")
        return ("partOf" if national else "locatedIn") if kind in {"Organization", "Place"} else None

    def _of_people(self, place: Token, noun: Token, *, of_nation: bool) -> str | None:
        """Not "Norwegian football fans" nor "Norway's critics", who may be of anywhere."""
        lemma = noun.lemma_.lower()
        if not of_nation:
            return "residesIn" if lemma in self._residents and place.dep_ in _MODIFYING else None
        between = [t for t in self._doc.tokens[place.i + 1 : noun.i] if t.pos_ in {"NOUN", "PROPN"}]
        found = nation_of(place)
        if isinstance(found, Region) and not found.country:  # "European settlers"
            return None
        own = all(t.lemma_.lower() in self._inside for t in between)
        return "citizenOf" if own and lemma not in self._toward else None

    def _is_elsewhere(self, noun: Token) -> bool:
        """ "The Norwegian bank in Chile": what comes behind may say otherwise."""
        behind = self._doc.tokens[noun.i + 1] if noun.i + 1 < len(self._doc) else None
        place = object_of(behind) if behind is not None and behind.lower_ in _ELSEWHERE else None
        return place is not None and self._kind(place) in _PLACES

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference is not None else ""


def is_certain(noun: Token) -> bool:
    """A certain one, or one that did or underwent something: not "a Norwegian court would"."""
    marks = {t.lower_ for t in children(noun, "det", "poss", "nummod")}
    if not _NONE.isdisjoint(marks):
        return False
    return (bool(marks) and _INDEFINITE.isdisjoint(marks)) or is_real(noun)
