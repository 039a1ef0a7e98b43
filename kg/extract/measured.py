"""Parts of a claim's content: how much and how far, to whom, and what the parser hangs on the object."""

from collections.abc import Iterator

from kg.extract.excerpts import Excerpt, excerpt
from kg.extract.outcomes import End, is_held
from kg.extract.syntax import children
from kg.extract.words import Token

_TIMES = frozenset({"DATE", "TIME"})
_COUNTED = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_ARTICLES = frozenset({"A", "An", "The"})
_HOLDING = frozenset({"npadvmod", "prep"})


def to_whom(whom: Excerpt) -> Excerpt:
    """The same words after "to", the article not as at the beginning of a sentence."""
    article, _, rest = whom.text.partition(" ")
    return whom._replace(text=f"to {article.lower()} {rest}" if article in _ARTICLES else f"to {whom.text}")


def measured(verb: Token, ends: tuple[End, ...]) -> Iterator[Excerpt]:
    """How much or how far, right after the verb: "lost *2 %* to 90", "lives *a mile* from it", "is *third* in it"."""
    if verb.deps.isdisjoint(_HOLDING):
        return
    for measure in (t for head in (verb, *children(verb, "prep")) for t in children(head, "npadvmod")):
        number = "nummod" in measure.deps or measure.text[0].isdigit()
        counted = measure.ent_type_ in _COUNTED or (measure.ent_type_ not in _TIMES and number)
        if counted and _is_next(measure, verb) and not is_held(measure, ends):
            yield excerpt(measure)


def _is_next(measure: Token, verb: Token) -> bool:
    """Right after the verb, or a sum right after its object: "fined Acme *$5 million*"."""
    first = measure.left_edge.i
    before = measure.doc[first - 1] if first else measure
    return before is verb or (measure.ent_type_ == "MONEY" and before.dep_ == "dobj" and before.head is verb)


def behind_object(direct: Token) -> Iterator[Token]:
    """Prepositions that the parser hangs on the object: "rated *half of the wines* as poor"."""
    for preposition in children(direct, "prep"):
        yield preposition
        if preposition.lower_ == "of":
            yield from (p for noun in children(preposition, "pobj") for p in children(noun, "prep"))
