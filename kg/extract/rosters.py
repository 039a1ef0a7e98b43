"""Who holds a title that the clause is about: "the chair of Acme is Ann Lee", "its members include Bo Berg"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.control import subject
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, child, children, conjuncts
from kg.extract.words import Token

_AMONG = "among"


class Rosters:
    """Finds the people whom a copula gives to a title, and what "all of whom" goes back to."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        words = lexicon.table("roles")["rosters"]
        self._verbs, self._parts = frozenset(words["verbs"]), frozenset(words["parts"])
        self._wholes = frozenset(words["wholes"])

    def named_by(self, noun: Token) -> Iterator[tuple[Token, Token]]:
        """Each holder of the title headed by `noun`, and the verb that says so."""
        phrase = self._partitive(noun)
        verb = phrase.head
        if phrase.dep_ == "nsubj" and verb.lemma_ in self._verbs:
            yield from ((name, verb) for end in children(verb, "attr", "dobj") for name in self._people(end))
        elif phrase.dep_ == "pobj" and verb.lower_ == _AMONG and verb.head.lemma_ == "be" and self._is_member(noun):
            listed = subject(verb.head)
            yield from ((name, verb.head) for name in self._people(listed) if listed is not None)

    def all_of(self, holder: Token) -> list[Token]:
        """ "Ann Lee and Bo Berg, all of whom were members": the whole list; else the holder alone."""
        of = child(holder, "prep")
        relative = of is not None and any(t.lower_ == "whom" for t in of.children)
        if not relative or holder.lower_ not in self._wholes or holder.head.dep_ != "relcl":
            return list(conjuncts(holder))
        first = holder.head.head
        while first.dep_ == "conj" and first.head.pos_ not in VERBS:
            first = first.head
        return list(conjuncts(first))

    def _partitive(self, noun: Token) -> Token:
        """ "some of the members": the word that heads the phrase."""
        of = noun.head
        return of.head if noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ in self._parts else noun

    def _is_member(self, noun: Token) -> bool:
        return noun.lemma_.lower() in lexicon.titles().members

    def _people(self, end: Token | None) -> Iterator[Token]:
        """The named people of a list, those beside a title ("leaders Ann Lee and Bo Berg") included."""
        for member in conjuncts(end) if end is not None else ():
            for name in (member, *(t for beside in children(member, "appos") for t in conjuncts(beside))):
                if self._referents.is_name(name) and self._is_person(name):
                    yield name

    def _is_person(self, name: Token) -> bool:
        reference = self._referents.named(name)
        return reference is not None and self._referents.entity(reference.entity).kind == "Person"
