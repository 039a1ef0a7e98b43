"""Tables for people: IRIs as prefixed names, literals as their text, nothing that could steer a terminal."""

import io
import unicodedata
from collections.abc import Mapping

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.query.table import ResultTable, Term


def draw(table: ResultTable, prefixes: Mapping[str, str], width: int) -> str:
    """Lines of at most `width` characters; "yes" or "no" for ASK."""
    if table.boolean is not None:
        return "yes\n" if table.boolean else "no\n"
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in table.columns:
        drawn.add_column(Text(column))
    for row in table.rows:
        drawn.add_row(*(Text(readable(term, prefixes)) for term in row))
    console = Console(file=io.StringIO(), width=width, color_system=None)
    with console.capture() as captured:
        console.print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


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
