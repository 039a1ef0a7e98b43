"""How a claim and a statement may be read: the two rules of the contract, and nothing else."""

from collections.abc import Iterable

from kg.model import Certainty, Claim, Polarity, Status, Voice

_STRONGEST_FIRST = (Status.REPORTED, Status.ATTRIBUTED, Status.DENIED, Status.ANTICIPATED, Status.TENTATIVE)


def claim_status(confidence: float, certainty: Certainty, polarity: Polarity, voice: Voice, threshold: float) -> Status:
    """The first that fits: misread perhaps, not said to have happened, said not to, said by somebody, or reported."""
    if confidence < threshold:
        return Status.TENTATIVE
    if certainty is not Certainty.CERTAIN:
        return Status.ANTICIPATED
    if polarity is Polarity.NEGATIVE:
        return Status.DENIED
    return Status.ATTRIBUTED if voice is Voice.SPEAKER else Status.REPORTED


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
