"""Adverbs that limit or turn what a verb says: "rarely visits", "was temporarily shut"; they belong to each claim."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.predicates import COPULAS
from kg.extract.syntax import child, children, clause_words, written
from kg.extract.words import Token
from kg.model import Literal, Qualifier

_BESIDE = ("advmod", "prep")


def limited(facts: Iterable[Fact], clause: Clause) -> Iterator[Fact]:
    """The facts of a clause, their content with the words that limit them."""
    limits = [*_limits(clause.verb), *_of_predicate(clause.verb)]
    for fact in facts:
        for limit in limits:
            fact = _with(fact, limit, clause.verb)
        yield fact


def _limits(verb: Token) -> Iterator[Token]:
    """ "rarely", "at first"; not "at first glance"."""
    if verb.deps.isdisjoint(_BESIDE):
        return
    words = lexicon.table("complements")["limits"]
    for beside in children(verb, *_BESIDE):
        phrase = child(beside, "pobj", "pcomp", "amod", "advmod") if beside.dep_ == "prep" else None
        alone = phrase is not None and not phrase.children and f"{beside.lower_} {phrase.lower_}" in words
        if alone or (beside.dep_ == "advmod" and beside.lower_ in words and not _is_of_next(beside, verb)):
            yield beside


def _of_predicate(verb: Token) -> Iterator[Token]:
    """ "is largely empty"; what the relation's name has ("is half empty") is not said again."""
    if "acomp" in verb.deps:
        words = lexicon.table("complements")
        adverbs = (t for adjective in children(verb, "acomp") for t in children(adjective, "advmod"))
        yield from (t for t in adverbs if t.lower_ in words["limits"] and t.lower_ not in words["degrees"])


def _is_of_next(adverb: Token, verb: Token) -> bool:
    """ "fell, largely because the rain …", "fell largely due to it": what limits the reason."""
    after = adverb.nbor().pos_ if adverb.i + 1 < len(adverb.doc) else ""
    return after == "SCONJ" or (after == "ADP" and adverb.i > verb.i and verb.lemma_ not in COPULAS)


def _with(fact: Fact, limit: Token, verb: Token) -> Fact:
    said = written(clause_words(limit))
    for qualifier in fact.qualifiers:
        if qualifier.name == "content" and isinstance(qualifier.value, Literal):
            text = qualifier.value.text
            both = f"{said} … {text}" if limit.i < verb.i else f"{text} … {said}"
            fuller = replace(qualifier, value=Literal(text if said in text else both))
            return fact._replace(qualifiers=tuple(fuller if q is qualifier else q for q in fact.qualifiers))
    return fact._replace(qualifiers=(*fact.qualifiers, Qualifier("content", Literal(said))))
