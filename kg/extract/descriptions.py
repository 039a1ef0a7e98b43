"""Which name a definite description stands for: "the company", "the Norwegian", "Northland's candidate"."""

from kg import lexicon
from kg.extract.choosing import FAR, MODIFIERS, Choice
from kg.extract.described_bodies import DescribedBodies
from kg.extract.described_places import DescribedPlaces
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles, age_of
from kg.extract.syntax import children
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Token

_DEFINITE = frozenset({"the", "this", "that"})
_DETERMINING = frozenset({"det", "poss"})
_NOT_ANAPHORIC = frozenset({"attr", "appos", "compound", "amod", "nmod", "npadvmod", "oprd", "acomp", "ROOT"})
_NATIONAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_AGED = frozenset({"man", "woman", "boy", "girl", "old", "teenager", "player", "person", "student"})


class Descriptions:
    """Resolves the descriptions of one text, from left to right."""

    def __init__(self, discourse: Discourse, facts: Profiles, profiles: list[Profile]) -> None:
        self._discourse = discourse
        self._facts = facts
        self._profiles = profiles
        self._kinds = head_kinds()
        self._titles = title_heads()
        self._words = lexicon.table("coreference")
        self._tenure = lexicon.titles().tenure.keys()
        self._choice = Choice(discourse, facts, profiles)
        self._bodies = DescribedBodies(discourse, facts, profiles, self._choice)
        self._places = DescribedPlaces(discourse, profiles, self._choice)

    def of(self, token: Token) -> int | None:
        """The number of the cluster, if one fits and no other."""
        if not self._refers(token):
            return None
        noun = token.lemma_.lower()
        if token.dep_ == "compound":
            seat = self._words["places"].get(noun)
            return (
                self._bodies.of(token, noun)
                if noun in self._words["organizations"]
                else self._places.of(token, seat)
                if seat is not None
                else None
            )
        if noun in self._words["places"]:
            return self._places.of(token, self._words["places"][noun])
        if noun == "capital" and not children(token, *MODIFIERS):
            return self._places.capital(token)
        nation = self._facts.nation(token) if token.ent_type_ == "NORP" else None
        if (nation := nation or self._facts.home(token)) is not None:
            return self._native(token, nation)
        if self._kinds.get(noun) == "Organization" or noun in self._words["organizations"]:
            return self._bodies.of(token, noun)
        return self._person(token, noun)

    def _refers(self, token: Token) -> bool:
        """A definite phrase in the singular that is no predicate, no name, and says no more in a clause of its own.

        "Company president Ann Lee" speaks of the company too, though it has no article.
        """
        if token.pos_ not in _NATIONAL or token.tag_ in _PLURAL or self._discourse.at(token) is not None:
            return False
        if token.dep_ in _NOT_ANAPHORIC:
            return token.dep_ == "compound" and token.head.lower_ in self._titles
        if token.deps.isdisjoint(_DETERMINING):
            return False
        definite = any(t.dep_ == "poss" or (t.dep_ == "det" and t.lower_ in _DEFINITE) for t in token.children)
        telling = [t for t in children(token, "appos", "relcl", "acl", "conj") if t.lower_ != "based"]
        return definite and (not telling or token.dep_ == "poss")

    def _person(self, token: Token, noun: str) -> int | None:
        """Called so before; or of the age that is given, if somebody has it."""
        if noun in _AGED and any(age_of(t) for t in (token, *children(token, *MODIFIERS))):
            age = next(a for t in (token, *children(token, *MODIFIERS)) if (a := age_of(t)) is not None)
            return self._choice.only(
                token, lambda c: c.kind == "Person" and age in c.ages and self._choice.agrees(token, c)
            )
        if self._kinds.get(noun) != "Person" and noun not in self._titles:
            return None
        said = {t.lower_ for t in children(token, *MODIFIERS) if self._facts.nation(t) is None} - self._tenure
        lesser = set(self._words["lesser"]) - {t.lower_ for t in children(token, *MODIFIERS)}
        found = self._choice.only(
            token,
            lambda c: (
                c.kind == "Person"
                and noun in c.nouns
                and said <= c.words
                and lesser.isdisjoint(c.words)
                and self._choice.agrees(token, c)
            ),
        )
        nations = (
            self._choice.nations(token)
            if found is None and said <= {noun} and not self._choice.owners(token)
            else set()
        )
        return self._native(token, nations.pop(), noun) if len(nations) == 1 else found

    def _native(self, token: Token, nation: str, noun: str = "") -> int | None:
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
