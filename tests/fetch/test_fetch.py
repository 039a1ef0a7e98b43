import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.fetch import Fetched, Limits, addresses, fetch
from kg.read import documents, find
from kg.settings import Settings
from tests.fetch.site import CERTIFICATE, Site, moved, page, serving, stream
from tests.read.pages import page as article
from tests.read.printed import column, printed

HTML = article().encode()
PDF = printed([column(["The council said on Monday that the bridge would be open", "to all by the end of the week."])])
QUICK = Limits(size=300_000, seconds=20, delay=0, private=True)


def fetched(folder: Path, *asked: str, limits: Limits = QUICK) -> Fetched:
    return fetch(asked, folder, limits, sleep=lambda _: None)


def reason(folder: Path, address: str, limits: Limits = QUICK) -> str:
    found = fetched(folder, address, limits=limits)
    assert not found.saved
    assert not list(folder.rglob("*.*"))
    ((refused, why),) = found.refused
    assert refused == address
    assert "\n" not in why
    return why


KINDS = [
    ("/news/bridge.html", page(HTML), ".html"),
    ("/news/bridge", page(HTML, "Text/HTML; charset=utf-8"), ".html"),
    ("/bridge?id=1", page(HTML, "application/xhtml+xml"), ".html"),
    ("/", page(b"The bridge opens.", "text/plain"), ".txt"),
    ("/bridge.pdf", page(PDF, "application/pdf"), ".pdf"),
]


@pytest.mark.parametrize(("path", "answer", "suffix"), KINDS)
def test_a_page_becomes_a_file_that_can_be_loaded(
    path: str, answer: tuple[int, dict[str, str], bytes], suffix: str, site: Site, tmp_path: Path
) -> None:
    site.held[path] = answer
    (saved,) = fetched(tmp_path / "into", site(path)).saved
    assert (saved.new, saved.file.suffix) == (True, suffix)
    (source,) = find([str(tmp_path / "into")])
    assert source.path == saved.file
    assert list(documents(source, Settings()))


def test_the_same_page_is_the_same_file_and_another_takes_its_place(site: Site, tmp_path: Path) -> None:
    site.held["/a"] = page(HTML)
    (first,) = fetched(tmp_path, site("/a")).saved
    (again,) = fetched(tmp_path, site("/a")).saved
    assert (again.file, again.new) == (first.file, False)
    site.held["/a"] = page(HTML + b" ")
    (other,) = fetched(tmp_path, site("/a")).saved
    assert (other.file, other.new) == (first.file, True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [first.file]


def test_addresses_that_differ_are_files_that_differ(site: Site, tmp_path: Path) -> None:
    paths = ["/a", "/A", "/a/", "/a?b=1", "/a?b=2", "/../a", "/" + "a" * 300, "/" + "a" * 301]
    for path in paths:
        site.held[path] = page(HTML)
    found = fetched(tmp_path, *map(site, paths))
    assert len({saved.file for saved in found.saved}) == len(paths) == len(found.saved)
    assert all(saved.file.resolve().is_relative_to(tmp_path.resolve()) for saved in found.saved)


ENCODINGS = [
    ("cp1252", "windows-1252", "Café “Bridge”"),
    ("utf-8", "utf-8", "Café “Bridge”"),
    ("koi8-r", "koi8-r", "Мост"),
]


@pytest.mark.parametrize(("encoding", "charset", "text"), ENCODINGS)
def test_what_the_server_says_of_the_encoding_is_not_lost(
    encoding: str, charset: str, text: str, site: Site, tmp_path: Path
) -> None:
    site.held["/a"] = page(text.encode(encoding), f'text/plain; charset="{charset}"')
    (saved,) = fetched(tmp_path, site("/a")).saved
    assert saved.file.read_text("utf-8-sig") == text


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "hex", "ascii"])
def test_bytes_that_are_not_in_it_stay_as_they_came(charset: str, site: Site, tmp_path: Path) -> None:
    site.held["/a"] = page(b"Caf\xe9", f"text/plain; charset={charset}")
    (saved,) = fetched(tmp_path, site("/a")).saved
    assert saved.file.read_bytes() == b"Caf\xe9"


def test_redirects_are_followed(site: Site, tmp_path: Path) -> None:
    site.held |= {"/a": moved("b"), "/b": moved(site("/c"), 301), "/c": page(HTML)}
    (saved,) = fetched(tmp_path, site("/a")).saved
    assert saved.file.read_bytes() == HTML
    assert site.asked == ["/robots.txt", "/a", "/b", "/c"]


REDIRECTS = [
    ("file:///etc/passwd", "is no address of the web"),
    ("ftp://127.0.0.1/", "is no address of the web"),
    ("http://ann:word@127.0.0.1/", "has a name or password in it"),
    ("/a", "leads from one address to another more than 5 times"),
    ("http://127.0.0.2:1/", "is on this machine or a network that is not public"),
]


@pytest.mark.parametrize(("target", "why"), REDIRECTS)
def test_each_address_on_the_way_is_looked_at(
    target: str, why: str, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_is_public", lambda place: place == "127.0.0.1")
    site.held["/a"] = moved(target)
    assert reason(tmp_path, site("/a"), Limits(seconds=20, delay=0)).startswith(why)


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, tmp_path: Path) -> None:
    assert "--allow-private allows that" in reason(tmp_path, site("/a"), Limits())
    assert site.asked == []


def endless(piece: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return pieces


BOMB = gzip.compress(b" " * 50_000_000)
LARGE = [
    ("a body without end", stream(endless(b"word " * 1_000))),
    ("more than was told", page(b"a" * 400_000)),
    ("packed", page(BOMB, content_encoding="gzip")),
    ("packed otherwise", page(zlib.compress(b" " * 50_000_000), content_encoding="deflate")),
]


@pytest.mark.parametrize(("what", "answer"), LARGE)
def test_what_is_too_large_is_refused(
    what: str, answer: tuple[int, dict[str, str], bytes], site: Site, tmp_path: Path
) -> None:
    site.held["/a"] = answer
    assert reason(tmp_path, site("/a")).startswith("is larger than 300,000 bytes")


def test_what_is_packed_and_not_too_large_is_unpacked(site: Site, tmp_path: Path) -> None:
    site.held["/a"] = page(gzip.compress(HTML), content_encoding="gzip")
    (saved,) = fetched(tmp_path, site("/a")).saved
    assert saved.file.read_bytes() == HTML


def test_servers_that_trickle_are_left(site: Site, tmp_path: Path) -> None:
    def slowly() -> Iterator[bytes]:
        while not site.stop.wait(0.05):
            yield b"a"

    def silently() -> Iterator[bytes]:
        site.stop.wait()
        yield b""

    site.held["/a"] = stream(slowly)
    site.held["/b"] = stream(silently)
    slow = Limits(seconds=0.5, delay=0, private=True)
    for path in ("/a", "/b"):
        assert reason(tmp_path, site(path), slow).startswith("takes longer than 0.5 seconds")


@pytest.mark.parametrize("trusted", [True, False])
def test_a_server_must_show_who_it_is(trusted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(CERTIFICATE) as site:
        site.held["/a"] = page(HTML)
        if trusted:
            assert len(fetched(tmp_path, site("/a")).saved) == 1
        else:
            assert reason(tmp_path, site("/a")).startswith("has no connection that could be trusted (")


def test_a_server_that_speaks_no_tls_is_refused(site: Site, tmp_path: Path) -> None:
    why = reason(tmp_path, site("/a").replace("http:", "https:"))
    assert why.startswith("has no connection that could be trusted (")


BROKEN = [
    ("cut off", page(HTML, content_length="999999"), "was cut off"),
    ("packed and cut off", page(gzip.compress(HTML)[:-20], content_encoding="gzip"), "was cut off"),
    ("not packed as told", page(HTML, content_encoding="gzip"), "gives no answer that could be read"),
    ("packed in an unknown way", page(HTML, content_encoding="br"), "is packed in a way that was not asked for (br)"),
    ("a picture", page(b"GIF89a", "image/gif"), "is image/gif, not a page, a feed, text or PDF"),
    ("of no kind", page(HTML, ""), "is of no kind that is told"),
    ("missing", (404, {"content-length": "0"}, b""), "is answered with 404 Not Found"),
    ("of no known status", (799, {"content-length": "0"}, b""), "is answered with 799"),
    ("moved to nowhere", (302, {"content-length": "0"}, b""), "leads from one address to another"),
]


@pytest.mark.parametrize(("what", "answer", "why"), BROKEN)
def test_what_is_no_page_is_refused_in_one_line(
    what: str, answer: tuple[int, dict[str, str], bytes], why: str, site: Site, tmp_path: Path
) -> None:
    site.held["/a"] = answer
    assert reason(tmp_path, site("/a")).startswith(why)


def test_one_that_fails_stops_no_other(site: Site, tmp_path: Path) -> None:
    site.held["/b"] = page(HTML)
    found = fetched(tmp_path, site("/a"), "nonsense", site("/b"), "http://127.0.0.1:1/")
    assert [saved.address for saved in found.saved] == [site("/b")]
    assert [address for address, _ in found.refused] == [site("/a"), "nonsense", "http://127.0.0.1:1/"]


ROBOTS = [
    ("User-agent: *\nDisallow: /a", "is not for programs"),
    ("User-agent: kg\nDisallow: /", "is not for programs"),
    ("User-agent: other\nDisallow: /", None),
    ("User-agent: *\nDisallow: /b", None),
    ("\0\xff nonsense", None),
]


@pytest.mark.parametrize(("rules", "why"), ROBOTS)
def test_what_robots_txt_forbids_is_left(rules: str, why: str | None, site: Site, tmp_path: Path) -> None:
    site.held |= {"/robots.txt": page(rules.encode("latin-1"), "text/plain"), "/a": page(HTML)}
    if why:
        assert reason(tmp_path, site("/a")).startswith(why)
        assert site.asked == ["/robots.txt"]
    else:
        assert len(fetched(tmp_path, site("/a")).saved) == 1


def test_a_host_that_cannot_say_what_it_forbids_is_left(site: Site, tmp_path: Path) -> None:
    site.held |= {"/robots.txt": (503, {"content-length": "0"}, b""), "/a": page(HTML)}
    assert reason(tmp_path, site("/a")).startswith("has a host whose robots.txt cannot be had (503)")


def test_a_host_is_asked_for_its_rules_once_and_not_too_often(site: Site, tmp_path: Path) -> None:
    site.held |= {path: page(HTML) for path in ("/a", "/b")}
    site.held["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 7\nDisallow:", "text/plain")
    waits: list[float] = []
    fetch([site("/a"), site("/b")], tmp_path, Limits(delay=3, private=True), waits.append)
    assert site.asked == ["/robots.txt", "/a", "/b"]
    assert [round(wait) for wait in waits] == [7, 7]
    assert all(agent.startswith("kg ") for agent in site.agents)
