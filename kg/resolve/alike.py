"""How much alike two names are, and why, in words for the people who look at it."""

from typing import NamedTuple


class Alike(NamedTuple):
    """`score` is from 0 to 1; `reasons` are what speaks for and against, the same for both orders of the names."""

    score: float
    reasons: tuple[str, ...] = ()


def weakest(*parts: Alike) -> Alike:
    """What is put together is as alike as its least alike part."""
    return Alike(min(part.score for part in parts), tuple(reason for part in parts for reason in part.reasons))
