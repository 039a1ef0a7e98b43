from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnusableInput
from kg.model import Literal
from kg.read.article import Article
from kg.read.markdown import article
from tests.read.outcomes import outcome
from tests.read.pages import PARAGRAPHS

ARTICLE = f"""---
title: "Bridge opens again"   # as printed
date: 2018-11-22 10:00
authors:
  - Bo Berg
  - Ann Lee
publisher: Example News
url: https://example.com/bridge
tags: [city, traffic]
---

## Bridge *opens* again

{PARAGRAPHS[0]}

> {PARAGRAPHS[1]}
"""

TEXTS = [
    ("emphasis", "A **bold** and _soft_ *word*, snake_case.", "A bold and soft word, snake_case."),
    (
        "links",
        "By [Norda](https://example.com 'title') and <https://example.com>.",
        "By Norda and https://example.com.",
    ),
    ("a reference", "See [the firm][1].\n\n[1]: https://example.com", "See the firm."),
    ("a picture", "![The bridge](bridge.png) It opened.", "It opened."),
    ("code", "Run `make test`.\n\n```sh\nmake\n```\n\n    make all", "Run make test.\n\nmake\n\nmake all"),
    ("entities", "Berg &amp; S&ouml;hne \\*", "Berg & Söhne *"),
    ("a paragraph over lines", "It opened\non Monday.  \nRain fell.", "It opened on Monday.\nRain fell."),
    ("lists", "- one\n- two\n  1. three", "one\n\ntwo\n\nthree"),
    ("a quotation", "> It opened.\n>\n> “It did.”\n\nSo he said.", "“It opened.”\n\n“It did.”\n\nSo he said."),
    ("a table", "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"),
    ("html", "It <b>opened</b>.\n\n<div>On <i>Monday</i><script>x</script></div>", "It opened.\n\nOn Monday"),
    ("a comment", "It opened.\n\n<!-- hidden -->\n\nRain fell.", "It opened.\n\nRain fell."),
    ("a line across", "It opened.\n\n---\n\nRain fell.", "It opened.\n\nRain fell."),
    ("lines as of Windows", "# It\r\n\r\nopened\r\n", "It\n\nopened"),
]


@pytest.mark.parametrize(("what", "marked", "text"), TEXTS)
def test_words_stay_and_marks_go(what: str, marked: str, text: str) -> None:
    assert article(marked.encode()).text == text


def test_front_matter_says_what_the_article_is_and_is_no_text() -> None:
    assert article(ARTICLE.encode()) == Article(
        text=f"Bridge opens again\n\n{PARAGRAPHS[0]}\n\n“{PARAGRAPHS[1]}”",
        title="Bridge opens again",
        issued=Literal("2018-11-22", "date"),
        publisher="Example News",
        authors=("Ann Lee", "Bo Berg"),
        link="https://example.com/bridge",
    )


HEADS = [
    ("---\ntitle: One: two\n---\nText.", "One: two"),
    ("---\ntitle: 'It''s open'\n...\nText.", "It's open"),
    ("---\nHeadline: Open # still\n---\nText.", "Open"),
    ('+++\ntitle = "Open"\n+++\nText.', "Open"),
    ("---\n[broken\n---\nText.", None),
    ("+++\ntitle = \n+++\nText.", None),
    ("# Open\n\nText.", "Open"),
    ("## Part\n\nText.", None),
]


@pytest.mark.parametrize(("marked", "title"), HEADS)
def test_the_title_is_that_of_the_front_matter_or_the_first_heading(marked: str, title: str | None) -> None:
    found = article(marked.encode())
    assert found.title == title
    assert found.text.endswith("Text.")


def test_a_line_that_ends_no_front_matter_is_text() -> None:
    assert article(b"---\ntitle: open\n\nText.").text == "title: open\n\nText."


def test_a_date_that_cannot_be_read_is_noted() -> None:
    found = article(b"---\ndate: last Tuesday\n---\nText.")
    assert (found.issued, found.notes) == (None, ("its date could not be read: last Tuesday",))


REFUSED = [
    (">" * 1000 + " x", "is nested 60 deep or deeper"),
    ("- " * 1000 + "x", "is nested 60 deep or deeper"),
    ("![" * 100_000, "has more than 5,000 opening brackets"),
    (f"<div {' '.join(f'a{n}=1' for n in range(20_000))}>", "has a tag of more than 10,000 parts"),
    ("a\0b", "is binary"),
]


@pytest.mark.parametrize(("marked", "reason"), REFUSED)
def test_what_would_take_ages_or_lose_text_is_refused(marked: str, reason: str) -> None:
    with pytest.raises(UnusableInput, match=reason):
        article(marked.encode())


MARKS = st.sampled_from(
    ["#", "*", "_", "`", ">", "- ", "[", "](", "<", "|", "---\n", "\n", "    ", "&", "\\", "!", "+++\n"]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(MARKS | st.from_regex(r"[a-z]{3,6}", fullmatch=True), max_size=40))
def test_no_word_is_lost_that_is_no_address_tag_or_front_matter(parts: list[str]) -> None:
    # Only what stands before any mark that could make it a tag, an address, a picture, the name of a code or a head.
    safe = [part for part in parts if part.strip() not in {"<", "](", "[", "---", "+++", "&", "!", "`"}]
    text = article(("x\n\n" + "".join(safe)).encode()).text
    letters = [c for c in "".join(safe) if c.isalpha()]
    assert [c for c in text if c.isalpha()][1:] == letters


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300) | st.lists(MARKS | st.text(max_size=9), max_size=60).map(lambda p: "".join(p).encode())
)
def test_any_bytes_give_a_document_or_a_refusal_and_always_the_same(data: bytes, tmp_path: Path) -> None:
    outcomes = {repr(outcome(tmp_path / "a.md", data)) for _ in range(2)}
    assert len(outcomes) == 1
