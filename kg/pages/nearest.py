"""What a user who mistyped a name may have meant."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

from kg.ids import slug

_MOST: Final = 3
# Letters and words in common, of 100. Chosen on the misspellings and the strange names of tests/pages/test_nearest.py:
# the first have 83 and more, in any order of the words and with words left out, the others 76 at most.
_NEAR: Final = 80


def nearest(term: str, names: Iterable[str]) -> tuple[str, ...]:
    """Of the names those that are so near that they may have been meant, the nearest first; often none."""
    wanted, known = _words(term), sorted(set(names))
    found = process.extract(wanted, known, scorer=fuzz.token_ratio, processor=_words, score_cutoff=_NEAR, limit=None)
    # A surname is as near to a mistyped full name as that name itself: letters settle it.
    near = sorted((name for name, *_ in found), key=lambda name: -fuzz.ratio(wanted, _words(name)))
    return tuple(near[:_MOST])


def _words(name: str) -> str:
    return slug(name).replace("-", " ")
