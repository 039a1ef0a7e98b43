"""A part of a graph: what is wanted of it, and in sentences what is not there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Self

import pyoxigraph as ox

from kg.export import Selection, selected, without
from kg.ids import Names
from kg.judgements import parse
from kg.model import CorpusGraph, DocumentGraph
from kg.pages.naming import named
from kg.pages.words import printable
from kg.pipeline.contents import contents
from kg.rdf import corpus_quads, document_quads
from kg.resolve import restated
from kg.store import Store

_COUNTED: Final = ("articles", "entities", "statements", "claims")
_TEXT: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString"


@dataclass(frozen=True, slots=True)
class Part:
    """A graph as nouns; `untold` are documents whose texts are held back."""

    corpus: CorpusGraph
    graphs: tuple[DocumentGraph, ...]
    untold: frozenset[str] = frozenset()

    @classmethod
    def whole(cls, store: Store) -> Self:
        """Raises `InvalidGraph`."""
        return cls(*contents(store))

    def selected(self, wanted: Selection) -> "Part":
        """Raises `UnknownName` and `UnknownSource`."""
        if not wanted.narrows:
            return self
        corpus, graphs = selected(self.corpus, self.graphs, wanted)
        return replace(self, corpus=corpus, graphs=graphs)

    def suppressed(self, terms: Iterable[str], store: Store) -> tuple["Part", tuple[str, ...]]:
        """Without those who are called so; and who that is, in sentences. Raises `UnknownName`."""
        ids = set(chain.from_iterable(named(self.corpus, term) for term in terms))
        if not ids:
            return self, ()
        left = without(self.corpus, self.graphs, ids)
        corpus = restated(left.corpus, left.graphs, parse(store.judgements(), "the judgements of the store"))
        held = f"; {len(left.untold)} texts that name them are held back" if left.untold else ""
        notes = [f"suppressed: {', '.join(f'ent:{id}' for id in sorted(ids))}{held}"]
        if left.others:
            notes.append(f"left out too, for they bear one of the names: {', '.join(map(printable, left.others))}")
        return Part(corpus, left.graphs, left.untold), tuple(notes)

    def quads(self, names: Names) -> Iterator[ox.Quad]:
        """All but the texts that are held back."""
        untold = {names.document(id) for id in self.untold}
        for quad in chain.from_iterable(document_quads(graph, names) for graph in self.graphs):
            if quad.predicate.value != _TEXT or str(quad.subject)[1:-1] not in untold:
                yield quad
        yield from corpus_quads(self.corpus, self.graphs, names)


def left_out(whole: Part, part: Part, wanted: Selection, *, asked: bool = False) -> Iterator[str]:
    """How much is not in the part, and what is, in sentences that name nobody who is suppressed.

    `asked`: whether a query chose the statements.
    """
    sizes = zip(_COUNTED, _size(whole), _size(part), strict=True)
    counts = [f"{before - after:,} of {before:,} {what}" for what, before, after in sizes if before != after]
    if not counts:
        return
    yield f"left out: {', '.join(counts)}"
    if kept := [*_kept(wanted), *(["that the query names"] if asked else [])]:
        yield f"kept: statements {', '.join(kept)}"


def _size(part: Part) -> tuple[int, int, int, int]:
    claims = sum(len(graph.claims) for graph in part.graphs)
    return len(part.graphs), len(part.corpus.entities), len(part.corpus.statements), claims


def _kept(wanted: Selection) -> Iterator[str]:
    if wanted.around:
        far = "about" if wanted.hops == 1 else f"up to {wanted.hops} steps from"
        yield f"{far} “{printable(wanted.around)}”"
    if wanted.statuses:
        yield f"with the status {' or '.join(wanted.statuses)}"
    if wanted.sources:
        yield f"made in {' or '.join(f'“{printable(source)}”' for source in wanted.sources)}"
    if wanted.since:
        yield f"of {wanted.since} or later"
    if wanted.until:
        yield f"of {wanted.until} or earlier"
