"""How much alike two names are, and why, in words for the people who look at it."""

from math import prod
from typing import NamedTuple

SURE = 0.9


class Alike(NamedTuple):
    """`score` is from 0 to 1; `reasons` are what speaks for and against, the same for both orders of the names."""

    score: float
    reasons: tuple[str, ...] = ()


def together(*parts: Alike) -> Alike:
    """Of what is put together: as alike as the least alike part where each is sure; else all that is amiss counts."""
    scores = [part.score for part in parts]
    score = min(scores) if min(scores) >= SURE else prod(scores)
    return Alike(score, tuple(reason for part in parts for reason in part.reasons))


def shown(*parts: str) -> str:
    """Parts of names as reasons show them."""
    return ", ".join(part.title() for part in parts)
