"""`kg view`: a store as a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.cli import options
from kg.cli.console import standard_output
from kg.cli.outdated import tell_versions
from kg.export import writing
from kg.export.turtle import Writable
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

    tell_versions(store)
    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    deliver(page(corpus, documents, load_ontology()).encode(), output)


def deliver(data: bytes, output: str) -> None:
    """To a file, or to standard output."""
    with receiving(output) as out:
        out.write(data)


@contextmanager
def receiving(output: str) -> Iterator[Writable]:
    """What is written goes to a file, which is there whole or not at all, or to standard output."""
    if output == "-":
        with standard_output() as out:
            yield out
    else:
        with writing(Path(output)) as file:
            yield file
