"""The words for a speaker, as they stand: from the determiner to the end of what says which one is meant."""

from collections.abc import Iterator

from kg.extract.cues import Cue
from kg.extract.syntax import child, children, conjuncts, extent, span_of
from kg.extract.words import Token
from kg.model import Span

_RELATIVE = frozenset({"WP", "WDT"})
_JOINING = frozenset({"-", "/", "–", "'", "’"})


def source_span(cue: Cue) -> Span | None:
    """The words for the source of a cue, none where there are none.

    A relative clause without a comma belongs to them ("a report released last week"), unless the cue is in it.
    """
    if cue.source is None or cue.words is not None:
        return cue.words
    heads = list(sources(cue))
    return span_of([*_before(heads[0]), *heads, *_after(heads[-1], cue.word)])


def sources(cue: Cue) -> Iterator[Token]:
    """The heads of the phrases for the source: several where they are joined ("Lee and Berg said")."""
    if cue.source is not None and cue.words is not None:
        yield cue.source
        yield from _together(cue.source, cue.word)
    elif cue.source is not None:
        joined = [t for t in conjuncts(cue.source) if t.i >= cue.source.i]
        yield from joined if any(child(t, "cc") for t in joined) else joined[:1]


def _together(first: Token, cue: Token) -> Iterator[Token]:
    """ "a husband and wife who say …": two that share an article speak together."""
    second = child(first, "conj") if child(first, "det") is not None else None
    if second is not None and second.tag_ == first.tag_ == "NN" and cue.head is first and second.i < cue.i:
        yield from [second] if child(second, "det", "poss", "amod") is None else []


def _before(head: Token) -> list[Token]:
    """What modifies the head, back to the first mark that sets something apart."""
    here = head
    words = {t.i for t in extent(head)}
    while here.i - 1 in words and not _sets_apart(here.nbor(-1)):
        here = here.nbor(-1)
    return [here]


def _after(head: Token, cue: Token) -> list[Token]:
    """What follows the head below it, up to a mark that sets something apart, or to the clause of the cue."""
    last, words = head, {t.i for t in head.subtree}
    while last.i + 1 in words and not _sets_apart(token := last.nbor()):
        if token.dep_ == "prep" and any(t.tag_ in _RELATIVE for t in children(token, "pobj")):
            break
        clause = next(t for t in (token, *token.ancestors) if t.head is head)
        if clause is cue or clause.is_ancestor(cue):
            break
        last = token
    return [last]


def _sets_apart(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in _JOINING)
