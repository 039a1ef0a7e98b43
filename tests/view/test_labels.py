import pytest

from kg.view.labels import measure, stack, wrap


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ministry of Foreign Affairs", "Ministry of\nForeign\nAffairs"),
        ("one two three four five six seven eight nine ten", "one two three\nfour five six\nseven eight …"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschi\nfffahrtsgesell\nschaft"),
        ("  ", "?"),
        ("a\u202eb\nc", "a\\u202eb c"),
    ],
)
def test_wrap(text: str, label: str) -> None:
    assert wrap(text, 14) == label


@pytest.mark.parametrize(
    ("labels", "stacked"),
    [
        (["met"], "met"),
        (["met", "saw", "hit"], "met\nsaw\nhit"),
        (["met", "saw", "hit", "left"], "met\nsaw\n+ 2 more"),
        (["protested strongly against"], "protested str…"),
        (["supercalifragilistic"], "supercalifrag…"),
    ],
)
def test_stack(labels: list[str], stacked: str) -> None:
    assert stack(labels, 14) == stacked


def test_east_asian_characters_are_wide() -> None:
    assert measure("金正恩", 10).width == 30
    assert measure("Kim\nYong", 10).height == 2 * measure("Kim", 10).height
