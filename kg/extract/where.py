"""Where a clause takes place."""

from collections.abc import Iterator

from kg.extract.antecedents import is_person
from kg.extract.clauses import Clause
from kg.extract.referents import Referents
from kg.extract.syntax import children, conjuncts, prepositions
from kg.extract.words import Token

_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside"})
_LEADING = _LOCATIVE | {"of", "between", "with", "on"}
# "unlike the march in Rome", "because of the war in Mali": no word of where the clause itself takes place
_BESIDES = frozenset({"about", "according", "as", "because", "by", "despite", "due", "like", "since", "than", "unlike"})
_AROUND = frozenset({"after", "before"})
_PLACES = frozenset({"Place", "City", "Country"})


def is_setting(preposition: str, phrase: Token, referents: Referents) -> bool:
    """Whether the phrase says where: a named place after "in" and the like."""
    reference = referents.named(phrase) if preposition in _LOCATIVE else None
    return reference is not None and referents.entity(reference.entity).kind in _PLACES


def elsewhere(places: tuple[tuple[str, Token], ...], thing: object) -> tuple[tuple[str, Token], ...]:
    """The places that are not the object itself, or joined to it ("in Rome and Paris")."""
    return tuple([place for place in places if all(thing is not t for t in conjuncts(place[1]))])


def places_of(clause: Clause, referents: Referents) -> tuple[tuple[str, Token], ...]:
    """Qualifiers `place` of a clause: of its own phrases, and of those inside them ("at a meeting in Rome").

    What stands after a name ("met Lee in Rome") is the clause's, though the parser gives it to the name.
    """
    found = next((t for p, t in _phrases(clause, referents) if is_setting(p, t, referents)), None)
    return () if found is None else (("place", found),)


def _phrases(clause: Clause, referents: Referents) -> Iterator[tuple[str, Token]]:
    """Phrases by preposition, the clause's own first."""
    yield from clause.places
    for preposition, phrase in clause.places:
        beside = not _BESIDES.isdisjoint(preposition.split("_"))
        if not beside and (preposition not in _AROUND or _is_of_people(clause)):
            yield from _inside(phrase)
    if clause.object is not None and referents.named(clause.object) is not None:
        yield from _inside(clause.object)
    yield from _told_of(clause)


def _is_of_people(clause: Clause) -> bool:
    """ "Two men were held after a fight in Rome": they were there; not "oil rose after gains in Rome"."""
    return any(end is not None and is_person(end) for end in (clause.subject, clause.object))


def _inside(phrase: Token) -> Iterator[tuple[str, Token]]:
    """ "at a hotel in Rome", "after a meeting of experts in Rome"; not "for a flat in Rome" of somebody who pays."""
    for preposition, below in prepositions(phrase):
        if preposition in _LOCATIVE:
            yield preposition, below
        if preposition in _LEADING:
            yield from _inside(below)


def _told_of(clause: Clause) -> Iterator[tuple[str, Token]]:
    """ "the town where they met"."""
    if clause.verb.dep_ == "relcl" and any(t.lower_ == "where" for t in children(clause.verb, "advmod")):
        yield "in", clause.verb.head
