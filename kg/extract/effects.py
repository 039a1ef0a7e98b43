"""What becomes of a clause under the word that governs it."""

from collections.abc import Mapping
from typing import NamedTuple

from kg.extract.words import Token
from kg.model import Certainty


class Effect(NamedTuple):
    """What becomes of a clause at the next word above it.

    `negative` turns it round; `certainty` is the most that is left; `polarity` and `modality` say whether the negation
    and the modality of the clause above reach it. `above` is where to go on, nothing if it is the last effect.
    """

    above: Token | None
    negative: bool = False
    certainty: Certainty = Certainty.CERTAIN
    polarity: bool = False
    modality: bool = False


def named(name: str) -> tuple[bool, Certainty]:
    """An effect of the word list as (turns round, certainty)."""
    if name == "Unlikely":
        return True, Certainty.PROBABLE
    return (True, Certainty.CERTAIN) if name == "Negative" else (False, Certainty(name))


def by_word(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    """The effects of a table of the word list, by word."""
    return {word: name for name, words in table.items() if name[0].isupper() for word in words}
