"""`kg export`: a store, or what is wanted of it, as a file."""

import re
import sys
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import complain
from kg.cli.files import receiving
from kg.cli.outdated import tell_versions
from kg.export import Format, NetworkFormat, Selection
from kg.model import Status
from kg.query import load_query
from kg.store import Store

_PACKED = (NetworkFormat.NEO4J, NetworkFormat.GEPHI)
_FORMATS: dict[str, Format | NetworkFormat] = {form.value: form for form in (*Format, *NetworkFormat)}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Written = Annotated[str, typer.Option("--format", metavar=f"[{'|'.join(_FORMATS)}]", help="How it is written.")]
WithText = Annotated[bool, typer.Option("--with-text", help="The articles' texts as well.")]
FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Entities and plain triples, without receipts.")]
Around = Annotated[str, typer.Option("--around", metavar="NAME", help="What is said of an entity.")]
Hops = Annotated[int, typer.Option("--hops", metavar="N", min=1, help="With --around: how many statements away.")]
Of = Annotated[list[str], typer.Option("--source", metavar="SOURCE", help="What an article says; may be repeated.")]
Having = Annotated[
    list[Status], typer.Option("--status", metavar="STATUS", help=f"{', '.join(Status)}; may be repeated.")
]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="From a year, month or day on (2018-11).")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Up to a year, month or day.")]
Asked = Annotated[str, typer.Option("--query", metavar="QUERY", help="What a CONSTRUCT, or a file of one, gives.")]
Without = Annotated[list[str], typer.Option("--without", metavar="NAME", help="Nothing of an entity; may be repeated.")]


def export(
    output: options.Output = "-",
    store: options.Store = options.DEFAULT_STORE,
    format: Written = Format.TURTLE,
    with_text: WithText = False,
    facts_only: FactsOnly = False,
    around: Around = "",
    hops: Hops = 1,
    source: Of = [],  # noqa: B006 - typer copies it
    status: Having = [],  # noqa: B006
    since: Since = "",
    until: Until = "",
    query: Asked = "",
    without: Without = [],  # noqa: B006
) -> None:
    """Write the graph, or what is wanted of it, to a file: as RDF, or as nodes and edges for programs that draw.

    Turtle and N-Triples hold the union of all graphs; TriG, N-Quads and JSON-LD keep a graph for each article. GraphML
    and GEXF have an edge for each statement; neo4j and gephi are ZIP files with nodes.csv and edges.csv. What is
    narrowed down keeps its receipts; what was left out is told.

    \b
    Examples:
      kg export -o graph.ttl
      kg export --format nquads | gzip > graph.nq.gz
      kg export --format gexf --facts-only -o graph.gexf
      kg export --around 'Ann Lee' --hops 2 --since 2018-11 -o lee.ttl
      kg export --without 'Ann Lee' --with-text -o graph.ttl
    """
    from kg.pipeline import Wanted, exported

    form = _format(format)
    _check(form, format, output, query, since, until)
    selection = Selection(around, hops, tuple(source), tuple(status), since, until)
    asked = load_query(query) if query else None
    tell_versions(store)
    with Store.reading(store) as opened:
        wanted = Wanted(form, with_text, facts_only, selection, tuple(without), asked)
        with receiving(output) as out:
            notes = exported(opened, wanted, out)
    for note in notes:
        complain(note)


def _format(name: str) -> Format | NetworkFormat:
    if name not in _FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(_FORMATS)}", param_hint="--format")
    return _FORMATS[name]


def _check(form: Format | NetworkFormat, format: str, output: str, query: str, since: str, until: str) -> None:
    if form in _PACKED and output == "-" and sys.stdout.isatty():
        raise typer.BadParameter(f"{format} is no text: name a file, with -o", param_hint="--output")
    if query and isinstance(form, NetworkFormat):
        raise typer.BadParameter(f"a query gives triples, and {format} has none: use turtle", param_hint="--format")
    for option, day in (("--since", since), ("--until", until)):
        if day and not _DAY.fullmatch(day):
            raise typer.BadParameter(f"{day!r} is no date such as 2018, 2018-11 or 2018-11-22", param_hint=option)
