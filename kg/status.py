"""How a claim and a statement may be read: the rules of the contract, and nothing else."""

from collections.abc import Iterable

from kg.model import Certainty, Claim, Literal, Polarity, Statement, Status, Voice
from kg.ontology import load_ontology

_CERTAIN, _NEGATIVE, _SPEAKER = Certainty.CERTAIN, Polarity.NEGATIVE, Voice.SPEAKER
_STRONGEST_FIRST = (Status.REPORTED, Status.ATTRIBUTED, Status.DENIED, Status.ANTICIPATED, Status.TENTATIVE)
_REPORTED, _ATTRIBUTED, _DENIED, _ANTICIPATED, _TENTATIVE = _STRONGEST_FIRST


def claim_status(confidence: float, certainty: Certainty, polarity: Polarity, voice: Voice, threshold: float) -> Status:
    """The first that fits: misread perhaps, not said to have happened, said not to, said by somebody, or reported."""
    if confidence < threshold:
        return _TENTATIVE
    if certainty is not _CERTAIN:
        return _ANTICIPATED
    if polarity is _NEGATIVE:
        return _DENIED
    return _ATTRIBUTED if voice is _SPEAKER else _REPORTED


def statement_status(claims: Iterable[tuple[str, Claim]]) -> Status:
    """Of one claim or more, each with the id of its document.

    Disputed, if one document's own voice asserts it and another's negates it; else the strongest of the claims.
    """
    known = list(claims)
    asserting = {document for document, claim in known if claim.status is Status.REPORTED}
    negating = {
        document for document, claim in known if claim.status is Status.DENIED and claim.voice is Voice.NARRATOR
    }
    if any(one != other for one in asserting for other in negating):
        return Status.DISPUTED
    return min((claim.status for _, claim in known), key=_STRONGEST_FIRST.index)


def is_plain_fact(statement: Statement) -> bool:
    """Whether a plain triple says it: Reported, with both ends, and no value that holds only at its date."""
    relation = load_ontology().relation(statement.relation)
    dated = isinstance(statement.object, Literal) and relation is not None and relation.time_scoped
    whole = statement.subject is not None and statement.object is not None
    return statement.status is Status.REPORTED and whole and not dated
