"""Whether a phrase before any name can be meant for somebody whom the text names later: gender, nation, age, trade."""

from kg import lexicon
from kg.extract.clusters import Cluster
from kg.extract.profiles import Profile, age_of
from kg.extract.syntax import children
from kg.extract.unnamed import noun_of
from kg.extract.vocabulary import head_kinds, home_of, nation_of
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer

_PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_MODIFIERS = ("amod", "compound", "nmod", "poss")


class Suiting:
    """The people whom one text names, by the numbers of their clusters."""

    def __init__(self, doc: Doc, clusters: list[Cluster], profiles: list[Profile]) -> None:
        self.doc, self.profiles = doc, profiles
        self.home = {i: n for n, c in enumerate(clusters) for name in c.names for i in range(name.begin, name.end)}
        self.first = [doc.tokens[c.names[0].begin] for c in clusters]
        self._genders = lexicon.table("coreference")["genders"]
        self._said: dict[int, frozenset[str]] = {}

    def person(self, token: Token) -> int | None:
        """Who is meant: by name, or by a pronoun after the only person that the sentence names."""
        if token.lower_ not in _PRONOUNS:
            number = self.home.get(token.i)
            return number if number is not None and self.profiles[number].kind == "Person" else None
        before = {self.home[t.i] for t in token.sent if t.i < token.i and t.i in self.home}
        people = {number for number in before if self.profiles[number].kind == "Person"}
        return people.pop() if len(people) == 1 else None

    def suits(self, head: Token, number: int) -> bool:
        """Named only after the phrase, in a later sentence, and nothing else than the phrase says."""
        first = self.first[number]
        places = self.doc.sentence_numbers
        later = head.i < first.i and places[head.i] < places[first.i]
        return later and self._gender_agrees(head, number) and self._origin_agrees(head, number)

    def distance(self, head: Token, number: int) -> int:
        """How many sentences after the phrase the first name stands."""
        places = self.doc.sentence_numbers
        return places[self.first[number].i] - places[head.i]

    def is_anybody(self, head: Token) -> bool:
        """Only a gender or a nation is told: "woman", "Briton"."""
        return noun_of(head) in self._genders or home_of(head) is not None

    def is_broad(self, head: Token) -> bool:
        """A word that is no trade: "victim" too."""
        return noun_of(head) in lexicon.words("coreference", "broad") or self.is_anybody(head)

    def is_of_trade(self, head: Token, number: int) -> bool:
        """Whether the name is described by no other trade than the phrase."""
        noun, trades = noun_of(head), self._trades(number)
        return not trades or noun in trades or self.is_broad(head)

    def _trades(self, number: int) -> set[str]:
        broad = lexicon.words("coreference", "broad")
        nouns = self.profiles[number].nouns - self._genders.keys() - broad
        return {noun for noun in nouns if head_kinds().get(noun) == "Person"}

    def _gender_agrees(self, head: Token, number: int) -> bool:
        gender, own = self._genders.get(noun_of(head)), self.profiles[number].gender
        if gender is None:
            return True
        return own in {gender, None} and self._gender_said(number) >= {gender}

    def _gender_said(self, number: int) -> frozenset[str]:
        """The gender of the pronouns for whoever is named; both where there are none, none where they differ."""
        if number not in self._said:
            found = {_PRONOUNS[t.lower_] for t in self.doc.having(_PRONOUNS.keys()) if self.person(t) == number}
            self._said[number] = frozenset(found if len(found) == 1 else () if found else _PRONOUNS.values())
        return self._said[number]

    def _origin_agrees(self, head: Token, number: int) -> bool:
        """Of no other nation, unless where the name is first told; of no other age."""
        profile, modifiers = self.profiles[number], children(head, *_MODIFIERS)
        nations = {nation.name for m in modifiers if (nation := nation_of(m)) is not None}
        native = home_of(head)
        nations |= {native.name} if native is not None else set()
        ages = {age for m in modifiers if (age := age_of(m)) is not None}
        told = profile.nations | self._nations_near(number)
        return (nations <= told or not profile.nations) and (not profile.ages or ages <= profile.ages)

    def _nations_near(self, number: int) -> set[str]:
        places = load_gazetteer()
        near = (nation_of(t) or places.country(t.text) for t in self.first[number].sent if t.text[0].isupper())
        return {nation.name for nation in near if nation is not None}
