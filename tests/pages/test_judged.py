from dataclasses import replace

from kg.model import Contradiction, CorpusGraph, Judgement, Member, Replay, Verdict
from kg.pages.judged import judgements, outcomes, row_text
from tests.samples import election

ROW = Judgement(Verdict.SAME, "a#x", "b#y", "", "Eve", "2024-05-31", "a\x1bb", 3)


def test_a_row_is_one_harmless_line() -> None:
    assert row_text(ROW) == "line 3: same a#x and b#y (Eve, 2024-05-31, a\\u001bb)"
    assert row_text(Judgement(Verdict.PIN_NAME, "a#x", name="Ann", line=2)) == "line 2: pin-name a#x as “Ann”"


def test_rows_at_odds_are_told_together_and_rows_that_wait_alone() -> None:
    other = replace(ROW, verdict=Verdict.DIFFERENT, line=4, who="", when="", why="")
    told = list(outcomes(Replay((ROW, other), (ROW,), (Contradiction((ROW, other), "they stay two"),))))
    assert told == [
        f"{row_text(ROW)}; line 4: different a#x and b#y: cannot all hold; they stay two",
        f"{row_text(ROW)}: waits, for the graph has no such",
    ]


def test_what_a_rejection_sets_aside_is_counted() -> None:
    graphs = election()
    rejected = (Member(graphs[0].document.id, "unity"),)
    heading, counts, lines = judgements(Replay((ROW,)), CorpusGraph(rejected=rejected), graphs)
    assert (heading, counts) == ("## Judgements: 1", "1 same.")
    assert lines == "- rejected: “Unity” in a/one.txt; claims that make no statement: 1"


def test_nothing_judged_is_told() -> None:
    assert judgements(Replay(), CorpusGraph(), ()) == ["## Judgements: 0", "No person has decided anything."]
