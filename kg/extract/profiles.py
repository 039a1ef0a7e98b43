"""What an article says of those whom it names, in the words beside their names: nouns, nations, ages, gender."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg import lexicon
from kg.extract.clusters import Cluster
from kg.extract.syntax import child, children, object_of
from kg.extract.vocabulary import home_of, nation_of
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer

_SEATS = {"nation": "Country", "state": "State", "province": "Province"}
_BEFORE = ("compound", "nmod", "amod", "poss")
_WHERE = frozenset({"at", "in", "near", "on"})
_COPULAS = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Profile:
    """`nouns`: what it is called besides its name, lower case, and `words` what modifies them; `owners`: of them.

    `own`: those of the nouns that are in its name. `articled`: its name has an article wherever it stands. `seat`: what
    a place is beside its kind; Scotland is a "Country" too. `last`: the last words of its names, of more than one word
    each; a grand mosque is a mosque. `placed`: nothing is told but what is in or at it.
    """

    kind: str
    nouns: frozenset[str]
    words: frozenset[str]
    nations: frozenset[str]
    ages: frozenset[str]
    owners: frozenset[int]
    gender: str | None
    own: frozenset[str] = frozenset()
    articled: bool = False
    seat: str = ""
    placed: bool = False
    last: frozenset[str] = frozenset()


class Profiles:
    """Reads the profiles of one text."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self._home = {i: c for c, k in enumerate(clusters) for n in k.names for i in range(n.begin, n.end)}
        self._words = lexicon.table("coreference")
        self._places = load_gazetteer()

    def of(self, number: int, cluster: Cluster) -> Profile:
        """The profile of the cluster of that number."""
        roots = [self._doc[name.begin : name.end].root for name in cluster.names]
        heads = [head for root in roots for head in self._beside(root, number)]
        nouns = {t.lemma_.lower() for t in heads} | set(self._own(cluster))
        nouns |= {other for noun in nouns for other in self._words["called_too"].get(noun.rstrip("."), ())}
        modifiers = [m for head in (*heads, *roots) for m in self._modifiers(head)]
        owners = {self._home[m.i] for m in modifiers if m.i in self._home} - {number}
        return Profile(
            cluster.kind,
            frozenset(nouns),
            frozenset(m.lower_ for m in modifiers),
            frozenset(nation for m in modifiers if (nation := self.nation(m)) is not None),
            frozenset(age for name in cluster.names for age in self._ages(name.end)) | _old(modifiers),
            frozenset(owners),
            self._gender(cluster, nouns),
            frozenset(self._own(cluster)),
            all(child(root, "det") is not None for root in roots),
            self._seat(cluster),
            all(_is_where(root) for root in roots),
            frozenset(name.words[-1].lower() for name in cluster.names if len(name.words) > 1),
        )

    def _seat(self, cluster: Cluster) -> str:
        region = self._places.region(cluster.label) if cluster.kind == "Place" else None
        return _SEATS.get(region.kind, "") if region is not None else ""

    def home(self, token: Token) -> str | None:
        """The country or region of a noun for one of its people ("Spaniard")."""
        found = home_of(token)
        return found.name if found else None

    def nation(self, token: Token) -> str | None:
        """The country of an adjective, or of a country's name."""
        found = nation_of(token) or self._places.country(token.text)
        return found.name if found else None

    def _beside(self, root: Token, number: int) -> Iterator[Token]:
        """Nouns in apposition, before the name, and after "is"."""
        beside = [*children(root, "appos", "compound", "nmod"), *([root.head] if root.dep_ == "appos" else ())]
        if root.dep_ == "nsubj" and root.head.lemma_ in _COPULAS:
            beside += children(root.head, "attr")
        if root.dep_ == "attr" and root.head.lemma_ in _COPULAS:
            beside += children(root.head, "nsubj")
        for noun in beside:
            if noun.pos_ in {"NOUN", "PROPN"} and self._home.get(noun.i) != number:
                yield noun
                yield from (t for t in children(noun, "conj") if t.pos_ == "NOUN")

    def _modifiers(self, head: Token) -> Iterator[Token]:
        if not head.children:
            return
        yield from children(head, *_BEFORE)
        for preposition in children(head, "prep"):
            if preposition.lower_ in {"of", "for", "at"} and (phrase := object_of(preposition)) is not None:
                yield phrase

    def _own(self, cluster: Cluster) -> Iterator[str]:
        """ "Acme Airlines" is an airline."""
        if cluster.kind != "Organization":
            return
        heads = lexicon.names().organization_heads
        for name in cluster.names:
            for word in {name.words[0].lower(), name.words[-1].lower()} if len(name.words) > 1 else ():
                if word in heads:
                    yield self._words["singular"].get(word, word)

    def _ages(self, end: int) -> Iterator[str]:
        """ "Ann Lee, 57,"."""
        after = self._doc.tokens[end : end + 3]
        if len(after) == 3 and after[0].text == "," and after[1].text.isdecimal() and after[2].text in {",", ".", ")"}:
            yield after[1].text

    def _gender(self, cluster: Cluster, nouns: set[str]) -> str | None:
        words = lexicon.names()
        if cluster.kind != "Person":
            return None
        told = [words.gender(name.honorific) for name in cluster.names]
        given = words.gender(cluster.label.split()[0])
        by_noun = {g for n in nouns if (g := self._words["genders"].get(n)) is not None}
        return next((g for g in told if g), given) or (by_noun.pop() if len(by_noun) == 1 else None)


def _is_where(root: Token) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in _WHERE


def _old(modifiers: list[Token]) -> frozenset[str]:
    """ "the 57-year-old Ann Lee"."""
    return frozenset(age for m in modifiers if (age := age_of(m)) is not None)


def age_of(token: Token) -> str | None:
    """The number of "57-year-old", whose last part is `token`."""
    if token.lower_.endswith("-year-old"):
        return token.lower_.split("-")[0]
    if token.lower_ != "old" or token.i < 4:
        return None
    words = [t.lower_ for t in token.doc.tokens[token.i - 4 : token.i]]
    return words[0] if words[1:] == ["-", "year", "-"] and words[0].isdecimal() else None
