"""Arguments that a clause leaves out and the article gives elsewhere: whoever resigned, from which body."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.model import Certainty, Claim, LocalEntity, Mention, Polarity
from kg.status import claim_status

_CONFIDENCE = 0.8


def recovered(
    claims: tuple[Claim, ...], entities: Iterable[LocalEntity], mentions: Iterable[Mention], threshold: float
) -> tuple[Claim, ...]:
    """Give a resignation the body of the office that the article says the person holds, with less confidence.

    Of several bodies it is the one that the article mentions most; the object then has no mention of its own.
    """
    bodies = _bodies(claims, entities, Counter(m.entity for m in mentions))
    return tuple(
        _with_object(c, bodies[c.subject], threshold)
        if c.relation == "resignedFrom" and c.object is None and c.subject in bodies
        else c
        for c in claims
    )


def _with_object(claim: Claim, body: str, threshold: float) -> Claim:
    confidence = round(claim.confidence * _CONFIDENCE, 2)
    status = claim_status(confidence, claim.certainty, claim.polarity, claim.voice, threshold)
    return replace(claim, object=body, confidence=confidence, status=status)


def _bodies(claims: Iterable[Claim], entities: Iterable[LocalEntity], mentions: Counter[str]) -> dict[str, str]:
    """The most mentioned body of each person's offices; named bodies only."""
    named = {e.id for e in entities if e.named}
    offices: dict[str, set[str]] = {}
    for claim in claims:
        said = claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN
        if said and claim.relation == "hasRoleAt" and claim.subject and claim.object in named:
            offices.setdefault(claim.subject, set()).add(str(claim.object))
    return {person: max(sorted(of), key=lambda body: mentions[body]) for person, of in offices.items()}
