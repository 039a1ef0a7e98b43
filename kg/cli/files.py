"""`kg export` and `kg view`: a store as a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import put
from kg.export import Format, NetworkFormat, write
from kg.store import Store

_PACKED = (NetworkFormat.NEO4J, NetworkFormat.GEPHI)
_FORMATS: dict[str, Format | NetworkFormat] = {form.value: form for form in (*Format, *NetworkFormat)}

Written = Annotated[str, typer.Option("--format", metavar=f"[{'|'.join(_FORMATS)}]", help="How it is written.")]
WithText = Annotated[bool, typer.Option("--with-text", help="The articles' texts as well.")]
FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Entities and plain triples, without receipts.")]


def export(
    output: options.Output = "-",
    store: options.Store = options.DEFAULT_STORE,
    format: Written = Format.TURTLE,
    with_text: WithText = False,
    facts_only: FactsOnly = False,
) -> None:
    """Write the graph to a file: as RDF, or as nodes and edges for programs that draw and count.

    Turtle and N-Triples hold the union of all graphs; TriG, N-Quads and JSON-LD keep a graph for each article. GraphML
    and GEXF have an edge for each statement; neo4j and gephi are ZIP files with nodes.csv and edges.csv.

    \b
    Examples:
      kg export -o graph.ttl
      kg export --format nquads | gzip > graph.nq.gz
      kg export --format gexf --facts-only -o graph.gexf
    """
    form = _format(format)
    if form in _PACKED and output == "-" and sys.stdout.isatty():
        raise typer.BadParameter(f"{format} is no text: name a file, with -o", param_hint="--output")
    with Store.reading(store) as opened:
        data = _made(opened, form, with_text=with_text, facts_only=facts_only)
    _deliver(data, output)


def _format(name: str) -> Format | NetworkFormat:
    if name not in _FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(_FORMATS)}", param_hint="--format")
    return _FORMATS[name]


def _made(store: Store, form: Format | NetworkFormat, *, with_text: bool, facts_only: bool) -> bytes:
    from kg.pipeline import drawn, serialized

    if isinstance(form, Format):
        return serialized(store, form, with_text=with_text, facts_only=facts_only)
    return drawn(store, form, facts_only=facts_only)


def view(output: options.Output, store: options.Store = options.DEFAULT_STORE) -> None:
    """Draw the graph on an HTML page, one file that needs no network.

    \b
    Example:
      kg view -o graph.html
    """
    from kg.ontology import load_ontology
    from kg.pipeline import contents
    from kg.view import page

    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    _deliver(page(corpus, documents, load_ontology()).encode(), output)


def _deliver(data: bytes, output: str) -> None:
    if output == "-":
        put(data)
    else:
        write(Path(output), data)
