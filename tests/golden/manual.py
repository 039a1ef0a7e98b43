"""The manual of the named queries: what each asks, and how its answer over the seeds begins."""

from collections.abc import Iterable, Mapping
from textwrap import shorten

from kg.query import Query, ResultTable, parameters
from kg.query.human import readable
from tests.golden.examples import worked

_ROWS = 4
_WIDTH = 72
_OPENING = """\
# The questions that come with kg

    kg ask                                    lists them by group
    kg ask NAME --help                        shows how one can be narrowed down
    kg ask NAME --about Russia --format csv
    kg ask mine.rq --about Russia             a question of your own
    kg query NAME                             the same without options

Each is a file of SPARQL in `queries/`, to be used as it is or to be copied and changed. Its header says what it
answers, and any engine of SPARQL 1.1 runs it as it stands:

    # title: Who said what                    # group: What it is listed with
    # description: One sentence or more.      # columns: speaker, sentence
    # param: about (entity): Whom or what the saying is about.
    # example: --about Russia

A parameter has one of the types entity, relation, source, status, since and until (dates), text and number, with
`, required` behind it if it must be given. In the query `VALUES ?about { UNDEF }` takes its value or has the default.
Entities go by any of their names in any case, or by IRI; dates are days, months or years (`--until 2018` ends with its
last day), and articles without a date are in neither. Values come into the query as RDF terms, never as text.

Where a row has a `sentence`, it is backed by this one sentence of one article: what two sentences say makes two rows.
Rows on somebody or something with a name come first, then those about others ("several senators"), then those where the
sentence does not say who.

Columns that most answers share:

* `subject`, `relation`, `object`: who does what to whom; empty where the sentence does not say. A "not" before the
  relation denies it.
* `detail`: the office, charge or sentence, or what was said, feared or asked for, where it is given.
* `speaker`: whom the article cites, by name or in its own words ("experts", "allegedly").
* `status`: Reported (the article says so itself), Attributed (somebody whom it cites does), Denied (said not to be so),
  Anticipated (expected, possible or feared), Tentative (we may have misread it).
* `source`: the file of the article; `sentence`: where it says so, with each run of white space made one space.

The excerpts are of the graph that `kg build seeds` makes, without the columns that would be empty in them; of questions
with a required parameter, they answer the example.
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
            *_options(query),
            *_excerpt(table, prefixes),
            "",
            f"({min(_ROWS, len(table.rows))} of {len(table.rows)} rows)",
            "",
        ]
    )


def _options(query: Query) -> Iterable[str]:
    for parameter in parameters(query):
        must = ", required" if parameter.required else f", default {parameter.default}" if parameter.default else ""
        yield f"* `{parameter.option}` ({parameter.kind}{must}): {parameter.description}"
    if options := worked(query):
        yield f"* `kg ask {query.name} {options}`"
    if parameters(query):
        yield ""


def _excerpt(table: ResultTable, prefixes: Mapping[str, str]) -> Iterable[str]:
    rows = [[_cell(readable(term, prefixes)) for term in row] for row in table.rows[:_ROWS]]
    columns = zip(table.columns, *rows, strict=True)
    filled = [(name, "---", *cells) for name, *cells in columns if any(cells)]
    return (f"| {' | '.join(cells)} |" for cells in zip(*filled, strict=True))


def _cell(text: str) -> str:
    return shorten(text, _WIDTH, placeholder=" …").replace("|", r"\|").replace("<", "&lt;").replace("*", r"\*")
