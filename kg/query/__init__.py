"""Questions in SPARQL: named ones from `queries/`, or the user's own; answers as tables or triples."""

from kg.query.formats import ResultFormat
from kg.query.hints import hints
from kg.query.library import Query, load_query, named_queries, query_names
from kg.query.names import Names
from kg.query.parameters import Kind, Parameter, parameters
from kg.query.run import Answer, run
from kg.query.schema import schema
from kg.query.table import ResultTable, TooMany
from kg.query.values import narrowed

__all__ = [
    "Answer",
    "Kind",
    "Names",
    "Parameter",
    "Query",
    "ResultFormat",
    "ResultTable",
    "TooMany",
    "hints",
    "load_query",
    "named_queries",
    "narrowed",
    "parameters",
    "query_names",
    "run",
    "schema",
]
