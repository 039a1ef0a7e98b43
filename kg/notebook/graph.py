"""A store, opened for Python."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import networkx as nx
import rdflib

from kg.export import Format, Selection
from kg.export.multigraph import multigraph
from kg.export.network import network
from kg.model import Status
from kg.notebook.rows import Rows
from kg.notebook.triples import Triples
from kg.notebook.view import View
from kg.pipeline import contents, serialized, viewed
from kg.query import Names, ResultTable, load_query, narrowed, run
from kg.rdf import prefixes
from kg.store import Store


def open(path: str | Path = "kg.store") -> "Graph":
    """The graph of a store, as it is now: what is loaded afterwards does not show. Raises `StoreError`."""
    return Graph(Path(path))


class Graph:
    """A consistent state of a store, to be read. Closed at the end of a `with` block, by `close`, or with Python."""

    def __init__(self, path: Path) -> None:
        self._stack = ExitStack()
        self._path = path
        self.store = self._stack.enter_context(Store.reading(path))
        self.prefixes = prefixes(self.store.names)

    def query(self, question: str, **parameters: object) -> Rows | Triples | bool:
        """SPARQL, or the name of a question that comes with kg; the prefixes need no declaration.

        `parameters`: those of the question, as `kg ask` takes them. SELECT gives `Rows`, CONSTRUCT and DESCRIBE
        `Triples`, ASK a truth. Raises `QueryError`, and `UnknownName` for a name that the store does not have.
        """
        given = {name: str(value) for name, value in parameters.items()}
        asked = narrowed(load_query(question), given, Names(self.store, self.prefixes))
        answer = run(asked, self.store, self.prefixes)
        if not isinstance(answer, ResultTable):
            return Triples(answer, self.store.names, self.prefixes)
        return Rows(answer, self.prefixes) if answer.boolean is None else answer.boolean

    def select(self, question: str, **parameters: object) -> Rows:
        """The same, where it is known to be a SELECT. A `TypeError` if it is none."""
        answer = self.query(question, **parameters)
        if not isinstance(answer, Rows):
            raise TypeError(f"{question[:40]!r} gives no rows: it is no SELECT")
        return answer

    def to_networkx(self) -> nx.MultiDiGraph:
        """The entities as nodes and the statements as edges, as GraphML has them; all in memory."""
        return multigraph(network(*contents(self.store)))

    def to_rdflib(self, *, with_text: bool = False) -> rdflib.Dataset:
        """All graphs; all in memory. `with_text`: the articles' texts as well."""
        data = serialized(self.store, Format.NQUADS, with_text=with_text)
        found = rdflib.Dataset()
        found.parse(data=data, format="nquads")
        for name, iri in self.prefixes.items():
            found.bind(name, iri, replace=True)
        return found

    def view(
        self,
        title: str = "What the articles say",
        top: int = 60,
        *,
        around: str = "",
        hops: int = 1,
        sources: Iterable[str] = (),
        statuses: Iterable[str] = (),
        since: str = "",
        until: str = "",
    ) -> View:
        """The page that `kg view` makes, of what is wanted as its options say. `top`: the most entities that are drawn.

        Raises `UnknownName`, `UnknownSource`, and a `ValueError` for a value that there is not, such as no hop.
        """
        wanted = Selection(around, hops, tuple(sources), tuple(map(Status, statuses)), since, until)
        html, left_out = viewed(self.store, wanted, title=title, top=top)
        return View(html, title, left_out)

    def close(self) -> None:
        """Lets the files of the store go; nothing can be asked any more."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Graph of {len(self.store.document_ids()):,} articles in {self._path}>"
