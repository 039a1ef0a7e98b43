"""`kg explain` and `kg validate`: why the graph says what it says, and whether it is sound."""

import sys
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.console import put, say, show
from kg.cli.outdated import tell_versions
from kg.errors import InvalidGraph
from kg.store import Store

Terms = Annotated[
    list[str], typer.Argument(metavar="A [B]", help="The names of two entities, or the id of one statement.")
]


def explain(terms: Terms, store: options.Store = options.DEFAULT_STORE) -> None:
    """Show the sentences behind what is said of two entities, by whom and where.

    \b
    Examples:
      kg explain 'Ann Lee' 'Bo Berg'
      kg explain st:5f1c
    """
    from kg import explain as receipts
    from kg.pipeline import contents

    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    found = receipts.explain(corpus, documents, terms)
    if sys.stdout.isatty():
        show(receipts.as_text(found))
    else:
        put(f"{receipts.render(found)}\n".encode())


def validate(store: options.Store = options.DEFAULT_STORE, quiet: options.Quiet = False) -> None:
    """Check a store against the shapes in ontology/shapes.ttl.

    Says how many nodes each shape met. A shape that met none is a failure, as is a node that breaks one.

    \b
    Example:
      kg validate --store out/store
    """
    from kg import validate as shapes

    tell_versions(store)
    with Store.reading(store) as opened:
        report = shapes.validate(opened.quads())
    if not quiet:
        say(report.lines())
    if not report.conforms:
        raise InvalidGraph(str(report))
    if not quiet:
        say([str(report)])
