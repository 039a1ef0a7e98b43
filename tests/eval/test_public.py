from pathlib import Path

import pytest

from tests.eval import public
from tests.eval.public import Figure, NotScored
from tests.eval.scoring import Score
from tests.eval.tables import lines_of_articles, lines_of_figures, written

ROW = Figure("speech", "cue.F1", "cue words, F1", 0.5, 0.52)


def test_every_row_names_a_figure_once() -> None:
    rows = public.rows()
    assert len({(row.set, row.path) for row in rows}) == len(rows) > 20
    assert all(row.floor > 0 for row in rows)


def test_a_figure_is_found_by_its_path() -> None:
    assert ROW.of({"cue": {"F1": 0.53}, "F1": 0.1}) == 0.53


@pytest.mark.parametrize("variable", ["KG_EVAL_DATA", "KG_EVAL_SCORER"])
def test_without_data_a_set_is_not_scored_and_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "none"))
    with pytest.raises(NotScored, match=variable):
        public.figures("meantime")


def test_tables_stand_between_their_marks() -> None:
    figures = "\n".join(lines_of_figures([(ROW, 0.534), (ROW, 75.24)]))
    assert figures.splitlines()[2:] == [
        "| speech | cue words, F1 | 0.534 | 0.500 | 0.520 |",
        "|  | cue words, F1 | 75.2 | 0.500 | 0.520 |",
    ]
    articles = "\n".join(lines_of_articles([("half", 3, 2, Score(10, 5, 4, 2, 1, 8, 6, 3, 0))]))
    assert articles.endswith("| half | 2 of 3 | 1/2 0.50 | 5/10 0.50 | 4/10 0.40 | 0/2 0.00 | 3/10 0.30 | 6/8 0.75 |")
    text = "# Quality\n<!-- sets -->\nold\n<!-- end -->\nnotes\n"
    assert written(text, {"sets": figures}) == f"# Quality\n<!-- sets -->\n{figures}\n<!-- end -->\nnotes\n"
