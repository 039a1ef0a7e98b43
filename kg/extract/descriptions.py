"""Which name a definite description stands for: "the company", "the Norwegian", "Northland's candidate"."""

from kg import lexicon
from kg.extract.choosing import MODIFIERS, Choice
from kg.extract.described_bodies import DescribedBodies
from kg.extract.described_people import DescribedPeople
from kg.extract.described_places import DescribedPlaces
from kg.extract.described_things import DescribedThings
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles
from kg.extract.syntax import children
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Token

_DEFINITE = frozenset({"the", "this", "that"})
_DETERMINING = frozenset({"det", "poss"})
_NOT_ANAPHORIC = frozenset({"attr", "appos", "compound", "amod", "nmod", "npadvmod", "oprd", "acomp", "ROOT"})
_NATIONAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_TELLING = ("appos", "relcl", "acl", "conj")
_SOMEBODY = frozenset({"boy", "girl", "man", "person", "woman"})


class Descriptions:
    """Resolves the descriptions of one text, from left to right."""

    def __init__(self, discourse: Discourse, facts: Profiles, profiles: list[Profile]) -> None:
        self._discourse = discourse
        self._facts = facts
        self._kinds = head_kinds()
        self._titles = title_heads()
        self._words = lexicon.table("coreference")
        choice = Choice(discourse, facts, profiles)
        self._bodies = DescribedBodies(discourse, facts, profiles, choice)
        self._people = DescribedPeople(discourse, facts, profiles, choice)
        self._places = DescribedPlaces(discourse, profiles, choice)
        self._things = DescribedThings(discourse, choice)

    def of(self, token: Token) -> int | None:
        """The number of the cluster, if one fits and no other."""
        found = self._found(token, token.lemma_.lower()) if self._refers(token) else None
        return None if found in self._told_of(token) else found

    def _told_of(self, token: Token) -> set[int | None]:
        """ "The former actor, who was married to Lee": another than Lee."""
        return {self._discourse.at(t) for clause in children(token, "relcl") for t in clause.subtree}

    def _found(self, token: Token, noun: str) -> int | None:
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
            return self._people.native(token, nation)
        if self._kinds.get(noun) == "Organization" or noun in self._words["organizations"]:
            return self._bodies.of(token, noun)
        found = self._people.of(token, noun)
        return self._things.of(token, noun) if found is None else found

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
        return definite and (token.dep_ == "poss" or not any(map(_tells, children(token, *_TELLING))))


def _tells(word: Token) -> bool:
    """Whether a clause or a name behind the noun tells who is meant; not behind a comma: "The airline, which is …"."""
    before = word.left_edge.before if word.left_edge.i else word
    added = word.dep_ == "relcl" and before.text == "," and word.head.lemma_ not in _SOMEBODY
    return not added and word.lower_ != "based"
