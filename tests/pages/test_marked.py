"""A marked text says the text and nothing else, however its spans lie."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.pages.marked import ROLES, Block, Marks, Note, Piece, marked
from kg.pages.words import visible
from tests.pages.corpora import HOSTILE_NAMES

NESTED = {"a": {"mark", "span"}, "span": {"a", "mark", "span"}, "mark": set[str]()}
"""What may stand in what."""


class Read(HTMLParser):
    """The text, and every element with those around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not self.open or tag in NESTED[self.open[-1]]
        assert tag != "a" or "a" not in self.open
        self.found.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


texts = st.text(min_size=1, max_size=60) | st.sampled_from(HOSTILE_NAMES)
hrefs = st.sampled_from(["", "/statement/a", "/entity/b", '"><script>'])
places = st.integers(0, 60)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    begin = draw(places)
    return Span(begin, begin + draw(st.integers(1, 20)))


marks = st.builds(
    Marks,
    blocks=st.lists(
        st.builds(Block, spans(), st.sampled_from(["passage", "unused", "boilerplate"]), texts), max_size=6
    ).map(tuple),
    pieces=st.lists(st.builds(Piece, spans(), st.sampled_from(ROLES), hrefs), max_size=8).map(tuple),
    notes=st.lists(st.builds(Note, places, texts, hrefs, st.integers(1, 99), texts), max_size=5).map(tuple),
    anchors=st.dictionaries(places, st.lists(texts, max_size=2).map(tuple), max_size=5),
)


@given(texts, marks, places, places)
def test_it_says_the_text_and_nothing_else(text: str, marks: Marks, one: int, other: int) -> None:
    shown = Span(min(one, other, len(text) - 1), min(max(one, other) + 1, len(text)))
    found = Read(marked(text, marks, shown))
    assert found.text == visible(shown.of(text))
    assert not found.open
    assert {tag for tag, _ in found.found} <= set(NESTED)


TEXT = "Lee said she beat Bo Berg."
WHOLE = Span(0, len(TEXT))


def span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (Marks(), TEXT),
        (
            Marks(pieces=(Piece(span("beat"), "relation", "/s"),)),
            'Lee said she <a class="in" href="/s"><mark class="relation">beat</mark></a> Bo Berg.',
        ),
        (
            Marks(pieces=(Piece(span("beat Bo"), "relation", "/s"), Piece(span("Bo Berg"), "object", "/e"))),
            'Lee said she <a class="in" href="/s"><mark class="relation">beat </mark>'
            '<mark class="relation object">Bo</mark></a><a class="in" href="/e"><mark class="object"> Berg</mark></a>.',
        ),
        (
            Marks(blocks=(Block(span("Lee said"), "passage"), Block(span("said she"), "passage"))),
            '<span class="passage">Lee said she</span> beat Bo Berg.',
        ),
        (
            Marks(blocks=(Block(WHOLE, "unused", "no verb"), Block(span("Lee"), "passage"))),
            '<span class="passage">Lee</span><span class="unused" title="no verb"> said she beat Bo Berg.</span>',
        ),
        (
            Marks(notes=(Note(3, "claim-1", "#says_1", 1, "Claim 1"),), anchors={0: ("char=0,3",)}),
            '<span class="at" id="char=0,3"></span>Lee'
            '<a class="note" id="claim-1" href="#says_1" data-number="1" aria-label="Claim 1"></a>'
            " said she beat Bo Berg.",
        ),
    ],
    ids=["nothing", "one", "overlapping", "overlapping passages", "passage in what is not used", "note and anchor"],
)
def test_marked(marks: Marks, expected: str) -> None:
    assert marked(TEXT, marks, WHOLE) == expected


def test_of_two_relations_the_closer_one_is_the_link() -> None:
    pieces = (Piece(span("said she beat"), "relation", "/wide"), Piece(span("beat"), "relation", "/close"))
    assert '<a class="in" href="/close"><mark class="relation">beat</mark></a>' in marked(
        TEXT, Marks(pieces=pieces), WHOLE
    )
