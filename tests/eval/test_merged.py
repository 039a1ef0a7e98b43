import csv
from collections import Counter
from pathlib import Path

ROWS = list(csv.DictReader((Path(__file__).parent / "merged.csv").open(encoding="utf-8")))


def test_two_readers_judged_two_hundred_merged_pairs() -> None:
    assert len(ROWS) == 200
    assert {row[reader] for row in ROWS for reader in ("first", "second")} <= {"same", "different", "junk"}


def test_at_most_four_of_them_are_false() -> None:
    for reader in ("first", "second"):
        assert Counter(row[reader] for row in ROWS)["different"] <= 4
