import pytest

from kg.pages.slices import Slice


@pytest.mark.parametrize(
    ("total", "wanted", "page", "pages", "begin", "end"),
    [
        (0, 1, 1, 1, 0, 0),
        (100, 1, 1, 1, 0, 100),
        (101, 1, 1, 2, 0, 100),
        (101, 2, 2, 2, 100, 101),
        (101, 9, 2, 2, 100, 101),
        (101, -3, 1, 2, 0, 100),
    ],
)
def test_slice(total: int, wanted: int, page: int, pages: int, begin: int, end: int) -> None:
    found = Slice(total, 100, wanted)
    assert (found.page, found.pages, found.begin, found.end) == (page, pages, begin, end)
