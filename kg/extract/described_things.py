"""Which named thing a description stands for by the last word of its name: "the Grand Mosque … the mosque"."""

from kg import lexicon
from kg.extract.choosing import CALLED, MODIFIERS, NEAR, Choice
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile
from kg.extract.syntax import children
from kg.extract.words import Token

_BEHIND = ("prep", "poss")


class DescribedThings:
    """Resolves the descriptions of buildings, events, works and other things of one text, from left to right."""

    def __init__(self, discourse: Discourse, choice: Choice) -> None:
        self._discourse = discourse
        self._choice = choice
        self._idle = lexicon.words("coreference", "idle")

    def of(self, token: Token, noun: str) -> int | None:
        """The only one whose name ends so, if nothing else was called so of late, nor since it was mentioned."""
        if token.lower_ != token.text or noun in self._idle or children(token, *_BEHIND):
            return None
        said = {t.lower_ for t in children(token, *MODIFIERS)}
        found = self._choice.only(token, lambda c: self._fits(c, noun, said), CALLED)
        return None if found is None or self._choice.is_called(token, noun, found, NEAR) else found

    def _fits(self, profile: Profile, noun: str, said: set[str]) -> bool:
        return profile.kind != "Person" and noun in profile.last and said <= profile.words
