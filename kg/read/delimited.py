"""Tables of articles as CSV: columns by their names in the first row, between commas, semicolons, tabs or bars."""

import codecs
import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import UnusableInput
from kg.read.fields import Fields, name
from kg.read.lexicon import lexicon
from kg.read.lines import lines
from kg.read.row import NOT_UTF8, TOO_LONG, Row, broken

_WIDEST = 4  # bytes of a character
_DELIMITERS = ",;\t|"
_Line = tuple[int, bytes | None]


class _NoRow(Exception):
    """A line that can be part of no row; says why."""


class _Feed:
    """Lines for `csv.reader`, which knows those of the row that it is at and can give them again, as rows of their own.

    It does so once for each line: else a file full of quotes that nothing closes would take time by their square.
    """

    def __init__(self, found: Iterator[bytes | None], most: int) -> None:
        self._found: Iterator[_Line] = enumerate(found, 1)
        self._most = most
        self._again: deque[_Line] = deque()
        self._given_again = 0
        self.begin()

    def begin(self) -> None:
        self._row: list[_Line] = []
        self._size = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        number, line = self._again.popleft() if self._again else next(self._found)
        self._row.append((number, line))
        self._size += len(line or b"")
        if line is None or self._size > self._most:
            raise _NoRow(TOO_LONG)
        try:
            return (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).decode("utf-8")
        except UnicodeDecodeError:
            raise _NoRow(NOT_UTF8) from None

    def give_again(self) -> None:
        """All lines of the row but its first."""
        if self._row[0][0] > self._given_again:
            self._given_again = self._row[-1][0]
            self._again.extendleft(reversed(self._row[1:]))

    @property
    def place(self) -> str:
        first, last = self._row[0][0], self._row[-1][0]
        return f"line {first}" if first == last else f"lines {first}-{last}"


def rows(file: BinaryIO, most: int) -> Iterator[Row]:
    """A row for each that is not empty; `most` characters are a text at most.

    Raises `UnusableInput` where the first row names no column for texts. Behind a row that cannot be read, reading goes
    on with its second line.
    """
    csv.field_size_limit(max(csv.field_size_limit(), most))  # a limit of the whole process, and a low one
    longest = 2 * _WIDEST * (most + 1)
    feed = _Feed(lines(file, longest), longest)
    delimiter, header = _header(feed)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number = 0
    while True:
        feed.begin()
        try:
            values = next(reader)
        except StopIteration:
            return
        except (_NoRow, csv.Error) as error:
            number += 1
            yield broken(number, feed.place, str(error) if isinstance(error, _NoRow) else f"is no CSV ({error})")
            feed.give_again()
            continue
        number += bool(values)
        if len(values) == len(header):
            yield Row(number, feed.place, Fields(dict(zip(header, values, strict=True))))
        elif values:
            yield broken(number, feed.place, f"does not have the {len(header)} values of the first row")


def _header(feed: _Feed) -> tuple[str, list[str]]:
    """The delimiter by which the first line has most names that are known, and all of its names."""
    known = {known for names in lexicon()["fields"].values() for known in names}
    try:
        line = next(feed, "")
        found = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in _DELIMITERS}
    except (_NoRow, csv.Error) as error:
        raise UnusableInput(f"has a first row that cannot be read ({error}); name the columns there") from None
    delimiter = max(_DELIMITERS, key=lambda mark: len(known & set(map(name, found[mark]))))
    if not set(lexicon()["fields"]["text"]) & set(map(name, found[delimiter])):
        raise UnusableInput("names no column `text` in its first row; name the columns there")
    return delimiter, found[delimiter]
