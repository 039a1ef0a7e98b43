"""A model is known by what it calls itself and by its files."""

from pathlib import Path

import pytest
import spacy

from kg.errors import ModelMissing
from kg.language_model import Model, model_of


def test_the_installed_model_is_told() -> None:
    found = model_of("")
    assert (found.name, found.version) == ("en_core_web_md", "3.8.0")
    assert len(found.weights) == 12


def test_other_files_are_another_model(tmp_path: Path) -> None:
    def made(name: str, word: str) -> Model:
        nlp = spacy.blank("en", meta={"name": "small", "version": "1.0"})
        nlp.vocab.strings.add(word)
        nlp.to_disk(tmp_path / name)
        return model_of(str(tmp_path / name))

    one, same, other = made("one", "vote"), made("same", "vote"), made("other", "veto")
    assert one == same
    assert one[:2] == other[:2] == ("en_small", "1.0")
    assert one.weights != other.weights


def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="no language model"):
        model_of(str(tmp_path))
