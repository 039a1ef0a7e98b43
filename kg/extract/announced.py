"""Whom a headline and its lede tell of before the name: "Woman Killed in Crash", "A woman has died", "Ann Lee was hit".

The article names somebody for the same deed, calls somebody by the same noun, or gives the name right away. Where these
do not agree, or two could be meant, it stays open.
"""

from collections.abc import Iterator

from kg.extract.befallen import Befallen
from kg.extract.clusters import Cluster
from kg.extract.delayed_names import DelayedNames
from kg.extract.profiles import Profile
from kg.extract.same_nouns import SameNouns
from kg.extract.suiting import Suiting
from kg.extract.unnamed import noun_of, unnamed
from kg.extract.words import Doc, Token


def announced(doc: Doc, clusters: list[Cluster], profiles: list[Profile]) -> dict[int, int]:
    """The cluster for each word that heads such a phrase."""
    suiting = Suiting(doc, clusters, profiles)
    told = list(unnamed(doc, suiting.home))
    if not told or all(profile.kind != "Person" for profile in profiles):
        return {}
    befallen = Befallen(suiting, told)
    described, delayed = SameNouns(suiting), DelayedNames(suiting, told)
    found: dict[int, int] = {}
    for head in told:
        numbers = {befallen.of(head), described.of(head), delayed.of(head, found)} - {None}
        number = numbers.pop() if len(numbers) == 1 else None
        if number is not None and not befallen.clashes(head, number):
            found[head.i] = number
    return found | dict(_again(suiting, befallen, told, found))


def _again(suiting: Suiting, befallen: Befallen, told: list[Token], found: dict[int, int]) -> Iterator[tuple[int, int]]:
    """ "Teacher jailed", "Briton dies", and then "A teacher was …", "A climber died", who is named."""
    for head in told:
        others = {found.get(t.i) for t in told if t is not head and _is_same(suiting, befallen, head, t)}
        number = next(iter(others), None)
        if head.i not in found and len(others) == 1 and number is not None and suiting.suits(head, number):
            yield head.i, number


def _is_same(suiting: Suiting, befallen: Befallen, one: Token, other: Token) -> bool:
    """Called by the same noun; or the same happens to both, and one of them may be anybody of the gender or nation."""
    anybody = suiting.is_anybody(one) or suiting.is_anybody(other)
    return noun_of(one) == noun_of(other) or (anybody and befallen.share(one, other))
