"""The copy of a parsed text says what spaCy says."""

import pytest
import spacy.tokens
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.copying import copied
from kg.extract.parse import load_parser
from kg.extract.words import Doc
from tests.extract.test_laws import TEXTS

_PLAIN = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
_FLAGS = ("is_punct", "is_space", "is_quote", "is_alpha", "is_lower", "is_title", "like_num")


@pytest.fixture(scope="module")
def parse() -> spacy.language.Language:
    return load_parser("")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS | st.text(max_size=60), st.integers(0, 70), st.integers(1, 20))
def test_words_phrases_and_spans_are_those_of_spacy(
    parse: spacy.language.Language, text: str, begin: int, length: int
) -> None:
    theirs = parse(text)
    ours = copied(theirs, text)
    for word, token in zip(ours, theirs, strict=True):
        assert [getattr(word, name) for name in (*_PLAIN, *_FLAGS)] == [getattr(token, n) for n in (*_PLAIN, *_FLAGS)]
        assert word.head.i == token.head.i
        for below in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(word, below)] == [t.i for t in getattr(token, below)]
        assert word.left_edge.i == token.left_edge.i
    assert [(s.start, s.end) for s in ours.sents] == [(s.start, s.end) for s in theirs.sents]
    assert [(e.start, e.end, e.label_, e.root.i) for e in ours.ents] == [
        (e.start, e.end, e.label_, e.root.i) for e in theirs.ents
    ]
    if begin + length <= len(text):
        _compare_spans(ours, theirs, begin, begin + length)


def _compare_spans(ours: Doc, theirs: spacy.tokens.Doc, begin: int, end: int) -> None:
    for mode in ("contract", "expand"):
        mine = ours.char_span(begin, end, alignment_mode=mode)
        span = theirs.char_span(begin, end, alignment_mode=mode)
        assert ([t.i for t in mine] if mine else []) == ([t.i for t in span] if span else [])
        if mine and span:
            assert (mine.text, mine.root.i) == (span.text, span.root.i)


def test_before_the_first_word_there_is_none(parse: spacy.language.Language) -> None:
    words = copied(parse("Lee resigned."), "Lee resigned.").tokens
    assert [word.before.text for word in words] == ["Lee", "Lee", "resigned"]
