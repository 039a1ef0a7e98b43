from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fetch import Limits, fetch
from kg.fetch.feeds import entries
from kg.fetch.limits import Refused
from kg.fetch.pages import Page
from tests.fetch.site import Site, page
from tests.read.pages import page as article

AT = "https://example.org/news/feed"
RSS = """<rss version="2.0"><channel><link>https://example.org/</link>
<item><title>One</title><link>https://example.org/1</link></item>
<item><link> /2 </link><guid>tag:x</guid></item>
<item><guid>https://example.org/3</guid></item>
<item><guid isPermaLink="false">4</guid></item>
<item><link>https://example.org/1</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/>
<entry><link rel="self" href="https://example.org/self"/><link rel="alternate" href="1"/></entry>
<entry><link href="https://example.org/2"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item><link>https://example.org/1</link></item></rdf:RDF>"""
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]><rss><item><link>https://example.org/&a9;</link></item></rss>'
OUTSIDE = (
    '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<rss><item><link>&a;</link></item><item><link>/1</link></item></rss>"
)


def listed(text: str | bytes) -> list[str]:
    body = text.encode() if isinstance(text, str) else text
    return list(entries(Page(AT, "application/xml", "", body)))


FEEDS = [
    ("RSS", RSS, ["https://example.org/1", "https://example.org/2", "https://example.org/3"]),
    ("Atom", ATOM, ["https://example.org/news/1", "https://example.org/2"]),
    ("RSS 1.0", RDF, ["https://example.org/1"]),
    (
        "an encoding",
        '<?xml version="1.0" encoding="utf-16"?>'.encode("utf-16") + RSS.encode("utf-16")[2:],
        ["https://example.org/1", "https://example.org/2", "https://example.org/3"],
    ),
    ("nothing in it", "<rss/>", []),
    ("entities from files", OUTSIDE, ["https://example.org/1"]),
]


@pytest.mark.parametrize(("what", "feed", "expected"), FEEDS)
def test_a_feed_lists_its_pages_in_its_order(what: str, feed: str | bytes, expected: list[str]) -> None:
    assert listed(feed) == expected


NONE = ["", "<rss>", "<html/>", "<?xml version='1.0'?><a/>", "nonsense", "<a>" * 100_000, BOMB]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"is XML (and no feed|that cannot be read); "):
        listed(text)


PIECES = st.sampled_from([*"<>&;/'\"", "<rss>", "</rss>", "<item>", "<link>", "href=", "&a;", "<![CDATA[", "<!DOCTYPE"])


@given(st.binary(max_size=80) | st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode()))
def test_any_bytes_give_a_list_or_a_refusal(data: bytes) -> None:
    try:
        found = listed(data)
    except Refused:
        return
    assert all(found)
    assert len(set(found)) == len(found)


def test_the_pages_of_a_feed_are_fetched_up_to_a_limit_and_no_feed_inside_it(site: Site, tmp_path: Path) -> None:
    items = "".join(f"<item><link>{path}</link></item>" for path in ("/1", "/2", "/feed", "/4", "/5"))
    site.held["/feed"] = page(f"<rss>{items}</rss>".encode(), "application/rss+xml")
    site.held |= {path: page(article().encode()) for path in ("/1", "/2", "/4", "/5")}
    limits = Limits(delay=0, pages=4, private=True)
    found = fetch([site("/feed")], tmp_path, limits, sleep=lambda _: None)
    assert [saved.address for saved in found.saved] == [site("/1"), site("/2"), site("/4")]
    ((refused, why),) = found.refused
    assert refused == site("/feed")
    assert why.startswith("is application/rss+xml, not a page")
    assert found.left == 1


def test_a_feed_that_lists_nothing_is_told(site: Site, tmp_path: Path) -> None:
    site.held["/feed"] = page(b"<rss/>", "application/rss+xml")
    found = fetch([site("/feed")], tmp_path, Limits(delay=0, private=True), sleep=lambda _: None)
    assert found.refused == ((site("/feed"), "is a feed that lists no page; look at it"),)
