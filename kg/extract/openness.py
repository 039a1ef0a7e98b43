"""Facts that say nothing without the end that is open."""

from kg.extract.clauses import Clause, is_passive
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, is_first_person
from kg.extract.words import Token

_POINTING = frozenset({"PRP", "DT", "WP"})  # "what he told of" as well
REFLEXIVE = ("self", "selves")


def leaves_open(fact: Fact) -> bool:
    """Whether an open relation lacks who acts, or who undergoes what is said by a preposition.

    "The firm was sold" tells what happened to the firm; "it holds passengers" and "it was sold to Acme" do not tell of
    what. Declared relations say something by themselves ("they elected Lee").
    """
    verb = fact.governor
    if not fact.relation.startswith("rel:") or verb.pos_ not in VERBS:
        return False
    return not is_passive(verb) or (isinstance(fact.object, Token) and _is_beside(fact.object, verb))


def has_open_object(clause: Clause, referents: Referents) -> bool:
    """ "took it to Oslo": whether it is open who undergoes what is told."""
    head = clause.object
    if head is None or head.tag_ not in _POINTING or head.lower_.endswith(REFLEXIVE) or is_first_person(head):
        return False
    return referents.of(head) is None


def _is_beside(noun: Token, verb: Token) -> bool:
    """Whether a phrase is no object of the verb, but stands in one of its prepositional phrases."""
    first = noun
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    return first.dep_ == "pobj" and verb.is_ancestor(first)
