"""Places inside places, and where bodies sit, by what stands beside their names."""

from collections.abc import Iterator
from itertools import takewhile

from kg import lexicon
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import SUBJECTS, VERBS, child, children, object_of, possessor
from kg.extract.vocabulary import head_kinds, nation_of
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer
from kg.model import Span

_FAIR = 0.8
_PLACES = frozenset({"Country", "City", "Place"})
_LARGER = frozenset({"Country", "Place"})
_AT = frozenset({"of", "at", "from", "with", "to", "into", "inside", "outside", "near"})
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_REACH = 4
_DASHES = frozenset({"-", "–", "—"})
_CLOSING = frozenset({",", ".", ")", ";", "(", "–", "—", "-", ":"})


class Locations:
    """Reads facts off names of places and their neighbours."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._places = load_gazetteer()
        self._nouns = frozenset(lexicon.table("roles")["places"]["nouns"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for name in self._referents.names():
            kind = self._kind(name)
            if kind in _PLACES:
                yield from self._after_comma(name)
                yield from self._called(name)
            if kind in {"Organization", "Place"}:
                yield from self._owned(name)
            if kind == "Organization":
                yield from self._of_nation(name)
            if kind in {"City", "Place", "Happening"} or (kind == "Organization" and _may_hold_a_place(name)):
                yield from self._in(name, kind)
        for token in self._doc.having(self._nouns | {"based", "headquartered"}):
            if token.lower_ in {"based", "headquartered"}:
                yield from self._seat(token)
            elif token.lemma_.lower() in self._nouns:
                yield from self._of_noun(token)

    def _seat(self, based: Token) -> Iterator[Fact]:
        """ "Geneva-based Acme"."""
        place = child(based, "npadvmod", "compound", "nmod")
        body = head_kinds().get(based.head.lemma_.lower()) != "Person"  # nor has a lawyer a seat
        if place is not None and body and based.dep_ in {"amod", "compound", "nmod"} and self._kind(place) in _PLACES:
            yield _fact("headquarteredIn", based, self._named_after(based.head), place)

    def _named_after(self, noun: Token) -> Token:
        """ "phone maker Acme": the firm that the noun before its name is said of."""
        named = noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i and self._kind(noun.head) == "Organization"
        return noun.head if named else noun

    def _in(self, name: Token, kind: str) -> Iterator[Fact]:
        """ "the Grand Mosque in Mecca", "the director of Acme in Oslo"."""
        place = self._inside_of(name)
        wide = kind == "City" or self._places.region(self._label(name)) is not None
        if place is not None and self._kind(place) in (_LARGER if wide else _PLACES):
            yield _fact("locatedIn", name.nbor(), name, place)

    def _inside_of(self, word: Token) -> Token | None:
        """What stands after an "in" right behind the word, wherever the parser hangs it: places lie in places."""
        after = self._doc[word.i + 1] if word.i + 1 < len(self._doc) else None
        place = object_of(after) if after is not None and after.lower_ == "in" else None
        return self._named_by(place) or place if place is not None and place.lemma_.lower() in self._nouns else place

    def _after_comma(self, place: Token) -> Iterator[Fact]:
        """ "Lyon, France"; "Tavil, Norway" where no list goes on."""
        if place.i + 2 >= len(self._doc) or self._doc[place.i + 1].text != ",":
            return
        inner, outer = self._referents.named(place), self._doc[place.i + 2]
        larger = self._referents.named(outer)
        if inner is None or larger is None or _begins(outer, place) or not 0 < larger.span.begin - inner.span.end <= 2:
            return
        if self._lies_in(self._label(place), self._label(outer)) or self._closes(place, outer):
            yield _fact("locatedIn", place, place, outer)

    def _closes(self, place: Token, outer: Token) -> bool:
        """A country after a place that is no country, with nothing before and after to make a list of them."""
        end = outer
        while end.i + 1 < len(self._doc) and self._referents.is_name(end.nbor()) and self._same(end, end.nbor()):
            end = end.nbor()
        after = self._doc[end.i + 1] if end.i + 1 < len(self._doc) else None
        further = self._doc[end.i + 2] if end.i + 2 < len(self._doc) else None
        goes_on = after is not None and after.text == "," and further is not None and self._kind(further) in _PLACES
        before = next((t for t in place.lefts if t.text == ","), None)
        counted = after is not None and after.text[0].isdigit()
        if counted and further is not None and further.text in _DASHES:
            return False  # "Sweden 1-0 Korea, Norway 2-1 Kenya"
        ends = counted or after is None or after.text in _CLOSING or after.is_space or after.pos_ in VERBS
        wide = self._kind(outer) == "Country" or self._places.region(self._label(outer)) is not None
        local = self._kind(place) in {"City", "Place"} and self._places.region(self._label(place)) is None
        inside = wide or (self._kind(place) == "Place" and self._kind(outer) == "City" and _is_at(place))
        return inside and local and ends and not goes_on and before is None and place.dep_ != "conj"

    def _owned(self, name: Token) -> Iterator[Fact]:
        """ "Vienna's Grand Hotel", "Norway's Unity Party"."""
        first = self._first(name)
        if _is_portfolio(name) or name.dep_ == "amod":  # "Berg's Olympic record"
            return
        owner = self._doc[first.i - 2] if first.i > 1 and first.nbor(-1).tag_ == "POS" else self._far_owner(name, first)
        if owner is not None and self._referents.is_name(owner) and self._kind(owner) in _PLACES:
            yield _fact("locatedIn", owner, name, owner)

    def _far_owner(self, name: Token, first: Token) -> Token | None:
        """ "Norway's largest party Unity": only words written small between the owner and the name."""
        noun = name.head if name.dep_ == "appos" and name.head.i == first.i - 1 else name
        owner = possessor(noun)
        if owner is None or owner.i + 2 >= first.i:
            return None
        between = self._doc[owner.i + 2 : first.i]
        return owner if all(t.is_lower or t.text == "-" for t in between) else None

    def _first(self, name: Token) -> Token:
        """The first word of a name."""
        first, own = name, self._referents.named(name)
        while first.i and self._referents.named(first.nbor(-1)) == own and self._referents.is_name(first.nbor(-1)):
            first = first.nbor(-1)
        return first

    def _same(self, left: Token, right: Token) -> bool:
        return self._referents.named(left) == self._referents.named(right)

    def _called(self, name: Token) -> Iterator[Fact]:
        """ "the southern Chinese city Tavil"."""
        first = self._first(name)
        noun = self._doc[first.i - 1] if first.i > 1 else None
        nation = self._doc[first.i - 2] if noun is not None and noun.lower_ in self._nouns else None
        if nation is not None and (nation_of(nation) or self._kind(nation) == "Country"):
            yield _fact("locatedIn", nation, name, nation)

    def _of_nation(self, name: Token) -> Iterator[Fact]:
        """ "the Norwegian flag carrier Acme Airlines", "US carrier Acme Airways"."""
        first = self._first(name)
        noun = self._doc[first.i - 1] if first.i > 1 else None
        if noun is None or noun.pos_ != "NOUN" or head_kinds().get(noun.lemma_.lower()) != "Organization":
            return
        before = takewhile(lambda t: t.dep_ in _MODIFYING, reversed(self._doc.tokens[max(0, noun.i - _REACH) : noun.i]))
        nation = next((t for t in before if nation_of(t) or self._kind(t) in _PLACES), None)
        if nation is not None:
            yield _fact("locatedIn", nation, name, nation)

    def _of_noun(self, noun: Token) -> Iterator[Fact]:
        """ "the French city of Lyon", "Tavil province in China", "Tavil, the Norwegian capital"."""
        inner = self._named_by(noun)
        if inner is None or self._kind(inner) not in {"City", "Place", "Thing"}:
            return
        outers = [t for t in children(noun, "amod", "compound", "nmod") if nation_of(t) or self._kind(t) in _LARGER]
        outers += [t for p in children(noun, "prep") if p.lower_ == "of" and (t := object_of(p)) is not None]
        outers.append(self._inside_of(noun) or inner)
        others = [t for t in outers if t != inner and not (self._referents.is_name(t) and self._same(t, inner))]
        known = [t for t in others if nation_of(t) or self._kind(t) in _LARGER]
        yield from (_fact("locatedIn", noun, inner, outer) for outer in known[:1])

    def _named_by(self, noun: Token) -> Token | None:
        """The name of the place: after "of", before the noun, beside it, or what it is said of.

        "The Central District of Norway" has a name of its own.
        """
        if self._is_last_of_name(noun):
            return noun
        of = next((p for p in children(noun, "prep") if p.lower_ == "of" and p.i == noun.i + 1), None)
        named = object_of(of) if of is not None else None
        if named is not None and self._kind(named) in {"City", "Place", "Thing"} and noun.lower_ != "capital":
            return named
        before = self._doc[noun.i - 1] if noun.i else None
        if before is not None and self._kind(before) in {"City", "Place"} and nation_of(before) is None:
            return before
        if noun.dep_ == "appos" and self._kind(noun.head) in {"City", "Place", "Thing"}:
            return noun.head
        return subject(noun.head) if noun.dep_ == "attr" else None

    def _is_last_of_name(self, noun: Token) -> bool:
        """The noun of "Central District", "Lekki District": its last word, behind a capital."""
        before = self._doc[noun.i - 1] if noun.i and noun.is_title else None
        named = before is not None and before.is_title and before.head is noun and before.dep_ in _MODIFYING
        own = named and before is not None and nation_of(before) is None and self._same(noun, before)
        return own and self._referents.is_name(noun)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else ""

    def _label(self, place: Token) -> str:
        reference = self._referents.named(place)
        return self._referents.entity(reference.entity).label if reference else ""

    def _lies_in(self, inner: str, outer: str) -> bool:
        """By the gazetteer, so that a list of places ("Victoria, Queensland") is none in another."""
        country, region = self._places.country(outer), self._places.region(outer)
        iso = country.iso if country else region.country if region else ""
        own = self._places.region(inner)
        homes = {city.country for city in self._places.cities(inner)} | ({own.country} if own and country else set())
        return iso != "" and iso in homes


def _may_hold_a_place(name: Token) -> bool:
    """Whether an "in" behind the name of a body is the body's own ("the director of Acme in Oslo"), not the verb's."""
    own = any(p.i == name.i + 1 for p in children(name, "prep"))
    return name.head.lower_ in _AT or (own and name.dep_ in {"nsubj", "conj"})


def _is_portfolio(name: Token) -> bool:
    """ "Norway's Finance Minister": no body."""
    title = name.head
    return title.i == name.i + 1 and f"{name.lower_} {title.lower_}" in lexicon.titles().heads


def _begins(outer: Token, place: Token) -> bool:
    """ "At a park near Lyon, France won": the country is who won."""
    name = outer.head if outer.dep_ == "compound" else outer
    return place.dep_ == "pobj" and name.dep_ in SUBJECTS and not name.is_ancestor(place)


def _is_at(place: Token) -> bool:
    """ "at the Oval, London"."""
    return place.dep_ == "pobj" and place.head.lower_ == "at"


def _fact(relation: str, word: Token, inner: Token, outer: Token) -> Fact:
    trigger = Span(word.idx, word.idx + len(word))
    return Fact(relation, word, trigger, inner, outer, _FAIR, presupposed=True, identifies=True, dated=False)
