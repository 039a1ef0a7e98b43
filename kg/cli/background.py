"""`kg background`: RDF beside what articles say."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.articles import tell, told
from kg.cli.console import say
from kg.cli.summary import counted
from kg.errors import UnusableInput
from kg.store import Store

if TYPE_CHECKING:
    from kg.store.background import Background

Files = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE...]", help="Turtle, TriG, N-Triples, N-Quads or JSON-LD.")
]
Graph = Annotated[
    str, typer.Option("--graph", metavar="IRI", help="The graph of one file.", show_default="by the name of the file")
]
Remove = Annotated[
    list[str] | None, typer.Option("--remove", metavar="NAME", help="Take out what a file gave, by its name or graph.")
]


def background(
    files: Files = None,
    graph: Graph = "",
    remove: Remove = None,
    store: options.Store = options.DEFAULT_STORE,
    quiet: options.Quiet = False,
) -> None:
    """Keep RDF files beside the articles, or list those that are kept.

    Each file has a graph of its own, which `kg query --background` asks as GRAPH <IRI>. Nothing of it is taken for what
    an article says. A file that is loaded again takes the place of what it gave before.

    \b
    Examples:
      kg background people.ttl
      kg background
      kg query --background 'SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }'
      kg background --remove people.ttl
    """
    from kg.pipeline.background import forget, learn

    if (files and remove) or (graph and len(files or ()) != 1):
        raise typer.BadParameter("give --graph with one file, and --remove with none", param_hint="FILE")
    if remove:
        found = forget(store, remove)
        if not quiet:
            say(["Removed:", *_lines(found)])
        return
    if not files:
        with Store.reading(store) as opened:
            say(_lines(opened.background()))
        return
    with told(verbose=True):
        learned = learn(files, store, graph)
    if not quiet:
        say(["Loaded:", *_lines(learned.loaded)])
    tell(learned.refused, verbose=True)
    if learned.refused:
        raise typer.Exit(UnusableInput.exit_code)


def _lines(found: "Iterable[Background]") -> Iterator[str]:
    for one in found:
        own = [graph for graph in one.graphs if graph != one.graph]
        others = f" and {counted(len(own), 'graph', 'graphs')} of its own" if own else ""
        yield f"  {one.name}: {counted(one.quads, 'triple', 'triples')} in <{one.graph}>{others}"
