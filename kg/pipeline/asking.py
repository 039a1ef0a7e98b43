"""What a CONSTRUCT gives of a part of a graph, and which statements that names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export import closed
from kg.ids import Names
from kg.pipeline.narrowing import Part
from kg.query import Query, ResultTable, hints, run
from kg.query.run import Queryable
from kg.rdf import plain_triple, prefixes


@dataclass(frozen=True, slots=True)
class Memory:
    """Quads that can be asked as a store can."""

    data: ox.Store

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> "Memory":
        data = ox.Store()
        data.extend(quads)
        return cls(data)

    def query(
        self, text: str, *, prefixes: Mapping[str, str], union: bool
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self.data.query(text, prefixes=dict(prefixes), use_default_graph_as_union=union)


def constructed(query: Query, asked: Queryable, names: Names) -> tuple[ox.Triple, ...]:
    """Raises `QueryError`, also for a query that gives a table."""
    answer = run(query, asked, prefixes(names))
    if isinstance(answer, ResultTable):
        raise QueryError(f"{query.name} gives a table, and triples are needed: write a CONSTRUCT, or use `kg query`")
    return answer


def answering(part: Part, query: Query, asked: Queryable, names: Names) -> tuple[Part, tuple[str, ...]]:
    """The statements that a CONSTRUCT names, by their triple or their IRI; and why there are none, if it gives nothing.

    Raises `QueryError`, also for triples none of which names a statement.
    """
    triples = constructed(query, asked, names)
    said, nodes = set(triples), {node for triple in triples for node in (triple.subject, triple.object)}
    chosen = {
        statement.id
        for statement in part.corpus.statements
        if plain_triple(statement, names) in said or ox.NamedNode(names.statement(statement.id)) in nodes
    }
    if triples and not chosen:
        raise QueryError(
            f"none of the triples that {query.name} gives ({len(triples):,}) names a statement: give statements "
            "(st:…), or the subject, relation and object of some"
        )
    corpus, graphs = closed(part.corpus, part.graphs, chosen)
    told = () if triples else (f"{query.name} gives no triples", *hints(query, asked, prefixes(names)))
    return replace(part, corpus=corpus, graphs=graphs), told
