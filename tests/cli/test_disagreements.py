"""`kg conflicts` and `kg timeline`."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

ONE = """Kim wins the vote

OSLO, November 21, 2018 - Norway supports Ann Lee. Ann Lee beat Bo Berg by 101 votes to 61 on Wednesday.
"""
OTHER = """Who won the vote

OSLO, November 22, 2018 - Norway opposes Ann Lee. Ann Lee beat Bo Berg by 110 votes to 52 on November 21, 2018.
"""


@pytest.fixture
def disputed(here: Path, kg: Kg) -> Path:
    """A store of two articles that disagree on the votes and on a stance."""
    (here / "one.txt").write_text(ONE)
    (here / "other.txt").write_text(OTHER)
    assert kg("load", "one.txt", "other.txt", "--store", "store").code == 0
    return here / "store"


def test_the_seeds_agree_and_one_number_changed(built: Path, kg: Kg) -> None:
    """As a reader finds it: 194 members in the articles of 2018, 195 in that of 2023, and no contradiction."""
    store = built / "store"
    assert "What time resolves: 1; --changes shows it." in kg("conflicts", "--store", store).out
    (change,) = json.loads(kg("conflicts", "--changes", "--format", "json", "--store", store).out)
    assert (change["what"], change["kind"]) == ("change", "changed count")
    assert (change["earliest"], change["latest"]) == ("2018-11-22", "2023-09-07")
    told = [(side["says"], [claim["issued"] for claim in side["claims"]]) for side in change["sides"]]
    assert told == [
        ("Interpol number of members 194", ["2018-11-21", "2018-11-22"]),
        ("Interpol number of members 195", ["2023-09-07"]),
    ]


def test_both_sides_are_shown_with_their_sentences(disputed: Path, kg: Kg) -> None:
    out = kg("conflicts", "--store", disputed).out
    assert "contradictory votes  conflict:" in out
    assert "Ann Lee defeated Bo Berg (votes for: 101)" in out
    assert "Ann Lee defeated Bo Berg (votes for: 110)" in out
    assert "«Norway» «supports» «Ann Lee».\n    Reported: in the article's own voice\n" in out
    assert "«Norway» «opposes» «Ann Lee».\n    Reported: in the article's own voice\n" in out


@pytest.mark.parametrize("kind", ["SupportAndOppose", "support and opposition"])
def test_one_kind_as_a_table(disputed: Path, kind: str, kg: Kg) -> None:
    out = kg("conflicts", "norway", "--kind", kind, "--format", "csv", "--store", disputed).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["side"], row["says"], row["issued"]) for row in rows] == [
        ("1", "Norway opposes Ann Lee", "2018-11-22"),
        ("2", "Norway supports Ann Lee", "2018-11-21"),
    ]
    assert {(row["what"], row["kind"]) for row in rows} == {("conflict", "support and opposition")}


def test_nothing_found_says_what_was_looked_at(disputed: Path, kg: Kg) -> None:
    result = kg("conflicts", "bo berg", "--kind", "MutualDefeat", "--store", disputed)
    assert (result.code, result.stderr) == (0, "")
    assert result.out.startswith("No conflict: of 1 statements on bo berg ")
    assert kg("conflicts", "--kind", "MutualDefeat", "--format", "json", "--store", disputed).out == "[]\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("conflicts", "Nobody"), "no entity is called “Nobody” and nothing nearly so: `kg query entities` lists"),
        (("timeline", "Nobody"), "no entity is called “Nobody” and nothing nearly so: `kg query entities` lists"),
        (("conflicts", "--kind", "quarrel\x1b[31m"), "no kind is called “quarrel\\u001b[31m”: use AssertedAndDenied, "),
    ],
)
def test_what_is_not_known_is_one_line(disputed: Path, args: tuple[str, ...], message: str, kg: Kg) -> None:
    result = kg(*args, "--store", disputed)
    assert result.code == 1
    assert result.stderr.startswith(f"kg: {message}")
    assert result.stderr.count("\n") == 1


def test_a_timeline_is_in_order_with_its_grain_and_marks(built: Path, kg: Kg) -> None:
    out = kg("timeline", "Interpol", "--store", built / "store").out
    before, after = (
        "as of 21 Nov 2018  Interpol number of members 194",
        "as of 7 Sep 2023  Interpol number of members 195",
    )
    office = "until 2020  Kim Jong-yang has role at Interpol (title: president)"
    assert out.index(before) < out.index(office) < out.index(after)
    assert "before a change: changed count  change:" in out
    assert "statements without a date" in out.splitlines()[-1]


def test_a_timeline_as_a_table_and_as_json(disputed: Path, kg: Kg) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("timeline", "Bo Berg", "--format", "csv", "--store", disputed).out)))
    assert {(row["when"], row["earliest"], row["latest"]) for row in rows} == {
        ("21 Nov 2018", "2018-11-21", "2018-11-21")
    }
    assert "conflict: contradictory votes" in rows[0]["marks"]
    (entry,) = json.loads(kg("timeline", "Bo Berg", "--format", "json", "--store", disputed).out)
    assert [claim["issued"] for claim in entry["claims"]] == ["2018-11-21", "2018-11-22"]
