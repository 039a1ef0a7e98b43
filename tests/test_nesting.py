"""Mentions that lie in one another, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Mention, Span
from kg.nesting import enclosing, references

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair)))
MENTIONS = st.frozensets(st.builds(Mention, SPANS, st.sampled_from(["ann-lee", "acme"])))


def lies_in(inner: Mention, outer: Mention) -> bool:
    return inner != outer and inner.entity == outer.entity and outer.span.contains(inner.span)


@given(MENTIONS)
def test_those_inside_others_lead_to_one_that_lies_in_none(mentions: frozenset[Mention]) -> None:
    found = enclosing(mentions)
    assert found.keys() == {one for one in mentions if any(lies_in(one, other) for other in mentions)}
    for inner, span in found.items():
        outer = Mention(span, inner.entity)
        assert outer in mentions
        assert outer not in found
        assert lies_in(inner, outer)


@given(MENTIONS)
def test_the_others_are_references_in_their_order(mentions: frozenset[Mention]) -> None:
    listed = sorted(mentions)
    assert list(references(listed)) == [one for one in listed if one not in enclosing(listed)]
