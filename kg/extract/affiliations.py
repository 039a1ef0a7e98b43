"""Where people belong, by what stands right beside a name: "(Norway)", "(D-Ohio)", "of the Unity Party", "Acme's"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.referents import Reference, Referents
from kg.extract.syntax import children, conjuncts
from kg.extract.vocabulary import party_of, title_heads
from kg.extract.words import Doc, Token
from kg.model import Span

_SURE, _FAIR = 0.9, 0.8
_RELATIONS = {
    ("Person", "Country"): "citizenOf",
    ("Person", "Organization"): "memberOf",
    ("Organization", "Country"): "locatedIn",
    ("Organization", "City"): "locatedIn",
    ("Organization", "Place"): "locatedIn",
    ("City", "Country"): "locatedIn",
    ("Place", "Country"): "locatedIn",
    ("City", "Place"): "locatedIn",
}
_HOLDERS = frozenset({"Person", "Organization", "Thing", "City", "Place"})
_NO_PERSONS = _HOLDERS - {"Person", "Thing"}
_LONGEST_BRACKET = 8


class Affiliations:
    """Reads facts off the neighbours of names."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._rooms = frozenset(lexicon.table("roles")["rooms"]["heads"])
        self._institutions = frozenset(lexicon.table("roles")["institutions"])
        self._legal_forms = lexicon.names().legal_forms
        parties = lexicon.table("parties")
        self._letters = parties["letters"]
        self._party_words = frozenset(parties["names"]["words"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for name in self._referents.names():
            kind = "" if self._is_title(name) else self._kind(name)
            if kind in _HOLDERS:
                yield from self._beside(name, kind)
            if kind == "Person" or (kind == "Organization" and self._ends_as_company(name)):
                yield from self._of(name, kind)
            if kind == "Person":
                yield from self._owner(name)
            elif kind == "Organization" and not self._party_words.isdisjoint(self._label(name).split()):
                yield from self._own_party(name)
            elif kind in {"Object", "Work", "Thing"}:
                yield from self._product(name)

    def _is_title(self, name: Token) -> bool:
        """A title that the tagger took for a name: "a Director of Acme"."""
        reference = self._referents.named(name) if name.lower_ in title_heads() else None
        return reference is not None and reference.span == Span(name.idx, name.end_idx)

    def _beside(self, name: Token, kind: str) -> Iterator[Fact]:
        """ "Ann Lee (Norway)", "Ann Lee (D-Ohio)", "Ann Lee, R-Texas,"."""
        after = self._doc[name.i + 1 : name.i + 2].text
        if after == "(":
            for word in self._bracket(name.i + 2):
                yield from self._stated(name, kind, word)
        elif after == "," and kind not in _NO_PERSONS and name.i + 2 < len(self._doc):
            yield from self._lettered(name, self._doc[name.i + 2])
            yield from self._signed(name, self._doc[name.i + 2])

    def _bracket(self, begin: int) -> list[Token]:
        """What a short bracket names first; nothing where it holds a clause, a number, or a second spelling."""
        end = next(
            (i for i in range(begin, min(begin + _LONGEST_BRACKET, len(self._doc))) if self._doc[i].text == ")"), begin
        )
        words = self._doc.tokens[begin:end]
        telling = any(t.pos_ in {"VERB", "AUX"} or t.like_num or t.text == ":" for t in words)  # "(NYSE: ACM)"
        return words[:1] if not telling else []

    def _stated(self, name: Token, kind: str, word: Token) -> Iterator[Fact]:
        lettered = list(self._lettered(name, word)) if kind not in _NO_PERSONS else []
        yield from lettered
        party = None if lettered or kind in _NO_PERSONS else self._party(word)
        found = party or self._referents.named(word)
        if lettered or found is None or found.span.begin != word.idx or _abbreviates(word, name):
            return
        relation = _RELATIONS.get(("Person" if party else kind, self._referents.entity(found.entity).kind))
        if relation is not None:
            yield self._fact(relation, word, name, word, _SURE)

    def _party(self, word: Token) -> Reference | None:
        """The party that a word alone stands for."""
        named, party = self._referents.named(word), party_of(word)
        longer = named is not None and (len(word) < named.span.end - named.span.begin)
        return self._referents.stand_for(word, "Organization", party, word.i) if party and not longer else None

    def _lettered(self, name: Token, letter: Token) -> Iterator[Fact]:
        """ "D-Ohio": the letter of a party, then a place."""
        party = self._letters.get(letter.text)
        if party is None or letter.i + 2 >= len(self._doc):
            return
        joint = self._doc[letter.i + 1]
        if joint.text in {"-", "–", ","} and self._doc[letter.i + 2].text[0].isupper():
            self._referents.stand_for(letter, "Organization", party, letter.i)
            yield self._fact("memberOf", letter, name, letter, _SURE)

    def _signed(self, name: Token, word: Token) -> Iterator[Fact]:
        """ "-- Ann Lee, Athens Newsroom"."""
        room = self._referents.named(word) if self._referents.is_name(word) else None
        label = self._referents.entity(room.entity).label if room is not None else ""
        if label.split()[-1:] and label.split()[-1].lower() in self._rooms and " " in label:
            yield self._fact("memberOf", word, name, word, _FAIR)

    def _of(self, name: Token, kind: str) -> Iterator[Fact]:
        """ "Ann Lee of the Unity Party", "Ann Lee of Norway", "Acme Corp of Norway"."""
        for preposition in children(name, "prep"):
            if preposition.lower_ == "of" and preposition.i == name.i + 1:
                for body in (b for t in children(preposition, "pobj") for b in conjuncts(t)):
                    if relation := _RELATIONS.get((kind, self._kind(body))):
                        yield self._fact(relation, preposition, name, body, _FAIR)

    def _owner(self, name: Token) -> Iterator[Fact]:
        """ "Norway's Ann Lee", "the finance ministry's Ann Lee": nothing between, no noun behind."""
        modifies = name.dep_ == "compound" and name.head.i > name.i and name.head.pos_ == "NOUN"
        owner = self._owner_of(name) if not modifies else None
        relation = _RELATIONS.get(("Person", self._kind_of_owner(owner))) if owner is not None else None
        if owner is not None and relation is not None:
            yield self._fact(relation, owner, name, owner, _FAIR)

    def _kind_of_owner(self, owner: Token) -> str:
        office = owner.pos_ == "NOUN" and owner.lower_ in self._institutions
        return self._kind(owner) if self._referents.is_name(owner) else "Organization" if office else ""

    def _own_party(self, party: Token) -> Iterator[Fact]:
        """ "Ann Lee's Unity Party", and "the Unity Party Ann Lee" of candidates."""
        owner, after = self._owner_of(party), self._doc[party.i + 1 : party.i + 2]
        if owner is not None and self._kind(owner) == "Person":
            yield self._fact("memberOf", owner, owner, party, _FAIR)
        reference = self._referents.named(after[0]) if len(after) and self._referents.is_name(after[0]) else None
        if reference is not None and self._referents.entity(reference.entity).kind == "Person":
            person = self._doc.char_span(reference.span.begin, reference.span.end, alignment_mode="expand")
            if person is not None and reference.span.begin == after[0].idx:
                yield self._fact("memberOf", party, person[-1], party, _FAIR)

    def _product(self, name: Token) -> Iterator[Fact]:
        """ "Acme's Boltphone"."""
        owner = self._owner_of(name)
        if owner is not None and self._kind(owner) == "Organization" and self._referents.is_name(owner):
            yield self._fact("owns", owner, owner, name, _FAIR)

    def _ends_as_company(self, name: Token) -> bool:
        """ "Acme Corp of Norway", but "Bank of Norway" and "Unity Party of Norway" are names."""
        return name.lower_.rstrip(".") in self._legal_forms

    def _owner_of(self, name: Token) -> Token | None:
        """The word before the "'s" right before a name."""
        reference = self._referents.named(name)
        first = name
        while first.i > 1 and reference is not None and first.idx > reference.span.begin:
            first = first.nbor(-1)
        return self._doc[first.i - 2] if first.i > 1 and first.nbor(-1).tag_ == "POS" else None

    def _label(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).label if reference else ""

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else ""

    def _fact(self, relation: str, word: Token, holder: Token, thing: Token, confidence: float) -> Fact:
        trigger = Span(word.idx, word.idx + len(word))
        return Fact(relation, word, trigger, holder, thing, confidence, presupposed=True, identifies=True, dated=False)


def _abbreviates(word: Token, name: Token) -> bool:
    """Whether a bracket only gives the initials of the name: "Movimiento Popular (MP)"."""
    first = name
    while first.i and first.nbor(-1).dep_ == "compound" and first.nbor(-1).text[0].isupper():
        first = first.nbor(-1)
    return len(word) > 1 and word.text.isupper() and word.text[0] == first.text[0]
