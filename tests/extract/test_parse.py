"""What replaces a component of spaCy sets the same as it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.lemmas import Lemmas
from kg.extract.parse import load_parser
from kg.extract.word_classes import WordClasses

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
_SET = ["POS", "MORPH", "LEMMA", "TAG", "DEP", "HEAD", "SENT_START"]
_WORDS = [
    "gon",
    "na",
    "ai",
    "n't",
    "y'",
    "all",
    "Let",
    "'s",
    "is",
    "There",
    "nuthin'",
    "got",
    "GOT",
    "Sgt.",
    "Oslo",
    "\n",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("")


def as_set(doc: Doc, component: Any) -> list[list[int]]:
    values: list[list[int]] = component(doc.copy()).to_array(_SET).tolist()
    return values


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:12])
def test_word_classes_are_those_of_the_attribute_ruler(path: Path, nlp: Language) -> None:
    doc = nlp.make_doc(path.read_text(encoding="utf-8"))
    for name in ("tok2vec", "tagger", "kg_layout", "parser"):
        doc = nlp.get_pipe(name)(doc)
    ruler = nlp.get_pipe("attribute_ruler")
    assert as_set(doc, WordClasses(ruler)) == as_set(doc, ruler)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:12])
def test_lemmas_are_those_of_the_lemmatizer(path: Path, nlp: Language) -> None:
    doc = nlp.make_doc(path.read_text(encoding="utf-8"))
    for name in ("tok2vec", "tagger", "kg_layout", "parser", "kg_word_classes"):
        doc = nlp.get_pipe(name)(doc)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    assert as_set(doc, Lemmas(lemmatizer)) == as_set(doc, lemmatizer)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*map(st.sampled_from, (_WORDS, ["VBZ", "RB", "DT", "_SP"], ["expl", "det", "dep", "mark"])))))
def test_rules_for_two_words_in_a_row_hold_too(nlp: Language, row: list[tuple[str, str, str]]) -> None:
    words, tags, deps = (list(column) for column in zip(*row, strict=True)) if row else ([], [], [])
    doc = Doc(nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(row))))
    ruler = nlp.get_pipe("attribute_ruler")
    assert as_set(doc, WordClasses(ruler)) == as_set(doc, ruler)
