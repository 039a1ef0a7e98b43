"""Which person a description stands for: "the president", "the 57-year-old", "the Norwegian", "the Spanish striker"."""

from kg import lexicon
from kg.extract.choosing import FAR, MODIFIERS, Choice, Fits
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles, age_of
from kg.extract.syntax import children
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Token

_AGED = frozenset({"man", "woman", "boy", "girl", "old", "teenager", "player", "person", "student"})


class DescribedPeople:
    """Resolves the descriptions of people of one text, from left to right."""

    def __init__(self, discourse: Discourse, facts: Profiles, profiles: list[Profile], choice: Choice) -> None:
        self._discourse = discourse
        self._facts = facts
        self._profiles = profiles
        self._choice = choice
        self._kinds = head_kinds()
        self._titles = title_heads()
        self._words = lexicon.table("coreference")
        self._tenure, self._kin = lexicon.titles().tenure.keys(), lexicon.titles().kin

    def of(self, token: Token, noun: str) -> int | None:
        """Called so before; or of the age that is given, if somebody has it."""
        if noun in _AGED and any(age_of(t) for t in (token, *children(token, *MODIFIERS))):
            return self._aged(token)
        if self._kinds.get(noun) != "Person" and noun not in self._titles:
            return None
        said = {t.lower_ for t in children(token, *MODIFIERS) if self._facts.nation(t) is None} - self._tenure
        lesser = set(self._words["lesser"]) - {t.lower_ for t in children(token, *MODIFIERS)}
        fits: Fits = lambda c: (  # noqa: E731
            c.kind == "Person"
            and noun in c.nouns
            and said <= c.words
            and lesser.isdisjoint(c.words)
            and self._choice.agrees(token, c)
        )
        found = self._choice.only(token, fits)
        if found is None and noun not in self._kin:
            found = self._choice.only(token, fits, 1)
        nations = (
            self._choice.nations(token)
            if found is None and said <= {noun} and not self._choice.owners(token)
            else set()
        )
        return self.native(token, nations.pop(), noun) if len(nations) == 1 else found

    def _aged(self, token: Token) -> int | None:
        """ "The 57-year-old": who is of that age; or the only person of late, whose age is not told."""
        age = next(a for t in (token, *children(token, *MODIFIERS)) if (a := age_of(t)) is not None)
        fits: Fits = lambda c: c.kind == "Person" and age in c.ages and self._choice.agrees(token, c)  # noqa: E731
        found = self._choice.only(token, fits)
        if found is not None or any(self._is_person(o.entity) is None for o in self._discourse.before(token, 1)):
            return found
        people = {o.entity for o in self._discourse.before(token, 1) if self._is_person(o.entity)}
        gender = self._words["genders"].get(token.lemma_.lower())
        own = self._profiles[next(iter(people))] if len(people) == 1 else None
        fitting = own is not None and not own.ages and (gender is None or own.gender in {gender, None})
        return people.pop() if fitting and people.isdisjoint(self._discourse.co_arguments(token)) else None

    def _is_person(self, entity: int) -> bool | None:
        """None for somebody without a name, who may be meant as well."""
        if entity < len(self._profiles):
            return self._profiles[entity].kind == "Person"
        return None if self._kinds.get(self._discourse.phrase(entity).lemma_.lower()) == "Person" else False

    def native(self, token: Token, nation: str, noun: str = "") -> int | None:
        """ "The Spaniard", "the Spanish striker": known to be of there; or the only person of late who may be."""
        if any(t.lower_ in self._words["other"] for t in children(token, *MODIFIERS)):
            return None
        gender = self._words["genders"].get(noun)
        known = {o.entity for o in self._discourse.before(token, FAR) if self._is_native(o.entity, nation)}
        if known and not noun:
            return self._choice.only(token, lambda c: c.kind == "Person" and nation in c.nations)
        near = {o.entity for o in self._discourse.before(token, 1) if o.entity < len(self._profiles)}
        people = [e for e in near if self._profiles[e].kind == "Person"]
        if len(people) != 1 or people[0] in self._discourse.co_arguments(token):
            return None
        own = self._profiles[people[0]]
        agrees = own.nations <= {nation} and (gender is None or own.gender in {gender, None})
        return people[0] if agrees and known <= {people[0]} else None

    def _is_native(self, entity: int, nation: str) -> bool:
        return entity < len(self._profiles) and nation in self._profiles[entity].nations
