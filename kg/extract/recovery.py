"""Bodies that a phrase leaves out and the article gives elsewhere: who resigned, from which; of what one is head."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg import lexicon
from kg.model import Certainty, Claim, Literal, LocalEntity, Mention, Polarity
from kg.status import claim_status

_CONFIDENCE = 0.8
_CHOOSING = frozenset({"elected", "appointed"})

_Offices = dict[str, set[tuple[str, str]]]
"""Person → (title, body) of the offices in named bodies."""


def recovered(
    claims: tuple[Claim, ...], entities: Iterable[LocalEntity], mentions: Iterable[Mention], threshold: float
) -> tuple[Claim, ...]:
    """Give a resignation, and an office without a body, the body that the article gives it, with less confidence.

    Of several bodies a resignation is from the one that the article mentions most; an office is only at the one body
    where the person is said to have the same title. The object then has no mention of its own.
    """
    offices, counts = _offices(claims, entities), Counter(m.entity for m in mentions)
    found = ((c, _missing(c, offices, counts)) for c in claims)
    return tuple(_with_object(c, body, threshold) if body else c for c, body in found)


def _missing(claim: Claim, offices: _Offices, counts: Counter[str]) -> str | None:
    held = offices.get(claim.subject or "", set()) if claim.object is None else set()
    if claim.relation == "resignedFrom" and held:
        return max(sorted(body for _, body in held), key=lambda body: counts[body])
    if claim.relation == "hasRoleAt":
        same = {body for title, body in held if _agree(title, _title(claim))}
        return same.pop() if len(same) == 1 else None
    return None


def _only_elects(body: str) -> bool:
    """A parliament, a court, a government: whom it chooses has an office elsewhere."""
    return not frozenset(body.lower().split()).isdisjoint(lexicon.table("roles")["electors"])


def _agree(one: str, other: str) -> bool:
    """Whether two titles may be one: "minister" after "foreign minister"."""
    return one != "" and other != "" and (f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}"))


def _title(claim: Claim) -> str:
    values = (q.value for q in claim.qualifiers if q.name == "title")
    return next((v.text for v in values if isinstance(v, Literal)), "")


def _with_object(claim: Claim, body: str, threshold: float) -> Claim:
    confidence = round(claim.confidence * _CONFIDENCE, 2)
    status = claim_status(confidence, claim.certainty, claim.polarity, claim.voice, threshold)
    return replace(claim, object=body, confidence=confidence, status=status)


def _offices(claims: Iterable[Claim], entities: Iterable[LocalEntity]) -> _Offices:
    """The offices that people are said to hold for certain, or to have been given by a body for itself."""
    listed = list(entities)
    named = {e.id for e in listed if e.named}
    bodies = {e.id for e in listed if e.named and e.kind == "Organization" and not _only_elects(e.label)}
    offices: _Offices = {}
    for claim in claims:
        said = claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN
        if said and claim.relation == "hasRoleAt" and claim.subject and claim.object in named:
            offices.setdefault(claim.subject, set()).add((_title(claim), str(claim.object)))
        elif said and claim.relation in _CHOOSING and claim.subject in bodies and _title(claim):
            offices.setdefault(str(claim.object), set()).add((_title(claim), claim.subject))
    return offices
