"""The limits by which passages are near-duplicates, on pairs that a reader judged.

`copies.csv` holds 402 pairs of passages of two documents over the whole range of likeness, from ECB+ (several outlets
on one event), MEANTIME (Wikinews) and Reuters-21578 (stories sent out again), without their texts, which may not be
passed on. A reader called them `copy` where a clause or more outside of quotations is the same text, cut or edited, and
`own` where each is worded on its own; formulas with other figures are `own`, official wording that both may have used
is `unclear`.
"""

import csv
from pathlib import Path
from typing import NamedTuple

from kg.resolve.copies import overlapping


class Pair(NamedTuple):
    """How many shingles two passages have, and share; whether one has all figures of the other; the judgement."""

    corpus: str
    one: int
    other: int
    shared: int
    same_figures: bool
    label: str

    @property
    def near_duplicate(self) -> bool:
        own = [{f"{side} {number}" for number in range(count)} for side, count in self._apart()]
        both = {str(number) for number in range(self.shared)}
        return self.same_figures and overlapping(own[0] | both, own[1] | both)

    def _apart(self) -> list[tuple[str, int]]:
        return [("one", self.one - self.shared), ("other", self.other - self.shared)]


def _pairs() -> list[Pair]:
    with (Path(__file__).parent / "copies.csv").open(encoding="utf-8") as file:
        return [_pair(row) for row in csv.DictReader(file)]


def _pair(row: dict[str, str]) -> Pair:
    one, other, shared = (int(row[name]) for name in ("one", "other", "shared"))
    return Pair(row["corpus"], one, other, shared, row["same_figures"] == "yes", row["label"])


def test_precision_and_recall() -> None:
    """Measured .90 and .88; on ECB+ .98 and .84, on the formulas of a wire of 1987 .79 and .97."""
    clear = [pair for pair in _pairs() if pair.label != "unclear"]
    found = [pair for pair in clear if pair.near_duplicate]
    right = sum(pair.label == "copy" for pair in found)
    assert right / len(found) > 0.89
    assert right / sum(pair.label == "copy" for pair in clear) > 0.87


def test_precision_on_news_of_several_outlets() -> None:
    found = [pair for pair in _pairs() if pair.corpus == "ecbplus" and pair.near_duplicate and pair.label != "unclear"]
    assert sum(pair.label == "copy" for pair in found) / len(found) > 0.95
