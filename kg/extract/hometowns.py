"""Where people and bodies are from: "Ann Lee, 74, from Bergen,", "a boy from Oslo", "a team from Norway"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.nominal_places import is_real
from kg.extract.referents import Referents
from kg.extract.syntax import children, conjuncts, object_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer
from kg.model import Span

_FAIR = 0.8
_RELATIONS = {
    ("Person", "Country"): "citizenOf",
    ("Person", "City"): "residesIn",
    ("Person", "Place"): "residesIn",
    ("Organization", "Country"): "locatedIn",
    ("Organization", "City"): "locatedIn",
    ("Organization", "Place"): "locatedIn",
}
_BEFORE_VERB = frozenset({"nsubj", "nsubjpass"})
_CLOSING = frozenset({",", ".", ")", ";", "–", "—"})
_REACH = 6
_INDEFINITE = frozenset({"a", "an", "another"})
_NONE = frozenset({"no", "any", "every", "each", "neither", "either"})
_AGED = frozenset({"age", "aged"})


class Hometowns:
    """Reads facts off "from" behind a name or a noun, where it can be no verb's."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        words = lexicon.table("roles")["homes"]
        self._moving, self._left = frozenset(words["moving"]), frozenset(words["left"])
        self._places = load_gazetteer()
        self._state = frozenset(lexicon.table("roles")["state_offices"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for word in self._doc.having({"from"}):
            place = object_of(word)
            if place is not None and self._is_one_place(place, word):
                holder = self._set_apart(word, place) or self._before_verb(word)
                relation = self._relation(holder, word, place) if holder is not None else None
                if holder is not None and relation is not None:
                    trigger = Span(word.idx, word.end_idx)
                    yield Fact(relation, holder, trigger, holder, place, _FAIR, presupposed=True, identifies=True)

    def _is_one_place(self, place: Token, word: Token) -> bool:
        """A name that begins right behind the word: not "from Acme Norway"; no continent either."""
        named = self._referents.named(place) if self._referents.is_name(place) else None
        if named is None or named.span.begin != word.end_idx + 1 or len(list(conjuncts(place))) > 1:
            return False
        region = self._places.region(self._referents.entity(named.entity).label)
        return region is None or region.country != ""

    def _set_apart(self, word: Token, place: Token) -> Token | None:
        """The name before ", from Bergen," and before ", 74, from Bergen,"."""
        after = self._doc[place.i + 1] if place.i + 1 < len(self._doc) else None
        before = self._doc.tokens[max(0, word.i - _REACH) : word.i]
        if len(before) < 2 or before[-1].text != "," or (after is not None and after.text not in _CLOSING):
            return None
        if before[-2].like_num:
            before = before[:-3] if before[-2].before.lower_ in _AGED else before[:-2]
        name = before[-2] if len(before) > 1 and before[-1].text == "," else None
        own = name is not None and self._referents.is_name(name) and name.dep_ != "dobj"  # "signed Lee, 31, from Oslo"
        return name if own else None

    def _before_verb(self, word: Token) -> Token | None:
        """A subject, or what is in apposition, with "from" right behind it: no verb stands before."""
        noun = self._doc[word.i - 1] if word.i else None
        if noun is None or (noun.dep_ != "appos" and (noun.dep_ not in _BEFORE_VERB or noun.i > noun.head.i)):
            return None
        if self._referents.is_name(noun):
            return noun if noun.dep_ in _BEFORE_VERB else None
        named = noun.head if noun.dep_ == "appos" and self._referents.is_name(noun.head) else None
        return named or (noun if noun.dep_ in _BEFORE_VERB and noun.pos_ == "NOUN" and _is_certain(noun) else None)

    def _relation(self, holder: Token, word: Token, place: Token) -> str | None:
        """Refugees may be of a country that they left, and are no more in its towns."""
        said = word.before.lemma_.lower()
        kind = "Person" if head_kinds().get(said) == "Person" else self._kind(holder)
        where = self._kind(place)
        if said in self._moving | self._state or (said in self._left and where != "Country"):
            return None
        return _RELATIONS.get((kind, where))

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        named = self._referents.entity(reference.entity).kind if reference is not None else ""
        return named or head_kinds().get(token.lemma_.lower(), "")


def _is_certain(noun: Token) -> bool:
    """A certain one, or one that did or underwent something: not "a boy from Oslo would"."""
    marks = {t.lower_ for t in children(noun, "det", "poss", "nummod")}
    definite = bool(marks) and _INDEFINITE.isdisjoint(marks)
    return _NONE.isdisjoint(marks) and (definite or is_real(noun))
