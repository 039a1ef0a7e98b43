"""Which name a definite description stands for: "the company", "the Norwegian", "Northland's candidate"."""

from collections.abc import Callable

from kg import lexicon
from kg.extract.discourse import Discourse
from kg.extract.profiles import Profile, Profiles, age_of
from kg.extract.syntax import child, children, prepositions
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Token
from kg.gazetteer import load_gazetteer

_DEFINITE = frozenset({"the", "this", "that"})
_DETERMINING = frozenset({"det", "poss"})
_NOT_ANAPHORIC = frozenset({"attr", "appos", "compound", "amod", "nmod", "npadvmod", "oprd", "acomp", "ROOT"})
_MODIFIERS = ("amod", "compound", "nmod", "nummod")
_NATIONAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_AGED = frozenset({"man", "woman", "boy", "girl", "old", "teenager", "player", "person", "student"})
_OWNING = frozenset({"of", "for", "at"})
_ALL_OVER = frozenset({"across", "around", "throughout"})
_OFTEN, _MORE = 4, 3
_NEAR, _CALLED, _FAR = 2, 8, 40

Fits = Callable[[Profile], bool]


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
        self._places = load_gazetteer()
        self._known: dict[str, list[tuple[frozenset[str], int]]] = {}

    def of(self, token: Token) -> int | None:
        """The number of the cluster, if one fits and no other."""
        if not self._refers(token):
            return None
        noun = token.lemma_.lower()
        if token.dep_ == "compound":
            seat = self._words["places"].get(noun)
            return (
                self._organization(token, noun)
                if noun in self._words["organizations"]
                else self._place(token, seat)
                if seat is not None
                else None
            )
        if noun in self._words["places"]:
            return self._place(token, self._words["places"][noun])
        if noun == "capital" and not children(token, *_MODIFIERS):
            return self._capital(token)
        nation = self._facts.nation(token) if token.ent_type_ == "NORP" else None
        if (nation := nation or self._facts.home(token)) is not None:
            return self._native(token, nation)
        if self._kinds.get(noun) == "Organization" or noun in self._words["organizations"]:
            return self._organization(token, noun)
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

    # ---- what the phrase itself says

    def _nations(self, token: Token) -> set[str]:
        owners = children(token, *_MODIFIERS, "poss") + [t for p, t in prepositions(token) if p in _OWNING]
        return {nation for t in owners if (nation := self._facts.nation(t)) is not None}

    def _owners(self, token: Token) -> set[int | None]:
        """Who the noun is related to, as a number; None for somebody who is not known."""
        owners = children(token, "poss") + [t for p, t in prepositions(token) if p in _OWNING]
        owners += [t for t in children(token, "compound", "nmod") if self._discourse.at(t) is not None]
        return {self._discourse.at(t) for t in owners if self._facts.nation(t) is None}

    def _agrees(self, token: Token, profile: Profile) -> bool:
        """Nation, owner, age and gender that the phrase gives are not others than those of the entity."""
        gender, own = self._words["genders"].get(token.lemma_.lower()), profile.gender
        ages = {age for t in children(token, *_MODIFIERS) if (age := age_of(t)) is not None}
        return (
            (gender is None or own is None or gender == own)
            and self._nations(token) <= profile.nations
            and self._owners(token) <= profile.owners
            and ages <= profile.ages
        )

    # ---- candidates

    def _only(self, token: Token, fits: Fits, reach: int = _FAR) -> int | None:
        out = self._discourse.co_arguments(token) if token.dep_ != "poss" else set()
        known = {o.entity for o in self._discourse.before(token, reach)}
        found = [e for e in known if e not in out and e < len(self._profiles) and fits(self._profiles[e])]
        return found[0] if len(found) == 1 else None

    def _person(self, token: Token, noun: str) -> int | None:
        """Called so before; or of the age that is given, if somebody has it."""
        if noun in _AGED and any(age_of(t) for t in (token, *children(token, *_MODIFIERS))):
            age = next(a for t in (token, *children(token, *_MODIFIERS)) if (a := age_of(t)) is not None)
            return self._only(token, lambda c: c.kind == "Person" and age in c.ages and self._agrees(token, c))
        if self._kinds.get(noun) != "Person" and noun not in self._titles:
            return None
        said = {t.lower_ for t in children(token, *_MODIFIERS) if self._facts.nation(t) is None} - self._tenure
        lesser = set(self._words["lesser"]) - {t.lower_ for t in children(token, *_MODIFIERS)}
        found = self._only(
            token,
            lambda c: (
                c.kind == "Person"
                and noun in c.nouns
                and said <= c.words
                and lesser.isdisjoint(c.words)
                and self._agrees(token, c)
            ),
        )
        nations = self._nations(token) if found is None and said <= {noun} and not self._owners(token) else set()
        return self._native(token, nations.pop(), noun) if len(nations) == 1 else found

    def _native(self, token: Token, nation: str, noun: str = "") -> int | None:
        """ "The Spaniard", "the Spanish striker": known to be of there; or the only person of late who may be."""
        if any(t.lower_ in self._words["other"] for t in children(token, *_MODIFIERS)):
            return None
        gender = self._words["genders"].get(noun)
        known = {o.entity for o in self._discourse.before(token, _FAR) if self._is_native(o.entity, nation)}
        if known and not noun:
            return self._only(token, lambda c: c.kind == "Person" and nation in c.nations)
        near = {o.entity for o in self._discourse.before(token, 1) if o.entity < len(self._profiles)}
        people = [e for e in near if self._profiles[e].kind == "Person"]
        if len(people) != 1 or people[0] in self._discourse.co_arguments(token):
            return None
        own = self._profiles[people[0]]
        agrees = own.nations <= {nation} and (gender is None or own.gender in {gender, None})
        return people[0] if agrees and known <= {people[0]} else None

    def _is_native(self, entity: int, nation: str) -> bool:
        return entity < len(self._profiles) and nation in self._profiles[entity].nations

    def _organization(self, token: Token, noun: str) -> int | None:
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
        others = [t for t in children(token, *_MODIFIERS) if self._facts.nation(t) is None]
        if any(t.pos_ == "PROPN" or t.lower_ in self._words["other"] for t in others):
            return None
        called = self._called(token, noun)
        if called is not None or not kinds or child(token, "poss", "prep") is not None:
            return called
        if not others and noun in self._words["modified"]:
            return None
        told = noun in self._words["told"]
        fits: Fits = lambda c: self._may_be(c, kinds, told) and self._agrees(token, c)  # noqa: E731
        found = self._only(token, fits, _NEAR) if others else self._near(token, fits)
        articled = found is not None and self._profiles[found].articled
        return None if articled and noun in self._words["trading"] else found

    def _called(self, token: Token, noun: str) -> int | None:
        """Called so before; where others are called so too, or it is a while ago, only if nothing else was, since."""
        fits: Fits = lambda c: (  # noqa: E731
            c.kind == "Organization" and noun in c.nouns and self._agrees(token, c) and self._is_alike(token, noun, c)
        )
        found = self._only(token, fits, _NEAR)
        if found is None and noun in self._words["organizations"] and noun not in self._words["trading"]:
            found = self._only(token, fits, _CALLED)
            return found if found is not None and not self._is_called_since(token, noun, found) else None
        return found

    def _is_called_since(self, token: Token, noun: str, entity: int) -> bool:
        last = max(o.token for o in self._discourse.before(token, _CALLED) if o.entity == entity)
        since = self._discourse.doc[last + 1 : token.i]
        return any(t.lemma_.lower() == noun and self._discourse.at(t) != entity for t in since)

    def _is_alike(self, token: Token, noun: str, profile: Profile) -> bool:
        """ "The appeals court" is no Supreme Court, which is a court by its name."""
        return noun not in profile.own or {t.lower_ for t in children(token, "compound")} <= profile.words

    def _may_be(self, profile: Profile, kinds: set[str], told: bool) -> bool:
        known = {n for n in profile.nouns if self._kinds.get(n) == "Organization"}
        return profile.kind == "Organization" and ((not known and not told) or not known.isdisjoint(kinds))

    def _near(self, token: Token, fits: Fits) -> int | None:
        only = self._only(token, fits, _NEAR)
        if only is not None:
            return only
        near = [o for o in self._discourse.before(token, _NEAR) if o.entity < len(self._profiles)]
        near = [o for o in near if fits(self._profiles[o.entity])]
        sizes = sorted({(-self._discourse.sizes[o.entity], o.entity) for o in near})
        clear = len(sizes) > 1 and sizes[0][0] <= 2 * sizes[1][0] and sizes[0][0] < -2
        if not clear or sizes[0][1] in self._discourse.co_arguments(token):
            return None
        last = self._discourse.distance(token, near[0].token)
        latest = {o.entity for o in near if self._discourse.distance(token, o.token) == last}
        return sizes[0][1] if sizes[0][1] in latest else None

    def _place(self, token: Token, kind: str) -> int | None:
        """Not "across the country", which is the reader's."""
        if children(token, *_MODIFIERS, "poss", "prep") or token.head.lower_ in _ALL_OVER:
            return None
        fits: Fits = lambda c: kind in {c.kind, c.seat}  # noqa: E731
        here = self._only(token, fits, 0)
        here = here if here is not None else self._only(token, fits, 1)
        return here if here is not None or kind != "Country" else self._foremost(token, fits)

    def _foremost(self, token: Token, fits: Fits) -> int | None:
        """Of several, or after a while, the one that by far the most of the text before speaks of."""
        known = {o.entity for o in self._discourse.before(token, _FAR) if o.entity < len(self._profiles)}
        sizes = sorted(((self._discourse.sizes[e], e) for e in known if fits(self._profiles[e])), reverse=True)
        second = sizes[1][0] if len(sizes) > 1 else 0
        if not sizes or sizes[0][0] < max(_OFTEN, _MORE * second):
            return None
        here = {
            self._discourse.at(t) for t in token.sent
        }  # "after the country's attack on Vienna, Norway said": another
        near = {o.entity for o in self._discourse.before(token, _CALLED)}
        return sizes[0][1] if sizes[0][1] in near - here else None

    def _capital(self, token: Token) -> int | None:
        """The city that was mentioned and is one."""
        cities = {
            o.entity
            for o in self._discourse.before(token, _FAR)
            if (c := self._discourse.cluster(o.entity)) is not None
            and c.kind == "City"
            and self._places.capital(c.label)
        }
        return cities.pop() if len(cities) == 1 else None
