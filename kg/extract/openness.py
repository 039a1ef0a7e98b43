"""Facts that say nothing without the end that is open."""

from kg.extract.clauses import is_passive
from kg.extract.facts import Fact
from kg.extract.syntax import VERBS
from kg.extract.words import Token


def leaves_open(fact: Fact) -> bool:
    """Whether an open relation lacks who acts, or who undergoes what is said by a preposition.

    "The firm was sold" tells what happened to the firm; "it holds passengers" and "it was sold to Acme" do not tell of
    what. Declared relations say something by themselves ("they elected Lee").
    """
    verb = fact.governor
    if not fact.relation.startswith("rel:") or verb.pos_ not in VERBS:
        return False
    return not is_passive(verb) or (isinstance(fact.object, Token) and _is_beside(fact.object, verb))


def _is_beside(noun: Token, verb: Token) -> bool:
    """Whether a phrase is no object of the verb, but stands in one of its prepositional phrases."""
    first = noun
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    return first.dep_ == "pobj" and verb.is_ancestor(first)
