"""`kg export`: a store, or what is wanted of it, as a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import complain
from kg.cli.files import receiving
from kg.cli.narrowing import EVERYTHING, Asked, Without
from kg.cli.outdated import tell_versions
from kg.export import Format, NetworkFormat, Selection
from kg.query import load_query
from kg.store import Store

_PACKED = (NetworkFormat.NEO4J, NetworkFormat.GEPHI)
_FORMATS: dict[str, Format | NetworkFormat] = {form.value: form for form in (*Format, *NetworkFormat)}
_BY_ENDING = {form.suffix: form for form in _FORMATS.values() if form not in _PACKED}

Written = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=f"[{'|'.join(_FORMATS)}]",
        help="How it is written; without it, as the name of the output ends, or else as turtle.",
        show_default=False,
    ),
]
WithText = Annotated[bool, typer.Option("--with-text", help="The articles' texts as well.")]
FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Entities and plain triples, without receipts.")]


def export(
    output: options.Output = "-",
    store: options.Store = options.DEFAULT_STORE,
    format: Written = "",
    with_text: WithText = False,
    facts_only: FactsOnly = False,
    selection: Selection = EVERYTHING,
    query: Asked = "",
    without: Without = [],  # noqa: B006 - typer copies it
) -> None:
    """Write the graph, or what is wanted of it, to a file: as RDF, or as nodes and edges for programs that draw.

    Turtle and N-Triples hold the union of all graphs; TriG, N-Quads and JSON-LD keep a graph for each article. GraphML
    and GEXF have an edge for each statement; neo4j and gephi are ZIP files with nodes.csv and edges.csv. What is
    narrowed down keeps its receipts; what was left out is told.

    \b
    Examples:
      kg export -o graph.ttl
      kg export --format nquads | gzip > graph.nq.gz
      kg export --facts-only -o graph.gexf
      kg export --around 'Ann Lee' --hops 2 --since 2018-11 -o lee.ttl
      kg export --without 'Ann Lee' --with-text -o graph.ttl
    """
    from kg.pipeline import Wanted, exported

    form = _format(format) if format else _BY_ENDING.get(Path(output).suffix, Format.TURTLE)
    _check(form, output, query)
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


def _check(form: Format | NetworkFormat, output: str, query: str) -> None:
    if form in _PACKED and output == "-" and sys.stdout.isatty():
        raise typer.BadParameter(f"{form} is no text: name a file, with -o", param_hint="--output")
    if query and isinstance(form, NetworkFormat):
        raise typer.BadParameter(f"a query gives triples, and {form} has none: use turtle", param_hint="--format")
