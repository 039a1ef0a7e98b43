import tomllib
from pathlib import Path

import pytest

from kg.errors import UnusableInput
from kg.read.language import notes

TEXTS = tomllib.loads((Path(__file__).parent / "languages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", sorted(TEXTS["foreign"]))
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(UnusableInput, match=rf"^is not in English \(it looks like language '{language}'\)"):
        notes(TEXTS["foreign"][language])


@pytest.mark.parametrize("kind", sorted(TEXTS["english"]))
def test_english_of_any_kind_is_accepted(kind: str) -> None:
    assert notes(TEXTS["english"][kind]) == ()
    assert notes(TEXTS["english"][kind].upper()) == ()


def test_a_short_text_is_accepted_with_a_note() -> None:
    assert notes("Die Brücke ist offen.") == ("too short to tell the language",)


def test_a_text_that_is_partly_in_another_language_is_accepted_with_a_note() -> None:
    mixed = TEXTS["english"]["report"] * 4 + TEXTS["foreign"]["de"] * 3
    assert notes(mixed) == ("partly in another language",)
