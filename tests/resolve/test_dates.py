import pytest

from kg.model import Literal
from kg.resolve.dates import compatible, interval, partial


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2018-11-21", ("2018-11-21", "2018-11-21")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("1999", ("1999-01-01", "1999-12-31")),
        ("--11-21", None),
        ("--11", None),
        ("2018-02-30", None),
        ("0000", None),
        ("2018-13", None),
        ("last week", None),
    ],
)
def test_interval(text: str, bounds: tuple[str, str] | None) -> None:
    assert interval(Literal(text)) == bounds


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2018-11-21", "2018-11", True),
        ("2018", "--11-21", True),
        ("2018-11-21", "2018-11-22", False),
        ("2018", "2019-01", False),
        ("--11", "--12-01", False),
        ("last week", "last week", True),
        ("last week", "last year", False),
    ],
)
def test_compatible(left: str, right: str, expected: bool) -> None:
    one, other = partial(Literal(left)), partial(Literal(right))
    assert compatible(one, other) is compatible(other, one) is expected
