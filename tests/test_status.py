"""The tables of the contract, case by case."""

from dataclasses import replace
from itertools import permutations

import pytest

from kg.model import Certainty, Claim, Polarity, Status, Voice
from kg.status import claim_status, statement_status
from tests.samples import election

CERTAIN, EXPECTED, POSSIBLE = Certainty.CERTAIN, Certainty.EXPECTED, Certainty.POSSIBLE
YES, NO = Polarity.POSITIVE, Polarity.NEGATIVE
NARRATOR, SPEAKER = Voice.NARRATOR, Voice.SPEAKER


@pytest.mark.parametrize(
    ("confidence", "certainty", "polarity", "voice", "status"),
    [
        (0.49, CERTAIN, YES, NARRATOR, Status.TENTATIVE),
        (0.49, EXPECTED, NO, SPEAKER, Status.TENTATIVE),
        (0.5, EXPECTED, NO, SPEAKER, Status.ANTICIPATED),
        (0.9, POSSIBLE, YES, NARRATOR, Status.ANTICIPATED),
        (0.9, CERTAIN, NO, NARRATOR, Status.DENIED),
        (0.9, CERTAIN, NO, SPEAKER, Status.DENIED),
        (0.9, CERTAIN, YES, SPEAKER, Status.ATTRIBUTED),
        (0.5, CERTAIN, YES, NARRATOR, Status.REPORTED),
    ],
)
def test_a_claim_has_the_first_status_that_fits(
    confidence: float, certainty: Certainty, polarity: Polarity, voice: Voice, status: Status
) -> None:
    assert claim_status(confidence, certainty, polarity, voice, threshold=0.5) is status


def claim(confidence: float, certainty: Certainty, polarity: Polarity, voice: Voice) -> Claim:
    status = claim_status(confidence, certainty, polarity, voice, threshold=0.5)
    some = election()[0].claims[0]
    return replace(some, confidence=confidence, certainty=certainty, polarity=polarity, voice=voice, status=status)


REPORTED, ATTRIBUTED = claim(0.9, CERTAIN, YES, NARRATOR), claim(0.9, CERTAIN, YES, SPEAKER)
DENIED, DENIED_BY_SPEAKER = claim(0.9, CERTAIN, NO, NARRATOR), claim(0.9, CERTAIN, NO, SPEAKER)
ANTICIPATED, NOT_ANTICIPATED = claim(0.9, EXPECTED, YES, NARRATOR), claim(0.9, EXPECTED, NO, NARRATOR)
TENTATIVE, TENTATIVELY_DENIED = claim(0.4, CERTAIN, YES, NARRATOR), claim(0.4, CERTAIN, NO, NARRATOR)


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([("a", REPORTED)], Status.REPORTED),
        ([("a", TENTATIVE)], Status.TENTATIVE),
        ([("a", TENTATIVE), ("a", ANTICIPATED)], Status.ANTICIPATED),
        ([("a", DENIED), ("b", ANTICIPATED)], Status.DENIED),
        ([("a", DENIED), ("b", ATTRIBUTED)], Status.ATTRIBUTED),
        ([("a", ATTRIBUTED), ("b", REPORTED), ("c", TENTATIVE)], Status.REPORTED),
        ([("a", REPORTED), ("b", DENIED)], Status.DISPUTED),
        ([("a", REPORTED), ("a", DENIED)], Status.REPORTED),
        ([("a", REPORTED), ("a", DENIED), ("b", DENIED)], Status.DISPUTED),
        ([("a", REPORTED), ("b", DENIED_BY_SPEAKER)], Status.REPORTED),
        ([("a", ATTRIBUTED), ("b", DENIED)], Status.ATTRIBUTED),
        ([("a", REPORTED), ("b", NOT_ANTICIPATED)], Status.REPORTED),
        ([("a", REPORTED), ("b", TENTATIVELY_DENIED)], Status.REPORTED),
        ([("a", TENTATIVE), ("b", DENIED)], Status.DENIED),
    ],
)
def test_a_statement_has_the_strongest_status_unless_disputed(claims: list[tuple[str, Claim]], status: Status) -> None:
    assert {statement_status(order) for order in permutations(claims)} == {status}
