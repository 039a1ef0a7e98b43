"""`kg fetch`: pages of the web as files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Kg
from tests.fetch.site import Site, page, serving
from tests.read.pages import page as article


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.held["/feed"] = page(b"<rss><item><link>/a</link></item><item><link>/b</link></item></rss>", "text/xml")
        site.held["/a"] = page(article().encode())
        yield site


OPEN = ("--allow-private", "--delay", "0")


def test_pages_are_saved_and_loaded_like_any_others(site: Site, here: Path, kg: Kg) -> None:
    found = kg("fetch", site("/feed"), "--into", "articles", *OPEN)
    assert (found.code, found.out) == (3, "Saved 1 page in articles, 1 refused.\n")
    assert found.stderr.startswith(f"kg: {site('/b')}: is answered with 404 Not Found; ")
    loaded = kg("load", "articles", "-v")
    assert loaded.out.startswith("Read 1 article.\n  articles/127-0-0-1-")
    assert kg("query", "SELECT ?link { ?article dcterms:identifier ?link }", "--format", "csv").out.split() == [
        "link",
        "https://example.com/bridge?id=1",
    ]


def test_what_is_there_already_is_counted(site: Site, here: Path, kg: Kg) -> None:
    kg("fetch", site("/a"), "--into", "articles", *OPEN)
    found = kg("fetch", site("/a"), "--into", "articles", *OPEN, "-v")
    assert found.out.startswith("Saved 0 pages in articles, 1 as before.\n  articles/127-0-0-1-")


def test_what_a_feed_lists_beyond_the_limit_is_told(site: Site, here: Path, kg: Kg) -> None:
    found = kg("fetch", site("/feed"), "--into", "articles", "--max", 1, *OPEN)
    assert found.code == 0
    assert found.out.endswith("Feeds list 1 more: --max takes them.\n")


def test_where_nothing_can_be_saved_that_is_a_failure(site: Site, here: Path, kg: Kg) -> None:
    found = kg("fetch", site("/a"), "--into", "articles")
    assert found.code == 4
    assert "--allow-private allows that" in found.stderr
    assert site.asked == []
    assert not (here / "articles").exists()


def test_a_folder_that_cannot_be_written_is_told(site: Site, here: Path, kg: Kg) -> None:
    (here / "articles").write_text("")
    found = kg("fetch", site("/a"), "--into", "articles", *OPEN)
    assert found.code == 1
    assert "cannot write into articles" in found.stderr
