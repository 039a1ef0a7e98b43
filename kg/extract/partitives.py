"""Phrases for a part of several or of a whole: "two of the suspects", "most of the factory", "thousands of people"."""

from kg import lexicon
from kg.extract.syntax import child, object_of
from kg.extract.words import Token

_COUNTS = frozenset({"CARDINAL", "PERCENT"})
_MEASURED = frozenset({"MONEY", "QUANTITY", "DATE", "TIME"})


def whole(token: Token) -> Token | None:
    """The noun of which a number, a share or "most", "many" and the like takes a part; no pronoun.

    "Not all of the men" is no part that anything is said of.
    """
    number = token.like_num or token.lower_ in lexicon.words("grammar", "quantifiers")
    share = token.ent_type_ in _COUNTS and token.pos_ in {"NOUN", "NUM"}
    if not (number or share) or any(t.lower_ == "not" for t in token.lefts):
        return None
    of = child(token, "prep")
    noun = object_of(of) if of is not None and of.lower_ == "of" and of.i == token.i + 1 else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if noun.ent_type_ in _COUNTS and (inner := whole(noun)) is not None:
        return inner
    plural = noun.tag_ in {"NNS", "NNPS"} and noun.ent_type_ not in _MEASURED
    return noun if number or plural else None
