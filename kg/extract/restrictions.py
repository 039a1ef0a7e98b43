"""The clauses of a noun phrase that say which one is meant: "the draft that Lee wrote", "cars made in Norway"."""

from collections.abc import Iterator

from kg.extract.syntax import NOUNS, children, extent
from kg.extract.words import Token, once

_CLAUSES = frozenset({"acl", "relcl"})
_GOVERNING = _CLAUSES | {"prep"}
_APART = frozenset(",;:–—()")
_LONGEST = 12
_OPEN = frozenset({"those", "anyone", "anybody", "anything", "everyone", "everybody", "everything"})
_PLACING = frozenset(
    {"aboard", "around", "at", "behind", "in", "inside", "near", "on", "outside", "over", "under", "with", "without"}
)
_RELATIVE = frozenset({"who", "that", "which", "whom"})


def described(pronoun: Token) -> list[Token]:
    """ "those who left", "anyone accused of it", "those close to her": a pronoun, and right behind it who is meant.

    None where it is open.
    """
    return _described(pronoun) if pronoun.lower_ in _OPEN else []


@once
def _described(pronoun: Token) -> list[Token]:
    if pronoun.i + 1 == len(pronoun.doc):
        return []
    if pronoun.nbor().lower_ not in _RELATIVE:
        return _told_apart(pronoun)
    clause = next((t for t in _restrictions(pronoun) if t.dep_ == "relcl"), None)
    return [pronoun, *clause.subtree] if clause is not None and clause.left_edge.i == pronoun.i + 1 else []


def _told_apart(pronoun: Token) -> list[Token]:
    """By a participle, an adjective with more behind it, or a place."""
    words = [] if pronoun.lower_.endswith("thing") else children(pronoun, "acl", "amod", "prep")
    words = [t for t in words if t.left_edge.i == pronoun.i + 1]
    close = next((t for t in words if _says_which(t) and _is_close(pronoun, t)), None)
    return [] if close is None or not pronoun.deps.isdisjoint({"det", "neg"}) else [pronoun, *close.subtree]


def _says_which(word: Token) -> bool:
    match word.dep_:
        case "acl":
            return word.tag_ in {"VBN", "VBG"}
        case "amod":
            return len(word.subtree) > 1
    return word.lower_ in _PLACING and len(word.subtree) > 1


@once
def restricted(head: Token) -> list[Token]:
    """The words of a noun phrase with such clauses, where they are short and nothing sets them apart."""
    words = extent(head)
    nouns = [word for word in words if word.pos_ in NOUNS and not word.deps.isdisjoint(_GOVERNING)]
    return [*words, *(below for noun in nouns for clause in _restrictions(noun) for below in clause.subtree)]


def _restrictions(noun: Token) -> Iterator[Token]:
    """Relative clauses, participles and infinitives after it, and gerunds after its prepositions."""
    clauses = children(noun, *_CLAUSES) + [t for p in children(noun, "prep") for t in children(p, "pcomp")]
    return (clause for clause in clauses if clause.i > noun.i and _is_close(noun, clause))


def _is_close(noun: Token, clause: Token) -> bool:
    words = clause.subtree
    between = noun.doc[noun.i + 1 : words[-1].i + 1]
    return len(words) <= _LONGEST and not any(t.text in _APART or t.is_space or t.is_quote for t in between)
