"""`kg export` and `kg view`: a store as a file."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import put
from kg.export import Format, write
from kg.store import Store

Written = Annotated[Format, typer.Option("--format", help="The RDF format.")]
WithText = Annotated[bool, typer.Option("--with-text", help="The articles' texts as well.")]
FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Entities and plain triples, without receipts.")]


def export(
    output: options.Output,
    store: options.Store = options.DEFAULT_STORE,
    format: Written = Format.TURTLE,
    with_text: WithText = False,
    facts_only: FactsOnly = False,
) -> None:
    """Write the graph as RDF.

    Turtle holds the union of all graphs; TriG and N-Quads keep a graph for each article.

    \b
    Examples:
      kg export -o graph.ttl
      kg export --format nquads -o - | gzip > graph.nq.gz
    """
    from kg.pipeline import serialized

    with Store.reading(store) as opened:
        data = serialized(opened, format, with_text=with_text, facts_only=facts_only)
    _deliver(data, output)


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
