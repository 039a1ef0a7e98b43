"""Answers as tables: RDF terms in rows."""

import json
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """What SELECT found, a term or nothing in each cell; or, without columns, whether ASK found anything."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None

    @classmethod
    def of(cls, found: ox.QuerySolutions | ox.QueryBoolean) -> Self:
        """Uses up the solutions, and keeps their order."""
        if isinstance(found, ox.QueryBoolean):
            return cls(boolean=bool(found))
        return cls(tuple(variable.value for variable in found.variables), tuple(map(tuple, found)))

    def sorted(self) -> Self:
        """By the first column, then the second …; nothing first, then literals, blank nodes, IRIs, as text."""
        return type(self)(self.columns, tuple(sorted(self.rows, key=_texts)), self.boolean)

    def to_oxigraph(self) -> ox.QuerySolutions | ox.QueryBoolean:
        """As Oxigraph gives answers, by way of TSV and JSON, which it reads without loss."""
        if self.boolean is not None:
            return ox.parse_query_results(json.dumps({"boolean": self.boolean}), ox.QueryResultsFormat.JSON)
        lines = ("\t".join(f"?{column}" for column in self.columns), *("\t".join(_texts(row)) for row in self.rows))
        return ox.parse_query_results("".join(f"{line}\n" for line in lines), ox.QueryResultsFormat.TSV)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)
