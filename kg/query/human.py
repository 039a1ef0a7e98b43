"""Tables for people: IRIs as prefixed names, literals as their text, nothing that could steer a terminal."""

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

import pyoxigraph as ox
from rich.cells import cell_len, set_cell_size

from kg.query.table import ResultTable, Term

_SENTENCE = 60
"""A column with cells longer than this holds sentences: they stand below their row, over the whole width."""
_GAP, _INDENT = "   ", "    "
_WIDEST, _NARROWEST = 30, 4


def draw(table: ResultTable, prefixes: Mapping[str, str], width: int) -> str:
    """Lines of at most `width` columns where that is possible; "yes" or "no" for ASK."""
    if table.boolean is not None:
        return "yes\n" if table.boolean else "no\n"
    rows = [[readable(term, prefixes) for term in row] for row in table.rows]
    longest = [max(map(cell_len, column), default=0) for column in zip(table.columns, *rows, strict=True)]
    short = [i for i, size in enumerate(longest) if size <= _SENTENCE] or list(range(len(longest)))
    widths = _fitting([min(longest[i], _WIDEST) if len(short) > 1 else longest[i] for i in short], width)
    below = [column for i, column in enumerate(table.columns) if i not in short]
    lines = [*_row([table.columns[i] for i in short], widths), *(_INDENT + column for column in below)]
    lines.append("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)))
    for row in rows:
        lines += _row([row[i] for i in short], widths)
        lines += [line for i, cell in enumerate(row) if i not in short for line in _below(cell, width)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _fitting(widths: list[int], width: int) -> list[int]:
    """The widest columns made narrower until all stand side by side."""
    while widths and sum(widths) + len(_GAP) * (len(widths) - 1) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue="") if any(wrapped) else [("",) * len(widths)]:
        yield _GAP.join(set_cell_size(part, width) for part, width in zip(parts, widths, strict=True))


def _below(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def readable(term: Term | None, prefixes: Mapping[str, str]) -> str:
    r"""A term on one line.

    >>> readable(ox.NamedNode("https://example.org/kg/entity/kim"), {"ent": "https://example.org/kg/entity/"})
    'ent:kim'
    >>> readable(ox.Literal("one\n two\x1b[31m"), {})
    'one two�[31m'
    """
    match term:
        case None:
            return ""
        case ox.Literal():
            text = " ".join(term.value.split())
        case ox.NamedNode():
            text = _shortened(term.value, prefixes)
        case _:
            text = str(term)
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in {"Cc", "Cf"} else c for c in text)


def _shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = [(namespace, name) for name, namespace in prefixes.items() if iri.startswith(namespace)]
    namespace, name = max(fitting, default=("", ""), key=lambda pair: len(pair[0]))
    return f"{name}:{iri[len(namespace) :]}" if namespace else iri
