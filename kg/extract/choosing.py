"""Which of those who were mentioned before fits what a phrase says: the only one, or none."""

from bisect import bisect_left
from collections.abc import Callable

from kg import lexicon
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles, age_of
from kg.extract.syntax import children, prepositions
from kg.extract.words import Token

MODIFIERS = ("amod", "compound", "nmod", "nummod")
NEAR, CALLED, FAR = 2, 8, 40  # sentences
_OWNING = frozenset({"of", "for", "at"})

Fits = Callable[[Profile], bool]


class Choice:
    """Chooses among the clusters of one text, by their numbers."""

    def __init__(self, discourse: Discourse, facts: Profiles, profiles: list[Profile]) -> None:
        self._discourse = discourse
        self._facts = facts
        self._profiles = profiles
        self._genders = lexicon.table("coreference")["genders"]

    def only(self, token: Token, fits: Fits, reach: int = FAR) -> int | None:
        """The one that fits, of those in so many sentences before, if no other does."""
        out = self._discourse.co_arguments(token) if token.dep_ != "poss" else set()
        known = {o.entity for o in self._discourse.before(token, reach)}
        found = [e for e in known if e not in out and e < len(self._profiles) and fits(self._profiles[e])]
        return found[0] if len(found) == 1 else None

    def is_called(self, token: Token, noun: str, entity: int, reach: int = 0) -> bool:
        """Whether the noun was said of anything else since the entity was mentioned, or so many sentences before."""
        doc, sentences = self._discourse.doc, self._discourse.doc.sentence_numbers
        last = max(o.token for o in self._discourse.before(token, CALLED) if o.entity == entity)
        near = bisect_left(sentences, sentences[token.i] - reach) if reach else token.i
        since = doc[min(last + 1, near) : token.i]
        return any(t.lemma_.lower() == noun and self._discourse.at(t) != entity for t in since)

    def nations(self, token: Token) -> set[str]:
        """The countries that the phrase speaks of."""
        owners = children(token, *MODIFIERS, "poss") + [t for p, t in prepositions(token) if p in _OWNING]
        return {nation for t in owners if (nation := self._facts.nation(t)) is not None}

    def owners(self, token: Token) -> set[int | None]:
        """Who the noun is related to, as a number; None for somebody who is not known."""
        owners = children(token, "poss") + [t for p, t in prepositions(token) if p in _OWNING]
        owners += [t for t in children(token, "compound", "nmod") if self._discourse.at(t) is not None]
        return {self._discourse.at(t) for t in owners if self._facts.nation(t) is None}

    def agrees(self, token: Token, profile: Profile) -> bool:
        """Nation, owner, age and gender that the phrase gives are not others than those of the entity."""
        gender, own = self._genders.get(token.lemma_.lower()), profile.gender
        ages = {age for t in children(token, *MODIFIERS) if (age := age_of(t)) is not None}
        return (
            (gender is None or own is None or gender == own)
            and self.nations(token) <= profile.nations
            and self.owners(token) <= profile.owners
            and ages <= profile.ages
        )
