"""Facts that numbers give: ages, members."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.control import subject
from kg.extract.facts import Fact, Value
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, children, conjuncts, members, possessor
from kg.extract.words import Doc, Token
from kg.model import Literal, Span

_SURE, _FAIR = 0.9, 0.8
_OLDEST = 120
_JOINING = frozenset({"-", "–", "/", ":", "%", "$"})
_AFTER_AGE = frozenset({"and", "at", "but", "last", "next", "now", "on", "this", "today", "when", "while"})
_AGEING = frozenset({"Person", "Organization"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})


class Attributes:
    """Reads facts off numbers."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._members = lexicon.table("roles")["members"]

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for token in self._doc:
            if token.like_num:
                yield from self._age(token)
                yield from self._member_count(token)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else ""

    def _age(self, number: Token) -> Iterator[Fact]:
        """ "Ann Lee, 57,", "Ann Lee, aged 57,", "57-year-old Ann Lee" and "the 57-year-old Acme"."""
        if not number.text.isdecimal() or not 0 < int(number.text) <= _OLDEST:
            return
        holder = self._aged_before(number) or self._aged_after(number)
        if holder is not None:
            yield self._fact("age", number, holder, self._value(number), _SURE)
        else:
            yield from self._age_at_death(number)
            yield from self._age_told(number)

    def _age_at_death(self, number: Token) -> Iterator[Fact]:
        """ "died aged 90", "died at the age of 90", "dies at 90": as sure as the death, and said by who tells it."""
        before = self._doc[max(0, number.i - 3) : number.i].text.lower()
        alone = number.dep_ == "pobj" and before.endswith(" at")
        verb = next((t for t in number.ancestors if t.pos_ in VERBS and t.lower_ != "aged"), None)
        if verb is None or verb.lemma_ != "die" or not (alone or before.endswith((" aged", "the age of"))):
            return
        holder = subject(verb)
        if holder is not None and self._kind(holder) == "Person":
            trigger = Span(number.idx, number.idx + len(number))
            yield Fact("age", verb, trigger, holder, self._value(number), _FAIR)

    def _age_told(self, number: Token) -> Iterator[Fact]:
        """ "He was 82.", "Ann Lee, who is 34,", "turned 90 on Monday"."""
        verb, after = number.head, self._doc[number.i + 1 : number.i + 2]
        told = (verb.lemma_ == "be" and number.dep_ in {"attr", "acomp"}) or (
            verb.lemma_ == "turn" and number.i > verb.i
        )
        ends = all(t.is_space or t.lower_ in _AFTER_AGE or (t.is_punct and t.text not in _JOINING) for t in after)
        if not told or not ends or any(t.pos_ == "NOUN" for t in number.children):
            return
        holder = subject(verb)
        if holder is not None and self._kind(holder) == "Person":
            trigger = Span(number.idx, number.idx + len(number))
            yield Fact("age", verb, trigger, holder, self._value(number), _FAIR)

    def _aged_before(self, number: Token) -> Token | None:
        comma = number.i - 1 - (number.i > 2 and self._doc[number.i - 1].lower_ in {"age", "aged"})
        if comma < 1 or self._doc[comma].text != "," or number.i + 1 >= len(self._doc):
            return None
        after, holder = self._doc[number.i + 1], self._doc[comma - 1]
        closes = after.text in {",", ".", ")", ";"} or after.pos_ in VERBS
        return holder if closes and self._kind(holder) == "Person" and self._referents.is_name(holder) else None

    def _aged_after(self, number: Token) -> Token | None:
        words = self._doc[number.i : number.i + 5].text.lower()
        if not words.startswith(f"{number.text}-year-old"):
            return None
        word = number
        while word.dep_ != "poss" and word.head.pos_ in _NOMINAL and word.head is not word:
            word = word.head
            if self._kind(word) in _AGEING:
                return word
        return None

    def _member_count(self, number: Token) -> Iterator[Fact]:
        """ "the union's 28 member states", "a club uniting 40 nations", "the 28-member union"."""
        noun = number.head
        if not number.text.replace(",", "").isdecimal():
            return
        hyphenated = number.i + 2 < len(self._doc) and number.nbor().text == "-"
        if hyphenated and number.nbor(2).lower_ == "member" and self._kind(noun.head) == "Organization":
            yield self._fact("memberCount", number, noun.head, self._value(number), _FAIR)
        if noun.lemma_.lower() not in self._members["nouns"] or self._only_some(noun):
            return
        body = possessor(noun) or next((t for t in children(noun, "compound", "nmod") if self._kind(t)), None)
        if body is None and noun.dep_ == "appos" and any(t.lower_ == "member" for t in noun.children):
            body = noun.head  # "the Road Union (RU) 28 member states": the genitive is left out
        if body is None and noun.dep_ == "dobj" and noun.head.lemma_ in self._members["verbs"]:
            body = self._described(noun.head)
        if body is not None and self._kind(body) == "Organization":
            yield self._fact("memberCount", number, body, self._value(number), _FAIR)
            named = (t for t in members(noun) if t not in conjuncts(noun) and self._kind(t))
            yield from (self._fact("memberOf", noun, t, body, _FAIR) for t in named)

    def _only_some(self, noun: Token) -> bool:
        """ "The other 11 EU states", "the 12 poorest EU states"."""
        return any(t.lower_ not in self._members["nouns"] for t in children(noun, "amod"))

    def _described(self, verb: Token) -> Token | None:
        """The subject of the verb; where that is a predicate noun ("X is a club uniting …"), what it is said of."""
        found = subject(verb)
        if found is not None and found.dep_ == "attr" and not self._kind(found):
            return subject(found.head)
        return found

    def _value(self, number: Token) -> Value:
        span = Span(number.idx, number.idx + len(number))
        return Value(Literal(str(int(number.text.replace(",", ""))), "integer"), span)

    def _fact(self, relation: str, word: Token, holder: Token, thing: Token | Value, confidence: float) -> Fact:
        trigger = Span(word.idx, word.idx + len(word))
        return Fact(relation, word, trigger, holder, thing, confidence, presupposed=True, identifies=True, dated=False)
