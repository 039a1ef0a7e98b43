"""What may be asked more narrowly: the parameters of a query, as its header and its text declare them.

A line of the header gives type and meaning, and a VALUES clause the default, so that the query runs as it stands:

    # param: about (entity): Whom or what it concerns.
    # param: since (since): Only articles of this day and later.
    SELECT … { VALUES ?about { UNDEF } VALUES ?since { UNDEF } … }

UNDEF is a variable without a value: the query looks at it with BOUND. A required parameter must be given.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.library import Query

_DECLARED = re.compile(r"(?P<name>[a-z_]+) \((?P<kind>[a-z]+)(?P<required>, required)?\): (?P<description>.+)")
_VALUES = re.compile(r"VALUES \?(?P<name>[a-z_]+) \{ (?P<value>[^{}\s]+) \}")
_UNDEFINED = "UNDEF"


class Kind(StrEnum):
    """What a parameter takes; `SINCE` and `UNTIL` are dates, of which the first day counts, or the last."""

    ENTITY = "entity"
    RELATION = "relation"
    SOURCE = "source"
    STATUS = "status"
    SINCE = "since"
    UNTIL = "until"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default`: as it stands in the query, empty where the parameter is left out if it is not given."""

    name: str
    kind: Kind
    description: str
    required: bool
    default: str

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"

    @property
    def metavar(self) -> str:
        """What stands for a value in help."""
        return "DATE" if self.kind in (Kind.SINCE, Kind.UNTIL) else self.kind.upper()


def parameters(query: Query) -> tuple[Parameter, ...]:
    """In the order of the header. A `QueryError` for one that is declared wrongly."""
    defaults = {found["name"]: found["value"] for found in _VALUES.finditer(query.text)}
    return tuple(_parameter(query, line, defaults) for key, line in query.header if key == "param")


def _parameter(query: Query, line: str, defaults: Mapping[str, str]) -> Parameter:
    found = _DECLARED.fullmatch(line)
    if not found or found["kind"] not in {*Kind} or found["name"] not in defaults:
        raise QueryError(
            f"{query.name} declares a parameter wrongly ({line}): write `NAME (TYPE): what it means`, with one of the "
            f"types {', '.join(Kind)}, and `VALUES ?NAME {{ UNDEF }}` in the query"
        )
    default = defaults[found["name"]].replace(_UNDEFINED, "").strip('"')
    return Parameter(found["name"], Kind(found["kind"]), found["description"], bool(found["required"]), default)


def bound(query: Query, values: Mapping[str, ox.NamedNode | ox.Literal]) -> Query:
    r"""The query with these values for parameters, written by Oxigraph as terms, so that none is read as SPARQL.

    >>> bound(Query("q", "ASK { VALUES ?a { UNDEF } }"), {"a": ox.Literal('" } DROP')}).text
    'ASK { VALUES ?a { "\\" } DROP" } }'
    """

    # All in one pass: a value that looks like a VALUES clause is not looked at again.
    def written(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        return found[0] if value is None else f"VALUES ?{found['name']} {{ {value} }}"

    return replace(query, text=_VALUES.sub(written, query.text))
