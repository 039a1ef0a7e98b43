"""Finds queries and reads the comment that they begin with.

The header of a query is the run of comment lines at its top, one field to a line; a line without a field continues the
one before, and other comments end it:

    # title: Who defeated whom
    # description: Every defeat that the articles report,
    #   with the votes where they are given.
    # columns: winner, loser, votes for
"""

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from kg.errors import QueryError
from kg.pages.nearest import nearest
from kg.resources import folder

_FIELD = re.compile(r"#\s*(?P<key>[a-z]+):\s*(?P<value>.*)")
_SPARQL = re.compile(r"[\s{]")
_MORE = re.compile(r"#\s+(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what it says of itself. `name`: what to call it in messages; `header`: (key, value) in order."""

    name: str
    text: str
    header: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        return self._first("title")

    @property
    def description(self) -> str:
        return self._first("description")

    @property
    def group(self) -> str:
        """What it is listed with."""
        return self._first("group")

    @property
    def example(self) -> str:
        """Options that are worth a try, as they are typed: `--about 'Ann Lee'`."""
        return self._first("example")

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(filter(None, (column.strip() for column in self._first("columns").split(","))))

    def _first(self, key: str) -> str:
        return next((value for found, value in self.header if found == key), "")


def load_query(name_or_path_or_text: str) -> Query:
    """A query of `queries/` by its name, else a file, else SPARQL itself. Raises `QueryError`."""
    named = _files()
    path = named.get(name_or_path_or_text, Path(name_or_path_or_text))
    try:
        return _read(name_or_path_or_text, path)
    except (OSError, ValueError) as error:
        if _SPARQL.search(name_or_path_or_text):
            return parse_query("the query", name_or_path_or_text)
        near = ", ".join(nearest(name_or_path_or_text, named))
        hint = f" (nearest: {near})" if near else ""
        raise QueryError(
            f"no query {name_or_path_or_text!r}{hint}: name a file, write SPARQL, or use one that `kg ask` lists"
        ) from error


def named_queries() -> tuple[Query, ...]:
    """All of `queries/`, sorted by name."""
    return tuple(_read(name, path) for name, path in _files().items())


def query_names() -> tuple[str, ...]:
    """Of `queries/`, sorted; none of the files is read."""
    return tuple(_files())


def parse_query(name: str, text: str) -> Query:
    r"""Reads the header; the text stays as it is.

    >>> parse_query("q", "# title: Who\n# description: Who\n#   says it.\nASK {} # columns: no").header
    (('title', 'Who'), ('description', 'Who says it.'))
    """
    header: list[tuple[str, str]] = []
    for line in takewhile(lambda line: line.startswith("#"), text.splitlines()):
        if field := _FIELD.fullmatch(line):
            header.append((field["key"], field["value"].strip()))
        elif header and (more := _MORE.fullmatch(line)):
            key, value = header[-1]
            header[-1] = (key, f"{value} {more['value'].strip()}")
    return Query(name, text, tuple(header))


def _files() -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder("queries").glob("*.rq"))}


def _read(name: str, path: Path) -> Query:
    try:
        return parse_query(name, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise QueryError(f"{name} is not UTF-8 text: name a file with a SPARQL query") from error
