import pytest

from kg.model import Status
from kg.view.bends import bends
from kg.view.boxes import Point, Size
from kg.view.choose import Link

LABEL = Size(60, 16)
FLAT: dict[str, Point] = {"a": (0, 0), "b": (300, 0)}
STEEP: dict[str, Point] = {"a": (0, 0), "b": (0, 300)}


def link(subject: str, object_: str) -> Link:
    return Link(subject, object_, Status.REPORTED, ())


def test_a_single_line_is_straight() -> None:
    assert bends([link("a", "b")], [LABEL], FLAT) == [0.0]


@pytest.mark.parametrize("places", [FLAT, STEEP])
def test_lines_one_way_bend_to_either_side(places: dict[str, Point]) -> None:
    left, right = bends([link("a", "b"), link("a", "b")], [LABEL] * 2, places)
    assert left == -right != 0


def test_lines_either_way_bend_the_same_way_as_seen_from_their_subjects() -> None:
    there, back = bends([link("a", "b"), link("b", "a")], [LABEL] * 2, FLAT)
    assert there == back != 0


def test_labels_beside_one_another_need_wider_bends() -> None:
    links = [link("a", "b"), link("a", "b")]
    assert bends(links, [LABEL] * 2, STEEP)[1] > bends(links, [LABEL] * 2, FLAT)[1]


def test_bends_stay_below_a_half_circle() -> None:
    assert max(map(abs, bends([link("a", "b")] * 9, [LABEL] * 9, STEEP))) < 1
