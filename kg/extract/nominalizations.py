"""Facts that nouns tell: "the arrest of the mayor by police", "talks between A and B", "paid a visit to C"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from kg import lexicon
from kg.extract.contents import Contents
from kg.extract.control import subject
from kg.extract.events import Event, context_of, event_of, events
from kg.extract.facts import Fact
from kg.extract.fitting import Fitting
from kg.extract.light_verbs import Light, light_of, places_of
from kg.extract.numbers import paid
from kg.extract.opposition import opposed
from kg.extract.referents import Referents
from kg.extract.relatives import antecedent
from kg.extract.syntax import VERBS, children, clause_words, members, possessor, span_of, written
from kg.extract.titles import Titles
from kg.extract.vocabulary import incomplete
from kg.extract.where import is_setting
from kg.extract.words import Doc, Token
from kg.model import Certainty, Literal, Qualifier

_BOTH_ENDS, _ONE_END = 0.8, 0.75
_CONTROLLED = frozenset({"on", "during", "after", "in", "at"})
_NONE = frozenset({"no", "any"})
_Ends = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that names what happens, its phrases by preposition (and "poss"), and its light verb, if it has one."""

    event: Event
    noun: Token
    places: Mapping[str, Token]
    light: Light | None

    @property
    def certainty(self) -> Certainty:
        """What its words leave of it."""
        return Certainty.CERTAIN if self.light else context_of(self.noun)


class Nominalizations:
    """Reads facts off the nouns of one text that name what happens."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._titles = Titles(referents)
        self._fitting = Fitting(referents)
        self._contents = Contents(referents)
        self._words = lexicon.table("relations")["nominal"]

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for token in self._doc.having(events().keys()):
            event = event_of(token)
            absent = event is None or self._referents.is_name(token) or any(t.lower_ in _NONE for t in token.children)
            if event is not None and not absent:
                light = light_of(event, token)
                yield from self._said(Nominal(event, token, self._places(event, token, light), light))

    def _places(self, event: Event, noun: Token, light: Light | None) -> Mapping[str, Token]:
        """Where the ends stand; what is bought may stand before the noun ("Acme's Bolt takeover")."""
        places = places_of(noun, light)
        before = self._before(noun) if event.relation == "acquired" and "of" not in places else ()
        bought = self._referents.named(before[0]) if before and possessor(noun) is not None else None
        firm = bought is not None and self._referents.entity(bought.entity).kind == "Organization"
        return {**places, "of": before[0]} if firm else places

    def _said(self, nominal: Nominal) -> Iterator[Fact]:
        certainty = nominal.certainty
        for one, other in self._ends(nominal):
            bare = one is None or (other is None and nominal.event.relation.startswith("rel:"))
            idle = bare and certainty is Certainty.POSSIBLE
            if not idle and self._tells(nominal, one, other):
                yield self._fact(nominal, certainty, one, other)

    def _fact(self, nominal: Nominal, certainty: Certainty, one: Token | None, other: Token | None) -> Fact:
        light, noun = nominal.light, nominal.noun
        content = self._content(nominal, one, other)
        where = ((p, t) for p, t in nominal.places.items() if t not in {one, other})
        return Fact(
            nominal.event.relation,
            light.verb if light else noun,
            span_of([light.verb, noun]) if light and light.verb.i < noun.i else span_of([noun]),
            one,
            other,
            _BOTH_ENDS if one is not None and other is not None else _ONE_END,
            (*self._qualifiers(nominal), *content),
            tuple(("place", t) for p, t in where if is_setting(p, t, self._referents))[:1],
            presupposed=light is None,
            dated=light is not None,
            certainty=certainty,
            whole=other is not None or bool(content) or nominal.event.relation not in incomplete(),
        )

    def _ends(self, nominal: Nominal) -> Iterator[tuple[Token | None, Token | None]]:
        """Who acts and who undergoes. What a phrase gives as one end, it does not give as the other."""
        pair = next((both for place in nominal.event.pair if len(both := self._at((place,), nominal.places)) > 1), ())
        if pair:
            yield from product(pair[:1], pair[1:])
            return
        light, event = nominal.light, nominal.event
        told = self._members(light.subject) if light else ()
        undergo = told if light and not light.acts else self._at(event.object, nominal.places)
        undergo = undergo or self._members(opposed(event, nominal.noun))
        if light and light.acts and event.pair and len(told) > 1 and not undergo:  # "Ann and Bo declared a merger"
            yield from product(told[:1], told[1:])
            return
        rest = {place: head for place, head in nominal.places.items() if head not in undergo}
        act = told if light and light.acts else self._at(event.subject + (event.sources if light else ()), rest)
        yield from product(act or self._implied(nominal, undergo) or (None,), undergo or (None,))

    def _at(self, names: tuple[str, ...], places: Mapping[str, Token]) -> _Ends:
        return next((found for name in names if (found := self._members(places.get(name)))), ())

    def _members(self, head: Token | None) -> _Ends:
        return (
            tuple(t for t in members(self._referents.meant(head)) if self._referents.of(t)) if head is not None else ()
        )

    def _implied(self, nominal: Nominal, undergo: _Ends) -> _Ends:
        """Who acts where no phrase says so: a name before the noun, or whoever the verb speaks of."""
        event, noun = nominal.event, nominal.noun
        if possessor(noun) is not None:
            return ()
        before = self._before(noun) if undergo and "poss" in event.subject and not event.pair else ()
        known = all(self._named(t) for t in undergo)
        return before or (self._members(self._controller(event, noun)) if known else ())

    def _before(self, noun: Token) -> _Ends:
        """A name or a nationality before the noun: "the US invasion", "a Soviet attack"."""
        named = [t for t in children(noun, "compound", "amod", "nmod") if self._referents.of(t) and self._named(t)]
        return tuple(named[-1:])

    def _controller(self, event: Event, noun: Token) -> Token | None:
        """Who acts in "died on a visit to", "plans the acquisition of": the subject, where no other is named."""
        preposition, verb = noun.head, noun.head.head
        if noun.dep_ == "dobj" and noun.head.lemma_ in self._words["control"]:
            return antecedent(subject(noun.head))
        beside = noun.dep_ == "pobj" and preposition.lower_ in _CONTROLLED and verb.pos_ in VERBS
        bare = all(t.lower_ in {"a", "an"} for t in children(noun, "det"))
        return antecedent(subject(verb)) if event.control and beside and bare else None

    def _named(self, token: Token | None) -> bool:
        return token is not None and self._referents.named(token) is not None

    def _tells(self, nominal: Nominal, one: Token | None, other: Token | None) -> bool:
        """Both ends, or the one that matters; one of them known by name; each of a kind that may stand there.

        With a verb of its own, two ends need no name ("police opened an inquiry into the crash"), nor do people who are
        arrested or shot, where it is certain ("after the arrest of two men").
        """
        event = nominal.event
        both = one is not None and other is not None
        said = both and (nominal.light is not None or opposed(event, nominal.noun) is not None)
        certain = event.unnamed and nominal.certainty is Certainty.CERTAIN
        told = certain and other is not None and (other.tag_ != "NNS" or bool(children(other, "det", "nummod", "poss")))
        known = said or told or self._named(one) or self._named(other)
        patient = other is not None and (event.alone or "poss" in event.object)
        whole = patient if one is None else other is not None or not event.object or event.optional
        return known and whole and self._fitting.fits(event.relation, one, other)

    def _content(self, nominal: Nominal, *ends: Token | None) -> tuple[Qualifier, ...]:
        """What the noun asks for beside the ends; declared relations have qualifiers of their own."""
        open_ended = nominal.event.relation.startswith("rel:")
        return self._contents.of_noun(nominal.noun, *ends) if open_ended else ()

    def _qualifiers(self, nominal: Nominal) -> Iterator[Qualifier]:
        for name, listed in nominal.event.qualifiers.items():
            if name == "amount":
                before = [t for t in nominal.noun.children if t.i < nominal.noun.i and t.dep_ != "poss"]
                yield from paid([*before, *(nominal.places[p] for p in listed if p in nominal.places)])
                continue
            head = next((nominal.places[p] for p in listed if p in nominal.places), None)
            if head is not None:
                words = written(clause_words(head))
                value = self._titles.around(head).text if name == "title" else words
                yield Qualifier(name, Literal(value))
