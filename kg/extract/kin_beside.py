"""Kin that a bare noun before a name gives: "Ann Lee and husband Bo Berg", "lives with wife Eve Holm"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.relatives import antecedent
from kg.extract.syntax import VERBS, child
from kg.extract.words import Doc, Token
from kg.model import Span

_CONFIDENCE = 0.8
_BESIDE = frozenset({"alongside", "from", "with"})
_OWNED = ("det", "poss")


class KinBeside:
    """Reads such kin off one text."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._family = lexicon.titles().family
        self._bare, self._verbs = (lexicon.words("roles", "kin_lists", key) for key in ("bare", "dear"))

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for noun in self._doc.having(self._bare):
            name = noun.head
            if noun.dep_ != "compound" or noun.lower_ not in self._bare or not self._is_bare(name):
                continue
            for other in self._others(name, noun):
                if self._is_person(other) and self._entity(other) != self._entity(name):
                    yield self._kin(noun, name, other)

    def _is_bare(self, name: Token) -> bool:
        """ "her husband Bo" is read elsewhere."""
        return child(name, *_OWNED) is None and self._is_person(name)

    def _others(self, name: Token, noun: Token) -> Iterator[Token]:
        """Whose kin somebody is: the name that he is joined to, or who acts in the clause."""
        if name.dep_ == "conj":
            yield name.head
        elif self._is_hers(name, noun) or self._is_dear(name):
            verb = next((t for t in name.ancestors if t.pos_ in VERBS), None)
            who = antecedent(subject(verb)) if verb is not None and verb.i < name.i else None
            yield from [who] if who is not None and child(who, "conj") is None else []

    def _is_hers(self, name: Token, noun: Token) -> bool:
        """ "lives with husband Bo", "split from husband Bo"; who speaks with mother Eve may do so with another's."""
        spouse = self._family[noun.lower_].relation == "spouseOf"
        return spouse and name.dep_ == "pobj" and name.head.lower_ in _BESIDE

    def _is_dear(self, name: Token) -> bool:
        """ "divorced husband Bo"; the police may have arrested another's."""
        return name.dep_ == "dobj" and name.head.lemma_ in self._verbs

    def _kin(self, noun: Token, name: Token, other: Token) -> Fact:
        kinship = self._family[noun.lower_]
        one, two = (name, other) if kinship.holder == "subject" else (other, name)
        ends = (one, two, _CONFIDENCE)
        return Fact(kinship.relation, noun, Span(noun.idx, noun.end_idx), *ends, presupposed=True, dated=False)

    def _entity(self, token: Token) -> str | None:
        reference = self._referents.named(token)
        return reference.entity if reference is not None else None

    def _is_person(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind == "Person"
