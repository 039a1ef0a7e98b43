"""What users type for a parameter, as terms."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ids import KG
from kg.model import Status
from kg.pages.words import printable
from kg.query.library import Query
from kg.query.names import Names
from kg.query.parameters import Kind, Parameter, bound, parameters

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def narrowed(query: Query, given: Mapping[str, str], names: Names) -> Query:
    """The query with the parameters that are given, by name. Others keep their default.

    Raises `UnknownName` for a name that the store does not have, and `QueryError` for a value that it cannot be.
    """
    known = {parameter.name: parameter for parameter in parameters(query)}
    if unknown := sorted(given.keys() - known.keys()):
        raise QueryError(f"{query.name} has no parameter {unknown[0]}: give one of {', '.join(known) or 'none'}")
    if missing := [one.option for one in known.values() if one.required and one.name not in given]:
        raise QueryError(f"{query.name} needs {' and '.join(missing)}: give it a value")
    return bound(query, {name: term(known[name], text, names) for name, text in given.items()})


def term(parameter: Parameter, text: str, names: Names) -> ox.NamedNode | ox.Literal:
    """Raises as `narrowed` does."""
    if not text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _wrong(parameter, text, "text in UTF-8")
    match parameter.kind:
        case Kind.ENTITY:
            return names.entity(text)
        case Kind.RELATION:
            return names.relation(text)
        case Kind.SOURCE:
            return names.source(text)
        case Kind.STATUS:
            return _status(parameter, text)
        case Kind.SINCE | Kind.UNTIL:
            return ox.Literal(_day(parameter, text))
        case Kind.NUMBER:
            return _number(parameter, text)
        case Kind.TEXT:
            return ox.Literal(text)


def _status(parameter: Parameter, text: str) -> ox.NamedNode:
    known = {status.casefold(): ox.NamedNode(KG + status) for status in Status}
    if text.casefold() not in known:
        raise _wrong(parameter, text, f"a status: {', '.join(Status)}")
    return known[text.casefold()]


def _number(parameter: Parameter, text: str) -> ox.Literal:
    try:
        return ox.Literal(int(text))
    except ValueError as error:
        raise _wrong(parameter, text, "a whole number") from error


def _day(parameter: Parameter, text: str) -> str:
    """As ISO dates compare as text: a month stands before its days, so the last of them bounds it."""
    try:
        year, month, day = (int(part) if part else None for part in _parts(text))
        date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise _wrong(parameter, text, "a date: 2018, 2018-11 or 2018-11-22") from error
    if parameter.kind is Kind.SINCE or day:
        return text
    last = calendar.monthrange(year or 0, month or 12)[1]
    return f"{text}-{last}" if month else f"{text}-12-{last}"


def _parts(text: str) -> tuple[str | None, ...]:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    return found.groups()


def _wrong(parameter: Parameter, text: str, what: str) -> QueryError:
    return QueryError(f"{parameter.option}: “{printable(text)}” is not {what}")
