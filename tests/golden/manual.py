"""The manual of the named queries: what each asks, and how its answer over the seeds begins."""

from collections.abc import Iterable, Mapping
from textwrap import shorten

from kg.query import Query, ResultTable
from kg.query.human import readable

_ROWS = 4
_WIDTH = 72
_OPENING = """\
# The questions that come with kg

    kg query NAME --store out/store
    kg query NAME --store out/store --format csv

Each is a file of SPARQL in `queries/`, to be copied and changed. A row is backed by one sentence of one article, which
stand in the last two columns; what two sentences say makes two rows. Rows about somebody or something with a name come
first, then those about others ("several senators"), then those where the sentence does not say who.

The excerpts are of the graph that `kg build seeds` makes. Columns that most answers share:

| column | what it holds |
|---|---|
| `subject`, `relation`, `object` | who does what to whom; empty where the sentence does not say. "not" before a relation denies it |
| `detail` | the office, charge or sentence, or what was said, feared or asked for, where the sentence gives it |
| `speaker` | whom the article cites: by name, or in its own words ("experts", "allegedly") |
| `status` | `Reported`: the article says so itself. `Attributed`: somebody whom it cites does. `Denied`: said not to be so. `Anticipated`: expected, possible or feared. `Tentative`: we may have misread it |
| `source` | the file of the article |
| `sentence` | where it says so, with white space made single |
"""


def manual(answers: Iterable[tuple[Query, ResultTable]], prefixes: Mapping[str, str]) -> str:
    """Markdown, a chapter for each query."""
    return "\n".join([_OPENING, *(_chapter(query, table, prefixes) for query, table in answers)])


def _chapter(query: Query, table: ResultTable, prefixes: Mapping[str, str]) -> str:
    shown = [[_cell(readable(term, prefixes)) for term in row] for row in table.rows[:_ROWS]]
    columns = [f"`{column}`" for column in query.columns]
    lines = [_line(columns), _line(["---"] * len(columns)), *map(_line, shown)]
    count = f"{len(table.rows)} rows, of which {len(shown)}:" if len(table.rows) > len(shown) else "All rows:"
    return "\n".join([f"## {query.name}: {query.title}", "", query.description, "", count, "", *lines, ""])


def _cell(text: str) -> str:
    return shorten(text, _WIDTH, placeholder=" …").replace("|", r"\|").replace("<", "&lt;").replace("*", r"\*")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
