"""Exports read back: a union of graphs falls into them again, and a text that an export leaves out is pieced together.

Which graph a triple belongs to shows in its subject: documents, their spans and local entities, and claims are said in
their document's graph, all else in the default graph; so is what was derived of these (`_DERIVED`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.errors import InvalidGraph
from kg.ids import Names
from kg.model import Span
from kg.rdf import vocabulary as v
from kg.rdf.terms import SPAN, TEXT, Malformed, Scope

_DERIVED = frozenset({v.REFERS_TO, v.REVIEW, v.NEAR_DUPLICATE_OF})
_LONGEST = 10_000_000
"""The most characters that a text is pieced together of, whatever offsets a file has."""


def minted_names(quads: Iterable[ox.Quad]) -> Names | None:
    """The names that the documents of an export go by; None where it has no document. Raises `InvalidGraph`."""
    bases = sorted({_iri(q).rpartition("document/")[0] for q in quads if _is_document(q)})
    if len(bases) > 1 or not all(bases):
        raise InvalidGraph("its documents have no common base; was it exported by kg?")
    return Names(bases[0]) if bases else None


def regrouped(quads: Iterable[ox.Quad], names: Names) -> Iterator[ox.Quad]:
    """The quads of any export in the graphs that `kg.rdf.write` puts them into, each document with a text.

    Where the text is missing, the words that its spans quote stand in their places, and blanks between them. Raises
    `InvalidGraph` where they do not fit.
    """
    known = set(quads)
    homes = {_iri(q): str(q.object)[1:-1] for q in known if q.predicate == v.IN_DOCUMENT}
    for quad in known:
        yield ox.Quad(quad.subject, quad.predicate, quad.object, _graph(quad, homes, names))
    told = {_iri(q) for q in known if q.predicate == v.IS_STRING}
    untold = {_iri(q) for q in known if _is_document(q)} - told
    quoted = _quoted([q for q in known if q.predicate == v.ANCHOR_OF], untold, names)
    for home in map(ox.NamedNode, untold):
        yield ox.Quad(home, v.IS_STRING, ox.Literal(_text(quoted[home.value])), home)


def _is_document(quad: ox.Quad) -> bool:
    return quad.predicate == v.TYPE and quad.object == v.DOCUMENT


def _iri(quad: ox.Quad) -> str:
    """That of the subject."""
    return str(quad.subject)[1:-1]


def _graph(quad: ox.Quad, homes: Mapping[str, str], names: Names) -> ox.NamedNode | ox.DefaultGraph:
    subject = _iri(quad)
    if subject.startswith(names.document("")) and quad.predicate not in _DERIVED:
        return ox.NamedNode(subject.partition("#")[0])
    if subject.startswith(names.claim("")) and subject in homes:
        return ox.NamedNode(homes[subject])
    return ox.DefaultGraph()


def _quoted(quads: Iterable[ox.Quad], homes: set[str], names: Names) -> Mapping[str, Mapping[Span, str]]:
    """By document the words of its spans."""
    found: defaultdict[str, dict[Span, str]] = defaultdict(dict)
    for quad in quads:
        home = _iri(quad).partition("#")[0]
        if home in homes:
            span, words = _read(quad, Scope(names, home.removeprefix(names.document(""))))
            found[home][span] = words
    return found


def _read(quad: ox.Quad, scope: Scope) -> tuple[Span, str]:
    try:
        span, words = SPAN.read(ox.NamedNode(_iri(quad)), scope), TEXT.read(quad.object, scope)  # type: ignore[arg-type]
    except Malformed as error:
        raise InvalidGraph(str(error)) from error
    if not span.begin <= span.end <= _LONGEST or len(words) != span.end - span.begin:
        raise InvalidGraph(f"{quad.subject} does not quote as many characters as it spans")
    return span, words


def _text(quoted: Mapping[Span, str]) -> str:
    characters = [" "] * max((span.end for span in quoted), default=0)
    for span, words in quoted.items():
        characters[span.begin : span.end] = words
    return "".join(characters)
