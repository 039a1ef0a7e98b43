"""Mentions inside mentions: "Acme president Ann Lee" and, in it, "Ann Lee" are two ways to quote one reference."""

from collections.abc import Iterable

from kg.model import Mention, Span


def enclosing(mentions: Iterable[Mention]) -> dict[Mention, Span]:
    """Of each mention that lies inside another of the same entity the span of the longest around it.

    >>> enclosing([Mention(Span(0, 12), "lee"), Mention(Span(5, 12), "lee"), Mention(Span(0, 4), "acme")])
    {Mention(span=Span(begin=5, end=12), entity='lee'): Span(begin=0, end=12)}
    """
    found: dict[Mention, Span] = {}
    outer: Mention | None = None
    for mention in sorted(set(mentions), key=lambda m: (m.entity, m.span.begin, -m.span.end)):
        if outer is not None and outer.entity == mention.entity and outer.span.contains(mention.span):
            found[mention] = outer.span
        else:
            outer = mention
    return found


def references(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One for each place where somebody is spoken of: those that lie in no longer one of the same entity."""
    listed = tuple(mentions)
    inner = enclosing(listed)
    return tuple(mention for mention in listed if mention not in inner)
