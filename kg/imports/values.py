"""Values of relations → literals and qualifiers, each in the one form that the graph has for it."""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from kg.errors import UnusableInput
from kg.imports.schema import details, quoted
from kg.model import Literal, Qualifier
from kg.ontology import load_ontology

Given = str | int | float
_DATES: Final = {
    "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "{}"),
    "gYearMonth": (r"[0-9]{4}-[0-9]{2}", "{}-01"),
    "gYear": (r"[0-9]{4}", "{}-01-01"),
    "gMonthDay": (r"--[0-9]{2}-[0-9]{2}", "2000-{}"),
    "gMonth": (r"--[0-9]{2}", "2000-{}-01"),
}
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_LONGEST: Final = 2_000


def date(text: str, grains: tuple[str, ...] = tuple(_DATES)) -> Literal:
    """A day, a month or a year, with the grain that it has. Raises `UnusableInput`."""
    for grain, (form, whole) in _DATES.items():
        if grain in grains and re.fullmatch(form, text):
            try:
                datetime.date.fromisoformat(whole.format(text.removeprefix("--")))
            except ValueError:
                break
            return Literal(text, grain)
    raise UnusableInput(f"{quoted(text)} is no date; write 2018-11-22, 2018-11 or 2018")


def literal(value: Given, datatype: str | None = None) -> Literal:
    """A value with its datatype, which is that of JSON if none is given. Raises `UnusableInput`."""
    if datatype is None:
        datatype = "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "decimal"
    if datatype in _DATES:
        return date(str(value), (datatype,))
    return Literal(_FORMS[datatype](value), datatype)


def _string(value: Given) -> str:
    text = str(value).strip()
    if not text or len(text) > _LONGEST or "\0" in text:
        raise UnusableInput(f"the value {quoted(text)} is empty or too long; give 1 to {_LONGEST:,} characters")
    return text


def _integer(value: Given) -> str:
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    if not _INTEGER.fullmatch(text):
        raise UnusableInput(f"{quoted(text)} is no whole number")
    return str(int(text))


def _decimal(value: Given) -> str:
    text = value.strip() if isinstance(value, str) else f"{Decimal(repr(value)):f}"
    if not _DECIMAL.fullmatch(text):
        raise UnusableInput(f"{quoted(text)} is no number of at most 15 digits and 9 decimal places")
    number = Decimal(text).normalize()
    return f"{number:f}" if number else "0"


_FORMS: Final[Mapping[str, Callable[[Given], str]]] = {"string": _string, "integer": _integer, "decimal": _decimal}


def qualifier(name: str, value: Given, entity: Callable[[str, str], str]) -> Qualifier:
    """A detail of a relation; `entity` gives the local entity that is meant by an id. Raises `UnusableInput`."""
    if name not in details():
        raise UnusableInput(f"{quoted(name)} is no qualifier; use one of {', '.join(details())}")
    wanted = load_ontology().qualifiers[name].range
    if set(wanted) & set(load_ontology().kinds):
        return Qualifier(name, entity(str(value), name))
    if set(wanted) & set(_DATES):
        return Qualifier(name, date(str(value)))
    return Qualifier(name, _fitting(name, value, wanted))


def _fitting(name: str, value: Given, wanted: tuple[str, ...]) -> Literal:
    """By the first datatype that the value can have, numbers first."""
    for datatype in ("integer", "decimal", "string"):
        if datatype in wanted and not (datatype == "string" and not isinstance(value, str)):
            try:
                return literal(value, datatype)
            except UnusableInput:
                continue
    raise UnusableInput(f"{name} cannot be {quoted(str(value))}; it takes {' or '.join(sorted(wanted))}")
