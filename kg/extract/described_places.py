"""Which place "the country", "the city" or "the capital" stands for."""

from kg.extract.choosing import CALLED, FAR, MODIFIERS, Choice, Fits
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile
from kg.extract.syntax import children
from kg.extract.words import Token
from kg.gazetteer import load_gazetteer

_ALL_OVER = frozenset({"across", "around", "throughout"})
_OFTEN, _MORE = 4, 3


class DescribedPlaces:
    """Resolves the descriptions of places of one text, from left to right."""

    def __init__(self, discourse: Discourse, profiles: list[Profile], choice: Choice) -> None:
        self._discourse = discourse
        self._profiles = profiles
        self._choice = choice
        self._places = load_gazetteer()

    def of(self, token: Token, kind: str) -> int | None:
        """Not "across the country", which is the reader's."""
        if children(token, *MODIFIERS, "poss", "prep") or token.head.lower_ in _ALL_OVER:
            return None
        fits: Fits = lambda c: kind in {c.kind, c.seat}  # noqa: E731
        here = self._choice.only(token, fits, 0)
        here = here if here is not None else self._choice.only(token, fits, 1)
        return here if here is not None or kind != "Country" else self._foremost(token, fits)

    def _foremost(self, token: Token, fits: Fits) -> int | None:
        """Of several, or after a while, the one that by far the most of the text before speaks of."""
        known = {o.entity for o in self._discourse.before(token, FAR) if o.entity < len(self._profiles)}
        sizes = sorted(((self._discourse.sizes[e], e) for e in known if fits(self._profiles[e])), reverse=True)
        second = sizes[1][0] if len(sizes) > 1 else 0
        if not sizes or sizes[0][0] < max(_OFTEN, _MORE * second):
            return None
        # "after the country's attack on Vienna, Norway said": another
        here = {self._discourse.at(t) for t in token.sent}
        near = {o.entity for o in self._discourse.before(token, CALLED)}
        return sizes[0][1] if sizes[0][1] in near - here else None

    def capital(self, token: Token) -> int | None:
        """The city that was mentioned and is one."""
        cities = {
            o.entity
            for o in self._discourse.before(token, FAR)
            if (c := self._discourse.cluster(o.entity)) is not None
            and c.kind == "City"
            and self._places.capital(c.label)
        }
        return cities.pop() if len(cities) == 1 else None
