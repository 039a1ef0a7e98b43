"""Questions in SPARQL: named ones from `queries/`, or the user's own; answers as tables or triples."""

from kg.query.formats import ResultFormat
from kg.query.library import Query, load_query, named_queries
from kg.query.run import Answer, run
from kg.query.table import ResultTable

__all__ = ["Answer", "Query", "ResultFormat", "ResultTable", "load_query", "named_queries", "run"]
