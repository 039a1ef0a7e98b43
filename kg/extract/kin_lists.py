"""Kin that a list or a verb gives: "survived by two sons, Al and Cy", "have a daughter, Eve"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, child, conjuncts, prepositions
from kg.extract.words import Doc, Token
from kg.model import Span

_CONFIDENCE = 0.8
_TOLD = frozenset({"agent", "dobj"})
_PLURALS = {"children": "child"}


class KinLists:
    """Reads kin off the lists of one text."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._family = lexicon.titles().family
        self._verbs, self._superlatives = (lexicon.words("roles", "kin_lists", k) for k in ("verbs", "superlatives"))

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for verb in self._doc.having(self._verbs):
            if verb.pos_ in VERBS and not verb.deps.isdisjoint(_TOLD):
                yield from self._survivors(verb) if verb.lower_ == "survived" else self._had(verb)
        for first in self._doc.having(self._superlatives):
            yield from self._one_of(first)

    def _survivors(self, verb: Token) -> Iterator[Fact]:
        """ "She is survived by her husband, Bo, and two sons, Al and Cy"."""
        agent, dead = child(verb, "agent"), clause(verb).object
        if agent is None or dead is None or not self._is_person(dead):
            return
        for noun in [t for t in agent.subtree if t.i > agent.i and t.pos_ == "NOUN"]:
            yield from self._related(noun, (dead,), verb)

    def _had(self, verb: Token) -> Iterator[Fact]:
        """ "Ann and Bo have two daughters, Eve and Di"."""
        noun, parent = child(verb, "dobj"), subject(verb)
        if noun is not None and noun.pos_ == "NOUN" and parent is not None and child(noun, "poss") is None:
            parents = tuple(t for t in conjuncts(parent) if self._is_person(t))
            yield from self._related(noun, parents, verb)

    def _one_of(self, first: Token) -> Iterator[Fact]:
        """ "Eve, the eldest of Ann Lee's five children"."""
        noun = next((t for p, t in prepositions(first) if p == "of"), None)
        owner = child(noun, "poss") if noun is not None else None
        if first.dep_ == "appos":
            who: Token | None = first.head
        else:
            who = subject(first.head) if first.dep_ == "attr" else None
        if noun is not None and owner is not None and who is not None and self._is_person(owner):
            yield from self._kin(noun, who, owner, first)

    def _related(self, noun: Token, others: tuple[Token, ...], verb: Token) -> Iterator[Fact]:
        for name in self._names(noun) if self._word(noun) in self._family else ():
            for other in others:
                yield from self._kin(noun, name, other, verb)

    def _names(self, noun: Token) -> Iterator[Token]:
        """The names behind a kin noun: the first, or all of the list where there are several."""
        for token in self._doc.tokens[noun.i + 1 :]:
            name = self._referents.named(token) if self._referents.is_name(token) else None
            if not noun.is_ancestor(token) and not token.is_punct:
                return
            if name is not None and name.span.end == token.end_idx and self._is_person(token):
                yield token
                if noun.tag_ != "NNS":
                    return
            elif name is None and token.text not in {",", ":", "and"} and not token.like_num:
                return

    def _kin(self, noun: Token, holder: Token, other: Token, governor: Token) -> Iterator[Fact]:
        kinship = self._family.get(self._word(noun))
        if kinship is None or not self._is_person(holder):
            return
        one, two = (holder, other) if kinship.holder == "subject" else (other, holder)
        yield Fact(kinship.relation, governor, Span(noun.idx, noun.end_idx), one, two, _CONFIDENCE, dated=False)

    def _word(self, noun: Token) -> str:
        return _PLURALS.get(noun.lower_, noun.lemma_.lower())

    def _is_person(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind == "Person"
