"""RDF terms as values of Python."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from kg.query.table import Term

Value = str | int | float | bool | date | Decimal | None
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_READ: Final[Mapping[str, Callable[[str], Value]]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": Decimal,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
    f"{_XSD}boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    f"{_XSD}date": date.fromisoformat,
}


class IRI(str):
    """A text that is the name of a node."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{self}>"


def value(term: Term | None) -> Value:
    """IRIs as `IRI`, numbers, truths and whole days as such, all else as text: also a date that is but a month.

    >>> value(ox.Literal("101", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")))
    101
    >>> value(ox.Literal("2018-11", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")))
    '2018-11'
    """
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    try:
        return _READ.get(term.datatype.value, str)(term.value)
    except (ValueError, ArithmeticError, KeyError):  # "ten"^^xsd:integer may stand in a graph
        return term.value
