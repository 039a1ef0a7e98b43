"""`kg view`: a store as a page."""

from pathlib import Path

from kg.cli import options
from kg.cli.console import put
from kg.export import write
from kg.store import Store


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
    deliver(page(corpus, documents, load_ontology()).encode(), output)


def deliver(data: bytes, output: str) -> None:
    """To a file, or to standard output."""
    if output == "-":
        put(data)
    else:
        write(Path(output), data)
