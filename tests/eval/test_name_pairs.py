"""The hard pairs are in the repository, so their floors hold at every test run."""

from pathlib import Path

import pytest

from kg.resolve.likeness import SAME
from tests.eval import name_pairs, public
from tests.eval.public import NotScored


@pytest.mark.parametrize("row", [row for row in public.rows() if row.set == "hard_names"], ids=lambda row: row.path)
def test_hard_pairs_stay_above_their_floors(row: public.Figure) -> None:
    assert row.of(name_pairs.figures_of_hard_pairs()) >= row.floor


def test_without_data_the_public_pairs_are_not_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_EVAL_DATA", str(tmp_path))
    with pytest.raises(NotScored, match="KG_EVAL_DATA"):
        name_pairs.figures_of_public_pairs()


def test_hard_pairs_that_are_merged_share_a_block() -> None:
    merged = [pair for pair in name_pairs.hard_pairs() if pair.score >= SAME]
    profiles = [(name_pairs.read(pair.kind, pair.left), name_pairs.read(pair.kind, pair.right)) for pair in merged]
    assert len(merged) > 50
    assert [pair for pair in profiles if pair[0].blocks.isdisjoint(pair[1].blocks)] == []
