"""Rows as a safe HTML table, for notebooks."""

from collections.abc import Sequence

from markupsafe import Markup

_TABLE = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}")
_HEAD, _ROW, _CELL = Markup('<th scope="col">{}</th>'), Markup("<tr>{}</tr>"), Markup("<td>{}</td>")
_REST = Markup("<p>{} of {} rows</p>")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], total: int) -> Markup:
    """`total`: how many rows there are, of which some are shown."""
    join = Markup("").join
    body = join(_ROW.format(join(map(_CELL.format, row))) for row in rows)
    rest = _REST.format(f"{len(rows):,}", f"{total:,}") if total > len(rows) else ""
    return _TABLE.format(join(map(_HEAD.format, columns)), body, rest)
