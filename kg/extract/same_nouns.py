"""Who is called later by the noun of a headline: "Acme CEO quits", and then "Ann Lee, the chief executive of Acme"."""

from collections import defaultdict

from kg import lexicon
from kg.extract.suiting import Suiting
from kg.extract.syntax import child, children, object_of
from kg.extract.unnamed import noun_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_MODIFIERS = ("amod", "compound", "nmod", "poss")
_IDENTIFYING = frozenset({"identify"})
_PRONOUNS = frozenset({"its", "their"})
_NEAR, _NEXT, _APART = 6, 2, 3  # sentences


class SameNouns:
    """The people of one text by the nouns for them."""

    def __init__(self, suiting: Suiting) -> None:
        self._suiting = suiting
        self._tenure = lexicon.titles().tenure.keys()
        self._lesser = lexicon.words("coreference", "lesser") - self._tenure
        self._identified = self._read_identified()

    def of(self, head: Token) -> int | None:
        """The only one of whom the article says what the phrase says, soon after it."""
        noun = noun_of(head)
        identified = self._identified.get(noun, set())
        if identified or self._suiting.is_broad(head):
            number = next(iter(identified)) if len(identified) == 1 else None
        else:
            nouns = _same(noun)
            called = {n for n, p in enumerate(self._suiting.profiles) if p.kind == "Person" and nouns & p.nouns}
            number = self._only(head, {n for n in called if self._is_told(head, n)})
        return number if number is not None and self._suiting.suits(head, number) else None

    def _only(self, head: Token, fitting: set[int]) -> int | None:
        """The one; or the first, right behind, long before any other."""
        by_distance = sorted((self._suiting.distance(head, number), number) for number in fitting)
        if not by_distance:
            return None
        nearest, number = by_distance[0]
        bare = child(head, "det") is None
        if len(by_distance) == 1:
            return number if nearest <= (_NEAR if bare else _NEXT) else None
        apart = by_distance[1][0] - nearest >= _APART
        return number if bare and 0 < nearest <= _NEXT and apart else None

    def _is_told(self, head: Token, number: int) -> bool:
        """Of the same rank, and with one of the modifiers, unless they are names and no others are said to own it."""
        profile = self._suiting.profiles[number]
        modifiers = children(head, *_MODIFIERS)
        said = {t.lower_ for t in modifiers if head_kinds().get(t.lower_) != "Organization"} - self._tenure
        if said & self._lesser != profile.words & self._lesser:
            return False
        names = all(t.ent_type_ in {"ORG", "GPE"} for t in modifiers if t.lower_ in said)
        return not said or bool(said & profile.words) or (names and bool(profile.words & _PRONOUNS))

    def _read_identified(self) -> dict[str, set[int]]:
        """ "The driver, identified as Bo Berg, …", "Police identified the driver as Bo Berg"."""
        found = defaultdict(set)
        for verb in self._suiting.doc.having(_IDENTIFYING):
            behind = next((t for t in children(verb, "prep") if t.lower_ == "as"), None)
            name = object_of(behind) if behind is not None else None
            number = self._suiting.person(name) if name is not None else None
            if number is not None and (noun := _identified(verb)) is not None:
                found[noun_of(noun)].add(number)
        return found


def _same(noun: str) -> set[str]:
    """The nouns that say the same: "boss", "chief executive"."""
    groups = lexicon.table("coreference")["same"]
    return {noun}.union(*(group for group in groups if noun in group))


def _identified(verb: Token) -> Token | None:
    """ "The driver, identified as …", wherever the parser hangs it; "police identified the driver as …"."""
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head
    return verb.before.before if verb.before.text == "," else child(verb, "nsubjpass", "dobj")
