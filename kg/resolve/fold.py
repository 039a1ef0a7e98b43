"""Names without what writers vary freely: case, accents, script, punctuation."""

import re

from anyascii import anyascii

_DROPPED = re.compile(r"['`.](?=\w)|['`]")
_WORD = re.compile(r"[a-z0-9]+|&")


def fold(text: str) -> str:
    """ASCII, lower case, without apostrophes.

    >>> fold("Lech Wałęsa"), fold("O’Brien")
    ('lech walesa', 'obrien')
    """
    return _DROPPED.sub("", anyascii(text).lower())


def words(text: str) -> tuple[str, ...]:
    """The folded words; a hyphen parts words as a space does.

    >>> words("U.S. Vice-President")
    ('us', 'vice', 'president')
    """
    return tuple(_WORD.findall(fold(text)))
