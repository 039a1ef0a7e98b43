"""Members of a coordination that are not each told of: one of "A or B", the second of "resigned rather than sign"."""

from kg.extract.syntax import VERBS, children
from kg.extract.words import Token

_SEVERAL = 2
_NOMINAL = frozenset({"NN", "NNP"})
_PARTICIPIAL = frozenset({"acl", "amod"})
_LESS = frozenset({"much less", "still less", "let alone"})
_FREE = frozenset({"all", "any", "each", "every", "no"})


def is_alternative(token: Token) -> bool:
    """Whether only one of several joined by "or" is told of.

    Not so where several are meant ("for theft or threats", "any copy or print is forbidden"), nor where both words name
    the same ("the union, or Bund").
    """
    first = _first_member(token)
    if "conj" not in first.deps:
        return False
    joined = _chain(first)
    if len(joined) < _SEVERAL or not _is_single(token, first):
        return False
    if any(t.lower_ == "either" for t in children(first, "preconj")):
        return True
    words = (t for member in joined for t in children(member, "cc") if t.lower_ == "or")
    return any(len(joined) > _SEVERAL or t.i == 0 or t.nbor(-1).text != "," for t in words)


def is_set_aside(verb: Token) -> bool:
    """ "Resigned rather than sign": the parser takes the two for members of one coordination."""
    before = children(verb.head, "cc") if verb.dep_ == "conj" else []
    return any(t.lower_ == "than" and t.i < verb.i for t in before)


def is_rather_than(than: Token) -> bool:
    """The second word of "rather than"; a text may begin with a bare "than"."""
    return than.lower_ == "than" and than.i > 0 and than.nbor(-1).lower_ == "rather"


def is_added_as_less(verb: Token) -> bool:
    """ "Could not speak to him, much less visit him", "let alone visit him": denied as what comes before it."""
    before = verb.doc[max(1, verb.i - 2) : verb.i]
    return any(f"{t.nbor(-1).lower_} {t.lower_}" in _LESS for t in before)


def _is_single(token: Token, first: Token) -> bool:
    if token.pos_ in VERBS:
        return first.dep_ not in _PARTICIPIAL
    return token.tag_ in _NOMINAL and not any(t.lower_ in _FREE for t in children(first, "det"))


def _first_member(token: Token) -> Token:
    while token.dep_ == "conj" and _alike(token, token.head):
        token = token.head
    return token


def _chain(first: Token) -> list[Token]:
    """All members from the first on, each hung on the first or on the one before it."""
    found = [first]
    for member in children(first, "conj"):
        found += _chain(member) if _alike(member, first) else []
    return found


def _alike(one: Token, other: Token) -> bool:
    return (one.pos_ in VERBS) == (other.pos_ in VERBS)
