import io
import sys
from collections.abc import Callable

import pytest

from kg.model import Document
from kg.read import Refused, documents, standard_input
from kg.settings import Settings
from tests.read.pages import page
from tests.read.printed import column, printed

TEXT = "The council said on Monday that the bridge would be open to all by the end of the week, weather permitting."
ROW = f'{{"text": "{TEXT}"}}\n'.encode()
CSV = f'id,text\n7,"{TEXT}"\n'.encode()
PDF = printed([column([TEXT[:60], TEXT[60:]])])


class Endless(io.RawIOBase):
    """Gives words without end, and counts them."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the only buffer that `io` hands out
        buffer[:] = (b"word " * (len(buffer) // 5 + 1))[: len(buffer)]
        self.given += len(buffer)
        return len(buffer)


class Trickle(io.RawIOBase):
    """Gives no more than three bytes at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the only buffer that `io` hands out
        piece, self._left = self._left[:3], self._left[3:]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Document | Refused]]:
    """What standard input with these bytes gives under a name."""

    def read(data: bytes | io.RawIOBase, name: str = "stdin") -> list[Document | Refused]:
        file = io.BufferedReader(Trickle(data) if isinstance(data, bytes) else data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        return list(documents(standard_input(name), Settings(max_characters=20_000)))

    return read


Piped = Callable[..., list[Document | Refused]]
KINDS = [
    ("text", TEXT.encode(), "stdin", "stdin"),
    ("a page", page().encode(), "stdin", "stdin"),
    ("PDF", PDF, "stdin", "stdin"),
    ("JSON Lines", ROW, "stdin", "stdin#1"),
    ("a table that its name tells", CSV, "wire.csv", "wire.csv#7"),
    ("a name with another dot", TEXT.encode(), "https://example.org/a.b", "https://example.org/a.b"),
    ("a page under an address", page().encode(), "https://example.org/news.php", "https://example.org/news.php"),
    ("text that its name tells", page().encode(), "page.txt", "page.txt"),
]


@pytest.mark.parametrize(("what", "data", "name", "source"), KINDS)
def test_the_name_or_the_first_bytes_tell_what_comes(
    what: str, data: bytes, name: str, source: str, piped: Piped
) -> None:
    (found,) = piped(data, name)
    assert isinstance(found, Document)
    assert found.sources == (source,)
    assert found.text.startswith("<!DOCTYPE" if name == "page.txt" else "The council said on Monday")


def test_no_more_is_read_than_an_article_can_have(piped: Piped) -> None:
    endless = Endless()
    (found,) = piped(endless)
    assert isinstance(found, Refused)
    assert found.reason.startswith("is longer than 20,000 characters")
    assert endless.given < 200_000


REFUSED = [
    ("nothing", b"", "is empty"),
    ("binary", b"GIF89a\0\1\2", "is binary"),
    ("cut off", PDF[:200], "is damaged, cut off, or no PDF file"),
]


@pytest.mark.parametrize(("what", "data", "reason"), REFUSED)
def test_what_is_no_article_is_refused(what: str, data: bytes, reason: str, piped: Piped) -> None:
    (found,) = piped(data)
    assert isinstance(found, Refused)
    assert found.reason.startswith(reason)


def test_input_that_is_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (found,) = documents(standard_input("stdin"), Settings())
    assert isinstance(found, Refused)
    assert found.reason.startswith("is closed; ")
