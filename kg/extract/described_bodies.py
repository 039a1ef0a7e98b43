"""Which organization a description stands for: "the company", "the union", "the tech giant"."""

from kg import lexicon
from kg.extract.choosing import CALLED, MODIFIERS, NEAR, Choice, Fits
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles, age_of
from kg.extract.syntax import child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token


class DescribedBodies:
    """Resolves the descriptions of organizations of one text, from left to right."""

    def __init__(self, discourse: Discourse, facts: Profiles, profiles: list[Profile], choice: Choice) -> None:
        self._discourse = discourse
        self._facts = facts
        self._profiles = profiles
        self._choice = choice
        self._kinds = head_kinds()
        self._words = lexicon.table("coreference")
        self._known: dict[str, list[tuple[frozenset[str], int]]] = {}

    def of(self, token: Token, noun: str) -> int | None:
        """Called so; or the only one near, or the one that the article is about, of those not called otherwise."""
        said = frozenset(t.lower_ for t in children(token, "amod", "compound") if age_of(t) is None)
        found = self._again(token, noun, said) if said else None
        if found is None:
            found = self._by_kind(token, noun)
        if found is not None:
            self._known.setdefault(noun, []).append((said, found))
        return found

    def _again(self, token: Token, noun: str, said: frozenset[str]) -> int | None:
        """ "The international road agency … the road agency": called so before, with no other in between."""
        known = {number for words, number in self._known.get(noun, ()) if said <= words}
        return known.pop() if len(known) == 1 and known.isdisjoint(self._discourse.co_arguments(token)) else None

    def _by_kind(self, token: Token, noun: str) -> int | None:
        kinds = set(self._words["organizations"].get(noun, ()))
        others = [t for t in children(token, *MODIFIERS) if self._facts.nation(t) is None]
        if any(t.pos_ == "PROPN" or t.lower_ in self._words["other"] for t in others):
            return None
        called = self._called(token, noun)
        if called is not None or not kinds or child(token, "poss", "prep") is not None:
            return called
        if not others and noun in self._words["modified"]:
            return None
        told = noun in self._words["told"]
        fits: Fits = lambda c: self._may_be(c, kinds, told) and self._choice.agrees(token, c)  # noqa: E731
        found = self._choice.only(token, fits, NEAR) if others else self._near(token, fits)
        articled = found is not None and self._profiles[found].articled
        return None if articled and noun in self._words["trading"] else found

    def _called(self, token: Token, noun: str) -> int | None:
        """Called so before; where others are called so too, or it is a while ago, only if nothing else was, since."""
        fits: Fits = lambda c: (  # noqa: E731
            c.kind == "Organization"
            and noun in c.nouns
            and self._choice.agrees(token, c)
            and self._is_alike(token, noun, c)
        )
        found = self._choice.only(token, fits, NEAR)
        if found is None and noun in self._words["organizations"] and noun not in self._words["trading"]:
            found = self._choice.only(token, fits, CALLED)
            return found if found is not None and not self._choice.is_called(token, noun, found) else None
        return found

    def _is_alike(self, token: Token, noun: str, profile: Profile) -> bool:
        """ "The appeals court" is no Supreme Court, which is a court by its name."""
        return noun not in profile.own or {t.lower_ for t in children(token, "compound")} <= profile.words

    def _may_be(self, profile: Profile, kinds: set[str], told: bool) -> bool:
        known = {n for n in profile.nouns if self._kinds.get(n) == "Organization"}
        return profile.kind == "Organization" and ((not known and not told) or not known.isdisjoint(kinds))

    def _near(self, token: Token, fits: Fits) -> int | None:
        only = self._choice.only(token, fits, NEAR)
        if only is not None:
            return only
        near = [o for o in self._discourse.before(token, NEAR) if o.entity < len(self._profiles)]
        near = [o for o in near if fits(self._profiles[o.entity])]
        sizes = sorted({(-self._discourse.sizes[o.entity], o.entity) for o in near})
        clear = len(sizes) > 1 and sizes[0][0] <= 2 * sizes[1][0] and sizes[0][0] < -2
        if not clear or sizes[0][1] in self._discourse.co_arguments(token):
            return None
        last = self._discourse.distance(token, near[0].token)
        latest = {o.entity for o in near if self._discourse.distance(token, o.token) == last}
        return sizes[0][1] if sizes[0][1] in latest else None
