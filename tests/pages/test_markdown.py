import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.pages.markdown import escaped, table


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        ("2018-11-22", "2018-11-22"),
        ("# title\n\nbody", "\\# title body"),
        ("a | b `c` <b>&amp;", "a \\| b \\`c\\` \\<b\\>\\&amp;"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ],
)
def test_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=3))
def test_no_text_adds_a_row_or_a_cell(rows: list[list[str]]) -> None:
    lines = table(("A", "B"), rows).splitlines()
    assert len(lines) == len(rows) + 2
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 3 for line in lines)
