"""A store, or what is wanted of it, as a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export import Format, NetworkFormat, Selection, network, select, selected, without
from kg.export.formats import READABLE
from kg.export.turtle import Writable
from kg.ids import Names
from kg.judgements import parse
from kg.model import CorpusGraph, DocumentGraph
from kg.pages.naming import named
from kg.pages.words import printable
from kg.pipeline.contents import contents, write
from kg.query import Query, ResultTable, run
from kg.query.run import Queryable
from kg.rdf import corpus_quads, document_quads, is_plain_fact, prefixes
from kg.resolve import restated
from kg.store import Store

_COUNTED: Final = ("articles", "entities", "statements", "claims")
_TEXT: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format, and what goes into the file; by default all but the texts.

    `without`: names of those who are suppressed. Last, `query` is asked of what is left; only RDF can hold its answer.
    """

    form: Format | NetworkFormat = Format.TURTLE
    with_text: bool = False
    facts_only: bool = False
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    without: tuple[str, ...] = ()
    query: Query | None = None

    @property
    def narrows(self) -> bool:
        return self.selection.narrows or bool(self.without)


@dataclass(frozen=True, slots=True)
class _Part:
    """A graph as nouns; `untold` are documents whose texts are held back."""

    corpus: CorpusGraph
    graphs: tuple[DocumentGraph, ...]
    untold: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Memory:
    """Quads that can be asked as a store can."""

    data: ox.Store

    def query(
        self, text: str, *, prefixes: Mapping[str, str], union: bool
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self.data.query(text, prefixes=dict(prefixes), use_default_graph_as_union=union)


def exported(store: Store, wanted: Wanted, out: Writable) -> tuple[str, ...]:
    """Writes the file, and gives in sentences what was left out of it.

    Raises `UnknownName`, `UnknownSource`, `QueryError` and `InvalidGraph`.
    """
    if isinstance(wanted.form, Format) and not wanted.narrows and not wanted.query:
        told = {"with_text": wanted.with_text, "facts_only": wanted.facts_only}
        write(store, wanted.form, out, readable=READABLE, **told)
        return ()
    whole = _Part(*contents(store))
    part, notes = _suppressed(whole, wanted.without, store) if wanted.without else (whole, ())
    if wanted.selection.narrows:
        corpus, graphs = selected(part.corpus, part.graphs, wanted.selection)
        part = replace(part, corpus=corpus, graphs=graphs)
    out.write(_written(part, wanted, store.names))
    return (*notes, *_left_out(whole, part))


def _suppressed(part: _Part, terms: Iterable[str], store: Store) -> tuple[_Part, tuple[str, ...]]:
    ids = set(chain.from_iterable(named(part.corpus, term) for term in terms))
    left = without(part.corpus, part.graphs, ids)
    corpus = restated(left.corpus, left.graphs, parse(store.judgements(), "the judgements of the store"))
    held = f"; {len(left.untold)} texts that name them are held back" if left.untold else ""
    notes = [f"suppressed: {', '.join(f'ent:{id}' for id in sorted(ids))}{held}"]
    if left.others:
        notes.append(f"left out too, for they bear one of the names: {', '.join(map(printable, left.others))}")
    return _Part(corpus, left.graphs, left.untold), tuple(notes)


def _left_out(whole: _Part, part: _Part) -> Iterator[str]:
    sizes = zip(_COUNTED, _size(whole), _size(part), strict=True)
    counts = [f"{before - after:,} of {before:,} {what}" for what, before, after in sizes if before != after]
    if counts:
        yield f"left out: {', '.join(counts)}"


def _size(part: _Part) -> tuple[int, int, int, int]:
    claims = sum(len(graph.claims) for graph in part.graphs)
    return len(part.graphs), len(part.corpus.entities), len(part.corpus.statements), claims


def _written(part: _Part, wanted: Wanted, names: Names) -> bytes:
    if isinstance(wanted.form, NetworkFormat):
        facts = tuple(s for s in part.corpus.statements if not wanted.facts_only or is_plain_fact(s))
        return wanted.form.serialize(network(replace(part.corpus, statements=facts), part.graphs))
    quads = select(_quads(part, names), names, with_text=wanted.with_text, facts_only=wanted.facts_only)
    if wanted.query:
        memory = ox.Store()
        memory.extend(quads)
        return _answer(wanted.query, _Memory(memory), wanted.form, names)
    return wanted.form.serialize(quads, names, prefixes(names))


def _quads(part: _Part, names: Names) -> Iterator[ox.Quad]:
    untold = {names.document(id) for id in part.untold}
    for quad in chain.from_iterable(document_quads(graph, names) for graph in part.graphs):
        if quad.predicate.value != _TEXT or str(quad.subject)[1:-1] not in untold:
            yield quad
    yield from corpus_quads(part.corpus, part.graphs, names)


def _answer(query: Query, asked: Queryable, form: Format, names: Names) -> bytes:
    known = prefixes(names)
    answer = run(query, asked, known)
    if isinstance(answer, ResultTable):
        raise QueryError(f"{query.name} gives a table: export what a CONSTRUCT gives, or use `kg query`")
    if not all(_is_named(term) for triple in answer for term in (triple.subject, triple.object)):
        raise QueryError(f"{query.name} gives nodes without a name, which differ each time: make IRIs with IRI()")
    return form.serialize((ox.Quad(*triple) for triple in answer), names, known)


def _is_named(term: object) -> bool:
    return isinstance(term, ox.NamedNode | ox.Literal)
