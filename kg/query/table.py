"""Answers as tables: RDF terms in rows."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]
_Found = TypeVar("_Found")


class TooMany(QueryError):
    """The answer has more rows or triples than are wanted."""


@dataclass(frozen=True, slots=True)
class ResultTable:
    """What SELECT found, a term or nothing in each cell; or, without columns, whether ASK found anything."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None

    @classmethod
    def of(cls, found: ox.QuerySolutions | ox.QueryBoolean, most: int | None = None) -> Self:
        """Uses up the solutions, and keeps their order. More rows than `most` are a `TooMany`."""
        if isinstance(found, ox.QueryBoolean):
            return cls(boolean=bool(found))
        return cls(tuple(variable.value for variable in found.variables), tuple(map(tuple, at_most(most, found))))

    def sorted(self) -> Self:
        """By the first column, then the second …; nothing first, then literals, blank nodes, IRIs, as text."""
        return type(self)(self.columns, tuple(sorted(self.rows, key=_texts)), self.boolean)

    def to_oxigraph(self) -> ox.QuerySolutions | ox.QueryBoolean:
        """As Oxigraph gives answers, by way of TSV and JSON, which it reads without loss."""
        if self.boolean is not None:
            return ox.parse_query_results(json.dumps({"boolean": self.boolean}), ox.QueryResultsFormat.JSON)
        lines = ("\t".join(f"?{column}" for column in self.columns), *("\t".join(_texts(row)) for row in self.rows))
        return ox.parse_query_results("".join(f"{line}\n" for line in lines), ox.QueryResultsFormat.TSV)


def at_most(most: int | None, found: Iterable[_Found]) -> Iterator[_Found]:
    """Those found, or a `TooMany` where there are more."""
    for number, one in enumerate(found):
        if number == most:
            raise TooMany(f"the answer has more than {most:,} rows or triples: ask for less, or use LIMIT and OFFSET")
        yield one


def _texts(row: Row) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)
