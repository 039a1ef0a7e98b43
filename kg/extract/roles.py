"""Offices, kin and sides that noun phrases give: before a name, in apposition, after "is", after "as"."""

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.holders import Holders, one_of
from kg.extract.offices import Offices, citizenship, membership
from kg.extract.posts import at_joined, dismissed_from, holder_of
from kg.extract.referents import Referents
from kg.extract.relatives import antecedent
from kg.extract.rosters import Rosters
from kg.extract.syntax import VERBS, child, conjuncts, prepositions
from kg.extract.titles import PLAIN, Title, Titles
from kg.extract.vocabulary import nation_of
from kg.extract.words import Doc, Token

_SURE, _FAIR = 0.9, 0.8
_MODIFYING = frozenset({"compound", "nmod"})


class Roles:
    """Reads facts off titles and relation nouns."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._titles = Titles(referents)
        self._holders = Holders(doc, referents, self._titles)
        self._rosters = Rosters(referents)
        self._offices = Offices(referents, self._titles)
        self._lexicon = lexicon.table("roles")
        self._of_places = lexicon.words("roles", "places", "holders")
        self._as_verbs = frozenset(self._lexicon["places"]["as_verbs"])

    def facts(self) -> Iterator[Fact]:
        """All role facts of the text, in its order."""
        for name in self._referents.names():
            yield from self._before_name(name)
        for token in [t for t in self._doc if t.pos_ in PLAIN and t.dep_ != "amod" and self._titles.is_title(t)]:
            yield from self._beside(token)

    def _before_name(self, head: Token) -> Iterator[Fact]:
        """ "former Acme president Ann Lee": read the words before the name from left to right, whatever their parse."""
        words = self._words_before(head)
        title = self._titles.before(words) if words else None
        if title is not None and not _has_body_behind(title, head):
            title = self._of_place(title, head)
            plural = self._titles.is_plural(title.head)
            for holder in self._holders.several(head) if plural else (head,):
                yield from self._say(title, holder, governor=head, confidence=_SURE, presupposed=True)
            yield from self._first_of_two(title, words, head)
        said = (*title.nations, *title.bodies) if title is not None else ()
        others = [t for t in words if t not in said and not self._referents.is_name(t) and not _is_topic(t, head)]
        yield from (citizenship(head, t, head) for t in others if nation_of(t))
        yield from (membership(head, t, head) for t in others if self._referents.party(t))

    def _first_of_two(self, title: Title, words: list[Token], name: Token) -> Iterator[Fact]:
        """ "Farmer and mayor Ann Lee", where the parser has the first title modify the name."""
        first = self._titles.joined(title.head, [t for t in words if t.i < title.head.i])
        if first is not None and first.head.dep_ in _MODIFYING and not self._titles.is_plural(first.head):
            yield from self._say(first, name, governor=name, confidence=_SURE, presupposed=True)

    def _of_place(self, title: Title, name: Token) -> Title:
        """ "Gov. Ann Lee of Texas" governs Texas; a secretary-general of Norway need not serve it."""
        placed = title.nations or any(self._referents.is_name(t) or t.dep_ == "poss" for t in title.bodies)
        if placed or self._titles.normal(title.head) not in self._of_places:
            return title
        behind = (phrase for preposition, phrase in prepositions(name) if preposition == "of")
        place = next((t for t in behind if t.i <= name.i + 3 and self._kind(t) in {"Country", "Place", "City"}), None)
        return title if place is None else replace(title, bodies=(*title.bodies, place))

    def _words_before(self, head: Token) -> list[Token]:
        reference = self._referents.named(head)
        if reference is None or not self._referents.is_name(head) or self._kind(head) != "Person":
            return []
        if head.idx + len(head) != reference.span.end:
            return []
        first = min(t.i for t in head.subtree)
        brackets = (
            t.i for t in self._doc.tokens[first : head.i] if t.text == ")"
        )  # "OSLO (Acme News - 4 May) Mayor Lee"
        first = max(brackets, default=first)
        return [t for t in self._doc.tokens[first : head.i] if t.idx < reference.span.begin and not t.is_space]

    def _beside(self, noun: Token) -> Iterator[Fact]:
        title = self._titles.around(noun)
        listed = self._titles.is_plural(noun)
        for holder in (
            h
            for t in self._holders.beside(noun)
            for h in (self._holders.after(t, noun) if listed else (t,))
            if not listed or one_of(noun) != noun or _is_one_of_several(t)
        ):
            yield from self._say(title, holder, governor=noun, confidence=_SURE, presupposed=True)
        for holder, verb in self._rosters.named_by(noun) if title.bodies or title.nations else ():
            yield from self._say(title, holder, governor=verb, confidence=_SURE)
        yield from self._after_copula(title, noun)
        yield from self._after_as(title, noun)

    def _after_copula(self, title: Title, noun: Token) -> Iterator[Fact]:
        """ "Ann is president", "Ann is one of the vice presidents", "Ann was elected president"."""
        attribute = one_of(noun)
        while attribute.dep_ == "conj" and attribute.head.pos_ not in VERBS:
            attribute = attribute.head
        verb = attribute.head
        if attribute.dep_ == "attr" and verb.lemma_ in self._lexicon["places"]["copulas"]:
            holders = subject(verb)
            for holder in self._rosters.all_of(holders) if holders is not None else ():
                yield from self._say(title, holder, governor=verb, confidence=_SURE)
        elif attribute.dep_ == "oprd" and verb.lemma_ in self._as_verbs:
            chosen = clause(verb).object
            for holder in conjuncts(chosen) if chosen is not None else ():
                yield from self._say(title, holder, governor=verb, confidence=_FAIR)

    def _after_as(self, title: Title, noun: Token) -> Iterator[Fact]:
        """ "she served as president", "they elected her as president", "Ann, as president, …", "As president, Ann"."""
        phrase = one_of(noun)
        if phrase.dep_ != "pobj" or phrase.head.lower_ != "as":
            return
        governor = phrase.head.head
        verb = clause(governor) if governor.pos_ in VERBS else None
        held = holder_of(phrase.head) or (dismissed_from(verb) if verb is not None else None)
        if held is not None:
            yield from self._say(title, held, governor=noun, confidence=_FAIR, presupposed=True)
        elif verb is not None and not self._as_verbs.isdisjoint((governor.lemma_, verb.lemma)):
            chosen = verb.object is not None and self._kind(verb.object) == "Person"
            holder = verb.object if chosen else verb.subject
            for one in conjuncts(holder) if holder is not None else ():
                yield from self._say(at_joined(title, verb), one, governor=governor, confidence=_FAIR)
        elif verb is not None and verb.subject is not None and _opens(phrase.head, verb.subject):
            yield from self._say(title, verb.subject, governor=governor, confidence=_FAIR)
        elif self._referents.named(governor) is not None:
            yield from self._say(title, governor, governor=noun, confidence=_FAIR, presupposed=True)

    def _say(
        self, title: Title, holder: Token, *, governor: Token, confidence: float, presupposed: bool = False
    ) -> Iterator[Fact]:
        holder = antecedent(holder) or holder
        named = self._referents.named(holder) is not None or holder.pos_ == "PRON"
        if self._kind(holder) in {"Person", *(("Thing",) if named else ())} and not self._same(title.head, holder):
            yield from self._offices.facts(title, holder, governor, confidence, presupposed=presupposed)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else self._referents.kind(token)

    def _same(self, noun: Token, holder: Token) -> bool:
        slashed = holder.i > noun.i and noun.doc[noun.i + 1].text == "/"
        return noun == holder or slashed or (child(noun, "appos") is None and noun in list(conjuncts(holder)))


def _is_one_of_several(holder: Token) -> bool:
    """One person beside "leaders" need not be among them: "a meeting of 27 leaders - Lee was not invited"."""
    return holder.dep_ == "conj" or child(holder, "conj", "cc") is not None


def _opens(preposition: Token, subject: Token) -> bool:
    """Whether the phrase stands before the subject, set off by a comma."""
    inside = preposition.doc[preposition.i + 1 : subject.i] if preposition.i < subject.i else ()
    return any(t.text == "," for t in inside)


def _has_body_behind(title: Title, name: Token) -> bool:
    """ "The mayor of Oslo Ann Lee": read as an apposition, with what stands between the two."""
    office = title.head
    return office.dep_ == "appos" and office.head is name and child(office, "prep") is not None


def _is_topic(word: Token, name: Token) -> bool:
    """ "Secretary for African Affairs Ann Lee": what the office is about, not where she is from."""
    return word.head is not name and word.head.dep_ == "pobj"
