import codecs
import re
from pathlib import Path

import pytest
import trafilatura
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnusableInput
from kg.model import Literal
from kg.read import Refused, Source, documents
from kg.read.article import Article
from kg.read.html import article
from kg.settings import Settings
from tests.read.outcomes import load, outcome
from tests.read.pages import HEAD, PARAGRAPHS, page

TEXT = "\n\n".join(PARAGRAPHS)


def test_a_page_gives_its_article_and_what_its_head_says_of_it() -> None:
    found = article(page().encode())
    assert found == Article(
        text=TEXT,
        title="Bridge opens again",
        issued=Literal("2018-11-22", "date"),
        publisher="Example News",
        authors=("Bo Berg",),
        link="https://example.com/bridge?id=1",
        notes=found.notes,
    )


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        ("<blockquote>The vote was bought.</blockquote>", "“The vote was bought.”"),
        ("<blockquote><p>The vote was <b>bought</b>.</p><p>All of it.</p></blockquote>", "“The vote was bought.”"),
        ("<blockquote><p>The vote was <b>bought</b></p></blockquote>", "“The vote was bought”"),
        ("<blockquote><p>“The vote was bought.”</p></blockquote>", "\n“The vote was bought.”\n"),
        ("<p>She called it <q>bought</q> and left the hall.</p>", "She called it “bought” and left the hall."),
        ("<blockquote><ul><li><p>The vote was bought.</p></li></ul></blockquote>", "“The vote was bought.”"),
    ],
)
def test_what_is_quoted_by_mark_up_alone_has_quotation_marks(quoted: str, expected: str) -> None:
    filling = "<p>The assembly met in Oslo on Monday and voted for hours, as the papers of the town had said.</p>"
    found = article(f"<html><body><article>{filling}{quoted}{filling}</article></body></html>".encode())
    assert expected in found.text


def test_what_is_not_in_the_text_is_counted() -> None:
    (note,) = article(page().encode()).notes
    assert note.endswith(" letters of the page are not in its article")


def test_a_document_is_named_by_the_bytes_of_its_page(tmp_path: Path) -> None:
    plain, spaced = (load(tmp_path / "a.html", page(head=HEAD + more).encode()) for more in ("", " "))
    assert plain.text == spaced.text == TEXT
    assert plain.id != spaced.id
    assert plain.sources == ("a.html",)
    assert (plain.title, plain.authors, plain.link) == (
        "Bridge opens again",
        ("Bo Berg",),
        "https://example.com/bridge?id=1",
    )


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a"])
def test_pages_are_told_by_their_suffix_or_else_by_how_they_begin(name: str, tmp_path: Path) -> None:
    assert load(tmp_path / name, page().encode()).text == TEXT


def test_a_file_that_says_it_is_text_is_text(tmp_path: Path) -> None:
    assert load(tmp_path / "a.txt", page().encode()).text == page()


ENCODINGS = [
    ("utf-8", page().encode(), b""),
    ("utf-8 by its signature", page(charset="latin-1").encode(), codecs.BOM_UTF8),
    ("utf-16 by its signature", page(charset="utf-16").encode("utf-16-le"), codecs.BOM_UTF16_LE),
    ("windows-1252, called latin-1", page(charset="iso-8859-1").encode("cp1252"), b""),
    ("windows-1251", page(charset="windows-1251").encode("cp1251", errors="xmlcharrefreplace"), b""),
    ("one that nobody knows", page(charset="hex").encode(), b""),
]


@pytest.mark.parametrize(("encoding", "data", "signature"), ENCODINGS)
def test_the_encoding_is_that_of_the_signature_or_of_the_page(encoding: str, data: bytes, signature: bytes) -> None:
    assert article(signature + data).text == TEXT


def test_accents_come_through_whatever_the_page_is_written_in() -> None:
    body = "".join(f"<p>{paragraph} “Caf\u00e9” – &eacute;&#8364;</p>" for paragraph in PARAGRAPHS)
    for charset, encoding in (("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("nonsense", "utf-8")):
        assert article(page(body, charset=charset).encode(encoding)).text.count("“Café” – é€") == len(PARAGRAPHS)


def test_a_guessed_encoding_and_lost_characters_are_told() -> None:
    guessed = article(page(charset="").replace("bridge", "café").encode("cp1252"))
    assert "café" in guessed.text
    assert "says no encoding: read as Windows-1252" in guessed.notes
    broken = article(page().encode().replace(b"weather", b"we\xffather"))
    assert "1 of its characters could not be read as utf-8" in broken.notes


BODIES = [
    ("no paragraph is closed", "".join(f"<p>{paragraph}" for paragraph in PARAGRAPHS)),
    ("tags cross", "".join(f"<p><b><i>{paragraph}</b></i></p>" for paragraph in PARAGRAPHS)),
    ("ends that nothing begins", "</div></span>" + "".join(f"<p>{paragraph}</p></p>" for paragraph in PARAGRAPHS)),
    ("a script", "<script>alert('hidden')</script>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)),
    ("a style", "".join(f"<p>{paragraph}<style>.hidden {{}}</style></p>" for paragraph in PARAGRAPHS)),
    ("a comment", "".join(f"<p>{paragraph}<!-- hidden --></p>" for paragraph in PARAGRAPHS)),
    (
        "a picture in the page",
        "".join(f"<p>{p}<img src='data:image/png;base64,{'A/' * 50_000}'></p>" for p in PARAGRAPHS),
    ),
]


@pytest.mark.parametrize(("what", "body"), BODIES)
def test_malformed_markup_and_what_is_no_text_do_no_harm(what: str, body: str) -> None:
    assert article(page(body).encode()).text == TEXT


REFUSED = [
    ("nothing in it", "<html></html>", "has no article"),
    ("no text", "<html><body><img src='a.png'></body></html>", "has no article"),
    ("only a script", "<html><body><script>var x = 'y';</script></body></html>", "has no article"),
    ("no mark-up at all", "", "holds no web page"),
    ("deep", "<div>" * 200_000 + TEXT, "is nested deeper than 240 elements"),
    ("many elements", page("<br>" * 30_000), "is nested deeper than 240 elements, or has more than 20,000"),
    ("many attributes", f"<p {' '.join(f'a{n}=1' for n in range(200_000))}>", "has a tag of more than 10,000 parts"),
    ("a quote that never ends", f'<p a="\'<" {"b " * 200_000}', "has a tag of more than 10,000 parts"),
    ("binary", "<html>\0\1\2", "is binary"),
]


@pytest.mark.parametrize(("what", "text", "reason"), REFUSED)
def test_what_is_no_page_or_would_take_ages_is_refused_in_one_line(what: str, text: str, reason: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        article(text.encode())
    assert str(refusal.value).startswith(reason)
    assert "\n" not in str(refusal.value)


def test_a_long_text_without_mark_up_is_no_long_tag() -> None:
    words = "The council said that it was well. " * 3_000
    assert len(article(page(f"<pre>{words}</pre><p>{TEXT}</p>").encode()).text) > len(words) / 2


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div", "<a href='", '"', "'", ">", "<", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#0;", "\0"),
        *("<table><tr><td>", "<script>", "</script>", "<meta charset=utf-7>", "<meta name=author content=", "<title>"),
        *('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":', "<time datetime=9999-99-99>"),
        *("<link rel=canonical href='http://[", "<base href='javascript:1'>", "<?xml version='1.0'?>", "\ufeff", TEXT),
    ]
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300)
    | st.lists(PIECES | st.text(max_size=9), max_size=30).map(lambda p: "".join(p).encode())
)
def test_any_bytes_give_a_document_or_a_refusal_and_always_the_same(data: bytes, tmp_path: Path) -> None:
    outcomes = {repr(outcome(tmp_path / "a.html", data)) for _ in range(2)}
    assert len(outcomes) == 1


def test_what_a_library_trips_over_is_refused_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise ValueError("not as it should be\nat all")

    monkeypatch.setattr(trafilatura, "bare_extraction", trip)
    path = tmp_path / "page.html"
    path.write_text("<html><body><article><p>Ann Lee beat Bo Berg.</p></article></body></html>")
    (refused,) = documents(Source(path, "page.html"), Settings())
    assert isinstance(refused, Refused)
    assert re.fullmatch(
        r"cannot be read, by a fault of kg \(ValueError in test_html\.py, line \d+\); report this", refused.reason
    )
