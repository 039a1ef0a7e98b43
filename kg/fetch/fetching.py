"""Addresses → files in a folder: one that fails stops no other."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.fetch import feeds
from kg.fetch.limits import Limits, Refused
from kg.fetch.pages import Page, Pages
from kg.fetch.saving import bytes_of, file_of, save


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as a file; `new` where the file was not there before with these bytes."""

    address: str
    file: Path
    new: bool


@dataclass(frozen=True, slots=True)
class Fetched:
    """`refused`: addresses and why they gave no file; `left`: of how many pages more feeds told than are taken."""

    saved: tuple[Saved, ...]
    refused: tuple[tuple[str, str], ...]
    left: int = 0


class _Fetching:
    def __init__(self, folder: Path, limits: Limits, sleep: Callable[[float], None]) -> None:
        self.saved: list[Saved] = []
        self.refused: list[tuple[str, str]] = []
        self.left = 0
        self._folder = folder
        self._limits = limits
        self._pages = Pages(limits, sleep)

    def take(self, addresses: Iterable[str], *, feeds_too: bool = True) -> None:
        for address in dict.fromkeys(addresses):
            try:
                self._take(address, feeds_too=feeds_too)
            except Refused as reason:
                self.refused.append((address, str(reason)))

    def _take(self, address: str, *, feeds_too: bool) -> None:
        page = self._pages.get(address)
        if feeds_too and page.kind in feeds.KINDS:
            self.take(self._entries(page), feeds_too=False)
            return
        file = file_of(address, page, self._folder)
        self.saved.append(Saved(address, file, save(file, bytes_of(page))))

    def _entries(self, page: Page) -> Iterator[str]:
        found = feeds.entries(page)
        if not found:
            raise Refused("is a feed that lists no page; look at it")
        self.left += max(0, len(found) - self._limits.pages)
        yield from found[: self._limits.pages]


def fetch(
    addresses: Iterable[str], folder: Path, limits: Limits, sleep: Callable[[float], None] = time.sleep
) -> Fetched:
    """Writes a file for each page at the addresses, and for the pages of those that are feeds, into the folder.

    `sleep` waits between two requests to one host. Raises `OSError` where a file cannot be written.
    """
    fetching = _Fetching(folder, limits, sleep)
    fetching.take(addresses)
    return Fetched(tuple(fetching.saved), tuple(fetching.refused), fetching.left)
