from html.parser import HTMLParser

from kg.model import Status
from kg.pages.evidence import badge, panel, sentence
from kg.pages.lookup import Lookup
from kg.pages.receipt import receipts
from tests.pages.corpora import HOSTILE_NAMES, Corpus, hostile, small


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def panels(corpus: Corpus) -> str:
    lookup = Lookup.of(*corpus)
    return "".join(panel(receipts(statement, lookup)) for statement in corpus[0].statements)


def test_sentence_marks_subject_relation_and_object() -> None:
    corpus, graphs = small()
    statement = next(s for s in corpus.statements if s.relation == "defeated")
    own = receipts(statement, Lookup.of(corpus, graphs))[0]
    assert sentence(own).startswith(
        '<mark class="subject">Ann Lee</mark>, 57, <mark class="relation">beat</mark> <mark class="object">Bo '
    )


def test_hostile_words_are_text_only() -> None:
    found = Tags(panels(hostile()))
    assert found.tags <= {"figure", "blockquote", "figcaption", "mark", "span", "cite"}
    assert found.attributes == {"class"}
    assert all(name in found.text for name in HOSTILE_NAMES if name.isascii())


def test_badge() -> None:
    assert badge(Status.DENIED) == '<span class="status denied">Denied</span>'
