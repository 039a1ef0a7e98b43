"""What replaces a component of spaCy sets the same as it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.extract.entity_decoder import EntityDecoder, decodes
from kg.extract.lemmas import Lemmas
from kg.extract.parse import load_model, load_parser
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
_NAMES = [
    "Kim",
    "Jong",
    "Yang",
    "New",
    "York",
    "Times",
    "the",
    "$",
    "3",
    "million",
    "of",
    "May",
    "2018",
    "said",
    ",",
    "\n",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("")


@pytest.fixture(scope="module")
def bare() -> Language:
    return load_model("")


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


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:12])
def test_lemmas_are_those_of_the_model_as_it_comes(path: Path, nlp: Language, bare: Language) -> None:
    doc = nlp.make_doc(path.read_text(encoding="utf-8"))
    for name in ("tok2vec", "tagger", "kg_layout", "parser", "kg_word_classes"):
        doc = nlp.get_pipe(name)(doc)
    again = bare.get_pipe("lemmatizer")(Doc(bare.vocab).from_bytes(doc.to_bytes()))
    assert [token.lemma_ for token in nlp.get_pipe("kg_lemmas")(doc)] == [token.lemma_ for token in again]


def names(doc: Doc, component: Any) -> list[tuple[str, str]]:
    found = component(doc.copy())
    return [(token.ent_iob_, token.ent_type_) for token in found]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:12])
def test_names_are_those_of_the_recognizer(path: Path, nlp: Language) -> None:
    doc = nlp.make_doc(path.read_text(encoding="utf-8"))
    for name in ("tok2vec", "tagger", "kg_layout", "parser"):
        doc = nlp.get_pipe(name)(doc)
    recognizer: Any = nlp.get_pipe("ner")
    assert decodes(recognizer)
    found = names(doc, EntityDecoder(recognizer))
    assert found == names(doc, recognizer)
    assert ("I", "PERSON") in found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from([True, False, None]))))
def test_names_end_where_sentences_do_and_hold_no_blank_at_their_ends(
    nlp: Language, row: list[tuple[str, bool | None]]
) -> None:
    words, starts = (list(column) for column in zip(*row, strict=True)) if row else ([], [])
    doc = Doc(nlp.vocab, words=words, sent_starts=starts)
    recognizer: Any = nlp.get_pipe("ner")
    assert names(doc, EntityDecoder(recognizer)) == names(doc, recognizer)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*map(st.sampled_from, (_WORDS, ["VBZ", "RB", "DT", "_SP"], ["expl", "det", "dep", "mark"])))))
def test_rules_for_two_words_in_a_row_hold_too(nlp: Language, row: list[tuple[str, str, str]]) -> None:
    words, tags, deps = (list(column) for column in zip(*row, strict=True)) if row else ([], [], [])
    doc = Doc(nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(row))))
    ruler = nlp.get_pipe("attribute_ruler")
    assert as_set(doc, WordClasses(ruler)) == as_set(doc, ruler)


@pytest.mark.parametrize(
    "asked",
    [{"LOWER": {"NOT_IN": ["gon"]}}, {"TEXT": {"REGEX": "^[A-Z]"}}, {"SHAPE": "Xxxx"}, {"LENGTH": {">=": 4}}],
    ids=str,
)
def test_words_are_told_apart_by_whatever_rules_ask_of_them(nlp: Language, asked: dict[int | str, Any]) -> None:
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[asked]], {"POS": "INTJ", "LEMMA": "told"})
    several = len(_WORDS)
    doc = Doc(nlp.vocab, words=_WORDS, tags=["NN"] * several, deps=["dep"] * several, heads=list(range(several)))
    found = as_set(doc, WordClasses(ruler))
    assert found == as_set(doc, ruler)
    assert len({tuple(row[:3]) for row in found}) == 2


def test_lemmas_that_were_forgotten_are_the_same_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.lemmas._MANY", 2)
    words = ["ran", "Oslo", "banks", "better", "ran", "banks", "said", "Oslo"]
    pos = ["VERB", "PROPN", "NOUN", "ADJ", "VERB", "NOUN", "VERB", "PROPN"]
    doc = Doc(nlp.vocab, words=words, pos=pos)
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    assert as_set(doc, Lemmas(lemmatizer)) == as_set(doc, lemmatizer)
