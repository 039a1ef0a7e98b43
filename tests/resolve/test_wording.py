"""Which words of an article are its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Remark, Span
from kg.resolve.wording import own_text, passage_wording, same_figures, wording
from tests.samples import document

QUOTED = {
    "straight": 'Ann Lee won, she said: "It was not easy at all." So said Lee.',
    "curly": "Ann Lee won, she said: “It was not easy at all.” So said Lee.",
    "single": "Ann Lee won, she said: 'It wasn't easy at all.' So said Lee.",
    "single curly": "Ann Lee won, she said: ‘It wasn’t easy at all.’ So said Lee.",
    "as in TeX": "Ann Lee won, she said: ``It was not easy at all.'' So said Lee.",
    "over two lines": 'Ann Lee won, she said: "It was not\neasy at all." So said Lee.',
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_what_is_quoted_is_not_the_articles_own(text: str) -> None:
    own = own_text(document(text))
    assert len(own) == len(text)
    assert wording(own).shingles == {"ann lee won", "lee won she", "won she said", "so said lee"}


def test_a_quotation_of_several_paragraphs_is_opened_again_in_each() -> None:
    text = 'She said:\n"It was not easy.\n"It is done."\nSo said Ann Lee.'
    assert wording(own_text(document(text))).shingles == {"so said ann", "said ann lee"}


@pytest.mark.parametrize(
    "text",
    ["The voters' choice is Lee's party, and the members' choice is Lee.", "The '90s were Lee's", " 'a" * 99],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert own_text(document(text)) == text


def test_a_sentence_in_the_middle_of_a_quotation_is_quoted() -> None:
    text = 'Lee said: "It was hard. We won in the end all the same," and left the room.'
    passage = Span(text.index("We won"), len(text))
    assert passage_wording(own_text(document(text)), passage).shingles == {"and left the", "left the room"}


def test_what_is_set_aside_is_no_part_of_the_article() -> None:
    text = "Accept all of our cookies. Ann Lee won."
    article = document(text)
    object.__setattr__(article, "boilerplate", (Remark(Span(0, 26), "a cookie notice"),))
    assert wording(own_text(article)).shingles == {"ann lee won"}


@pytest.mark.parametrize(
    "dateline",
    ["OSLO, Nov 21 (Wire) - ", "Oslo (Wire) — ", "NEW YORK -- ", "By Cy Cole, Wire – ", ""],
)
def test_the_dateline_does_not_count(dateline: str) -> None:
    text = dateline + "Ann Lee won on Wednesday - by far."
    own = passage_wording(text, Span(0, len(text)))
    assert own == wording("Ann Lee won on Wednesday by far.")


def test_words_before_a_dash_count() -> None:
    text = "Ann Lee won - by far."
    assert "lee won by" in passage_wording(text, Span(0, len(text))).shingles


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It fell 2.1 percent", "It fell 2.1 percent", True),
        ("It fell 2.1 percent", "It fell", True),
        ("It fell 2.1 percent in 2018", "It fell 2.1 percent", True),
        ("It fell 2.1 percent", "It fell 2.4 percent", False),
    ],
)
def test_figures(one: str, other: str, same: bool) -> None:
    assert same_figures(wording(one), wording(other)) is same_figures(wording(other), wording(one)) is same


@given(st.text("aA'\"“”‘’` \n,-", max_size=60))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(own_text(document(text))) == len(text)
