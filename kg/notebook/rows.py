"""The rows that a SELECT gives."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from kg.notebook.values import Value, value
from kg.pages.tables import table
from kg.query import ResultTable
from kg.query.human import draw, readable

if TYPE_CHECKING:
    import pandas
    import polars

_SHOWN = 50


class Rows(Sequence[dict[str, Value]]):
    """Each row by its columns, with values of Python. `print` and notebooks show them as a table."""

    def __init__(self, found: ResultTable, prefixes: Mapping[str, str]) -> None:
        self.columns = found.columns
        self.table = found
        self._prefixes = prefixes

    def __len__(self) -> int:
        return len(self.table.rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Value]: ...

    @overload
    def __getitem__(self, index: slice) -> "Rows": ...

    def __getitem__(self, index: int | slice) -> "dict[str, Value] | Rows":
        if isinstance(index, slice):
            return Rows(ResultTable(self.columns, self.table.rows[index]), self._prefixes)
        return dict(zip(self.columns, map(value, self.table.rows[index]), strict=True))

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (self[i] for i in range(len(self)))

    def column(self, name: str) -> list[Value]:
        """The values of one column. A `KeyError` names those that there are."""
        if name not in self.columns:
            raise KeyError(f"no column {name!r}: there are {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [value(row[place]) for row in self.table.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """Whole numbers stay whole where some are missing. Needs pandas, which kg does not install."""
        import pandas as pd

        columns = {name: self.column(name) for name in self.columns}
        return pd.DataFrame(columns, columns=list(self.columns)).convert_dtypes()

    def to_polars(self) -> "polars.DataFrame":
        """Needs polars, which kg does not install."""
        import polars as pl

        # A column of a graph may hold texts and numbers side by side, which polars would refuse.
        return pl.DataFrame({name: _of_one_kind(self.column(name)) for name in self.columns})

    def __repr__(self) -> str:
        return draw(self.table, self._prefixes, width=120).rstrip("\n")

    def _repr_html_(self) -> str:
        rows = [[readable(term, self._prefixes) for term in row] for row in self.table.rows[:_SHOWN]]
        return str(table(self.columns, rows, len(self)))


def _of_one_kind(values: list[Any]) -> list[Any]:
    kinds = {str if isinstance(one, str) else type(one) for one in values if one is not None}
    return values if len(kinds) == 1 and str not in kinds else [None if one is None else str(one) for one in values]
