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

Each is a file of SPARQL in `queries/`, to be used as it is or to be copied and changed. But for `entities` and
`changes`, a row is backed by one sentence of one article, which it holds: what two sentences say makes two rows. Rows
on somebody or something with a name come first, then those about others ("several senators"), then those where the
sentence does not say who.

Columns that most answers share:

* `subject`, `relation`, `object`: who does what to whom; empty where the sentence does not say. A "not" before the
  relation denies it.
* `detail`: the office, charge or sentence, or what was said, feared or asked for, where it is given.
* `speaker`: whom the article cites, by name or in its own words ("experts", "allegedly").
* `status`: Reported (the article says so itself), Attributed (somebody whom it cites does), Denied (said not to be so),
  Anticipated (expected, possible or feared), Tentative (we may have misread it).
* `source`: the file of the article; `sentence`: where it says so, with each run of white space made one space.

The excerpts are of the graph that `kg build seeds` makes, without the columns that would be empty in them.
"""


def manual(answers: Iterable[tuple[Query, ResultTable]], prefixes: Mapping[str, str]) -> str:
    """Markdown, a chapter for each query."""
    return "\n".join([_OPENING, *(_chapter(query, table, prefixes) for query, table in answers)])


def _chapter(query: Query, table: ResultTable, prefixes: Mapping[str, str]) -> str:
    columns = ", ".join(f"`{column}`" for column in query.columns)
    return "\n".join(
        [
            f"## {query.name}: {query.title}",
            "",
            query.description,
            "",
            f"Columns: {columns}",
            "",
            *_excerpt(table, prefixes),
            "",
            f"({min(_ROWS, len(table.rows))} of {len(table.rows)} rows)",
            "",
        ]
    )


def _excerpt(table: ResultTable, prefixes: Mapping[str, str]) -> Iterable[str]:
    rows = [[_cell(readable(term, prefixes)) for term in row] for row in table.rows[:_ROWS]]
    columns = zip(table.columns, *rows, strict=True)
    filled = [(name, "---", *cells) for name, *cells in columns if any(cells)]
    return (f"| {' | '.join(cells)} |" for cells in zip(*filled, strict=True))


def _cell(text: str) -> str:
    return shorten(text, _WIDTH, placeholder=" …").replace("|", r"\|").replace("<", "&lt;").replace("*", r"\*")
