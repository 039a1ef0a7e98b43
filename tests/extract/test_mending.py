"""Trees stay trees when they are put right, and no rule looks for a word beyond the ends of the text."""

import pytest
import spacy
import spacy.tokens
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import Extractor
from kg.extract.copying import copied
from kg.extract.mending import mended
from kg.extract.mends import BY_DEPENDENCY
from kg.extract.parse import load_parser
from kg.extract.words import Doc, hang
from tests.extract.lines import document

TEXTS = """Ann Lee said Oslo, which Acme Corp. bought for 70 per cent, is opposed to Norway joining.
A jury on Friday convicted Mayor Ann Lee. Two were killed and ten injured by police.
Musician and farmer Bo Berg sang with his wife Ann Lee and children Bo, Jo and Al.
The president of Norway Ann Lee reached her first Grand Slam semi-final out of 211 members.
Former mayor guilty of fraud
Senator Ann Lee (R-Ohio), Bo Berg (D-Iowa) and Cy Cole (R-Utah) was on Monday sworn in.""".splitlines()
DEPS = st.sampled_from(sorted(BY_DEPENDENCY))
MOVES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), DEPS), max_size=8)


@pytest.fixture(scope="module")
def parse() -> spacy.language.Language:
    return load_parser("")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), st.integers(1, 30), MOVES)
def test_each_sentence_has_one_root_above_all_its_words(
    parse: spacy.language.Language, line: str, size: int, moves: list[tuple[int, int, str]]
) -> None:
    text = " ".join(line.split()[:size])
    doc = copied(parse(text), text)
    for below, above, dep in moves:
        _move(doc, below % len(doc), above % len(doc), dep)
    for sentence in mended(doc).sents:
        (root,) = (token for token in sentence if token.head is token)
        assert sorted(token.i for token in root.subtree) == list(range(sentence.start, sentence.end))


def _move(doc: Doc, below: int, above: int, dep: str) -> None:
    token, head = doc.tokens[below], doc.tokens[above]
    if token is not head and token.head is not token and token.sent is head.sent:
        hang(token, head, dep)


@pytest.mark.parametrize(
    ("words", "heads", "deps", "people"),
    [
        ("she had 211 out", [1, 1, 1, 1], ["nsubj", "ROOT", "dobj", "prep"], []),
        ("Lee farmer", [1, 1], ["conj", "ROOT"], [0]),
        ("calm Lee was at", [3, 2, 2, 2], ["pobj", "nsubj", "ROOT", "prep"], []),
        ("wife son Al Bo", [0, 0, 0, 2], ["ROOT", "appos", "appos", "nmod"], [2, 3]),
    ],
)
def test_no_rule_looks_beyond_the_last_word(words: str, heads: list[int], deps: list[str], people: list[int]) -> None:
    tags = ["NUM" if word.isdecimal() else "NOUN" for word in words.split()]
    entities = ["B-PERSON" if i in people else "O" for i in range(len(tags))]
    vocab = spacy.blank("en").vocab
    parsed = spacy.tokens.Doc(
        vocab, words.split(), heads=heads, deps=deps, pos=tags, lemmas=words.split(), ents=entities
    )
    assert len(mended(copied(parsed, words))) == len(tags)


@pytest.mark.parametrize(
    "text", ["Than leaving Oslo, Ann Lee resigned.", "Than Ann Lee leaving Oslo, nothing is worse."]
)
def test_a_text_may_begin_with_than(extractor: Extractor, text: str) -> None:
    assert extractor.extract(document(text)).document.text == text
