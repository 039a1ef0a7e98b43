"""What a store holds depends on its documents alone."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import Format
from kg.ids import Names
from kg.model import DocumentGraph
from kg.pipeline import change, serialized
from kg.store import Store
from tests.resolve.test_resolve import articles

GRAPHS = st.integers(1, 6).flatmap(lambda size: st.tuples(*(articles(number) for number in range(size)))).map(list)


def batches(graphs: Sequence[DocumentGraph], chance: random.Random) -> list[list[DocumentGraph]]:
    cuts = sorted(chance.sample(range(len(graphs) + 1), chance.randint(0, len(graphs))))
    return [list(graphs[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(graphs)], strict=True)]


def exported(*added: Sequence[DocumentGraph], removed: Sequence[DocumentGraph] = ()) -> bytes:
    """The bytes of a new store after the documents were added, batch by batch, and some taken out again."""
    with TemporaryDirectory() as folder, Store.writing(Path(folder), Names()) as store:
        for batch in added:
            change(store, batch)
        change(store, removed=[graph.document.id for graph in removed])
        return serialized(store, Format.NQUADS, with_text=True)


@given(GRAPHS, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_no_order_and_no_batches_show(graphs: list[DocumentGraph], chance: random.Random) -> None:
    expected = exported(graphs)
    chance.shuffle(graphs)
    assert exported(*batches(graphs, chance)) == expected


@given(GRAPHS, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_what_was_added_and_removed_again_leaves_no_trace(graphs: list[DocumentGraph], chance: random.Random) -> None:
    removed = chance.sample(graphs, chance.randint(0, len(graphs)))
    kept = [graph for graph in graphs if graph not in removed]
    assert exported(*batches(graphs, chance), removed=removed) == exported(kept)
