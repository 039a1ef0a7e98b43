"""What a clause or a phrase says, before it is known who says it and whether it happened."""

from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.syntax import VERBS
from kg.extract.words import Token
from kg.model import Certainty, Literal, Qualifier, Span


@dataclass(frozen=True, slots=True)
class Value:
    """A literal and where it stands."""

    literal: Literal
    span: Span


class Fact(NamedTuple):
    """A relation between phrases, which are given by their heads.

    `governor` is the word whose place in the sentence decides who says it and whether it happened; a fact that is
    `presupposed` (an apposition, a title before a name) holds whatever its clause denies or plans; one that
    `identifies` tells readers which one is meant, and is the author's in the midst of somebody's words. `certainty` is
    what the phrase itself leaves of it ("a possible merger"). `entities` are qualifiers whose values are phrases.
    `confidence` is the rule's own, before what is seen of the claim is weighed (`confidence.py`); what is not `whole`,
    for its words need a complement that cannot be kept ("Acme did for Apex"), is no more than tentative.
    """

    relation: str
    governor: Token
    trigger: Span
    subject: Token | None
    object: Token | Value | None
    confidence: float
    qualifiers: tuple[Qualifier, ...] = ()
    entities: tuple[tuple[str, Token], ...] = ()
    presupposed: bool = False
    identifies: bool = False
    dated: bool = True
    certainty: Certainty = Certainty.CERTAIN
    whole: bool = True


def is_aside(fact: Fact) -> bool:
    """Whether it identifies somebody within one phrase, where no verb says it of him: "Lee, a lawyer, …"."""
    if not fact.identifies:
        return False
    ends = (end for end in (fact.subject, fact.object) if isinstance(end, Token))
    return all(_top(end) is _top(fact.governor) for end in ends)


def _top(token: Token) -> Token:
    """The head of the whole phrase that a word is in."""
    while token.pos_ not in VERBS and token.head != token and token.head.pos_ not in VERBS:
        token = token.head
    return token
