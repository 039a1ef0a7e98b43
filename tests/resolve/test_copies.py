"""Near-duplicates: what sketches estimate, what is counted, and how groups grow."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.copies import Groups, document_sketch, near_duplicates, overlapping, passage_sketch, similar


def shingles(first: int, last: int) -> frozenset[str]:
    return frozenset(f"word {number} here" for number in range(first, last))


def test_sketches_are_the_same_on_any_machine() -> None:
    """Where a new version of the library makes others, stored ones are worth nothing: then this number changes."""
    assert passage_sketch(shingles(0, 10))[:8].hex() == "dfca8e559d3718cb"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((0, 100), (0, 100), True),
        ((0, 100), (50, 150), True),
        ((0, 100), (0, 44), True),
        ((0, 100), (70, 170), False),
        ((0, 100), (100, 200), False),
    ],
)
def test_documents_are_compared_by_their_sketches(
    left: tuple[int, int], right: tuple[int, int], expected: bool
) -> None:
    one, other = shingles(*left), shingles(*right)
    assert similar(document_sketch(one), document_sketch(other)) is expected
    assert overlapping(one, other) is expected


def test_few_words_are_alike_by_chance() -> None:
    assert passage_sketch(shingles(0, 4)) == document_sketch(shingles(0, 39)) == b""
    assert not similar(b"", b"")
    assert not overlapping(shingles(0, 4), shingles(0, 4))


def grouped(texts: Sequence[frozenset[str]]) -> list[list[int]]:
    return near_duplicates(
        [passage_sketch(text) for text in texts], lambda one, other: overlapping(texts[one], texts[other])
    )


def test_one_may_be_like_another_by_way_of_a_third() -> None:
    assert grouped([shingles(0, 20), shingles(24, 44), shingles(8, 28), shingles(16, 36)]) == [[0, 1, 2, 3]]


def test_a_large_group_is_not_compared_pair_by_pair() -> None:
    texts = [shingles(0, 30) | {f"its own {number}"} for number in range(500)]
    compared = []

    def alike(one: int, other: int) -> bool:
        compared.append((one, other))
        return overlapping(texts[one], texts[other])

    assert near_duplicates([passage_sketch(text) for text in texts], alike) == [list(range(500))]
    assert len(compared) < 2 * len(texts)


texts = st.lists(st.tuples(st.integers(0, 60), st.integers(8, 40)).map(lambda pair: shingles(pair[0], sum(pair))))


@given(texts)
def test_all_that_are_alike_are_found(found: list[frozenset[str]]) -> None:
    """But for the one in a thousand that are just alike enough and share no band."""
    groups = Groups(len(found))
    for one, text in enumerate(found):
        for other in range(one):
            if overlapping(text, found[other]) and 3 * len(text & found[other]) > len(text | found[other]):
                groups.join(one, other)
    placed = {text: place for place, group in enumerate(grouped(found)) for text in group}
    assert all(placed.get(group[0]) == placed.get(text, -1) for group in groups.all() for text in group[1:])


@given(texts, st.randoms())
def test_no_order_shows(found: list[frozenset[str]], random: Random) -> None:
    order = list(range(len(found)))
    random.shuffle(order)
    shuffled = [sorted(order[text] for text in group) for group in grouped([found[place] for place in order])]
    assert sorted(shuffled) == grouped(found)


def test_groups_join_by_way_of_any_member() -> None:
    groups = Groups(5)
    groups.join(4, 2)
    groups.join(1, 0)
    groups.join(0, 4)
    assert groups.all() == [[0, 1, 2, 4], [3]]
    assert groups.together(1, 2)
    assert not groups.together(1, 3)
