"""One RDF file → its quads, none of them in a graph of ours, and without blank nodes."""

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import UnusableInput
from kg.ids import KG, Names, digest, slug

FORMATS: Final[Mapping[str, ox.RdfFormat]] = {
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
}
LARGEST: Final = 256_000_000
"""Bytes of a file: it is copied with each state of the store."""
_SHOWN: Final = 200
_PLACE: Final = re.compile(r"^Parser error (?:at|between) [^:]*: | \(line \d+\)$")
_REMOTE: Final = "LoadDocumentCallback"


def graph_of(file: Path, names: Names) -> str:
    """The graph of what a file says outside of the graphs that it names: an IRI by the file's own name."""
    return f"{names.base}background/{slug(file.name)}"


def quads(file: Path, graph: str, names: Names) -> Iterator[ox.Quad]:
    """All that a file says, in the order of the file. Raises `UnusableInput`, with line and column, where it cannot.

    What is in no graph there is in `graph`, which is also the base of its relative IRIs. Blank nodes become IRIs by the
    order in which they come. Nothing is fetched.
    """
    form = _format(file)
    _check(file)
    try:
        skolem = _Skolem(names, graph)
        for quad in ox.parse(path=str(file), format=form, base_iri=graph):
            yield skolem.quad(quad, ox.NamedNode(graph))
    except SyntaxError as error:
        raise UnusableInput(_explanation(error)) from None
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror or error}); check the path and its permissions") from None


class _Skolem:
    """Puts IRIs in the place of blank nodes, the same for the same file under the same graph."""

    def __init__(self, names: Names, graph: str) -> None:
        self._begin = f"{names.base}.well-known/genid/{digest(graph)}-"
        self._ours = names.base
        self._free = names.base + "background/"
        self._known: dict[str, ox.NamedNode] = {}

    def quad(self, quad: ox.Quad, home: ox.NamedNode) -> ox.Quad:
        graph = quad.graph_name
        if isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple):
            raise UnusableInput("says something about a triple, which kg does not keep; leave that out")
        at = home if isinstance(graph, ox.DefaultGraph) else self._named(graph)
        object = quad.object if isinstance(quad.object, ox.Literal) else self._named(quad.object)
        self._check(at.value)
        return ox.Quad(self._named(quad.subject), quad.predicate, object, at)

    def _named(self, node: ox.NamedNode | ox.BlankNode) -> ox.NamedNode:
        if isinstance(node, ox.NamedNode):
            return node
        return self._known.setdefault(node.value, ox.NamedNode(f"{self._begin}{len(self._known) + 1}"))

    def _check(self, graph: str) -> None:
        ours = graph.startswith((self._ours, KG)) and not graph.startswith((self._free, self._begin))
        if ours:
            raise UnusableInput(f"has quads in <{graph}>, where only kg writes; give them a graph of their own")


def _format(file: Path) -> ox.RdfFormat:
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        raise UnusableInput(f"{file.suffix or 'a file without suffix'} is none of {', '.join(FORMATS)}; convert it")
    return form


def _check(file: Path) -> None:
    try:
        found = file.stat()
    except FileNotFoundError:
        raise UnusableInput("no such file; check the path") from None
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror}); check the path and its permissions") from None
    if not stat.S_ISREG(found.st_mode):
        raise UnusableInput("is no regular file; name one")
    if found.st_size > LARGEST:
        raise UnusableInput(f"is larger than {LARGEST // 1_000_000} MB; split it")


def _explanation(error: SyntaxError) -> str:
    if _REMOTE in str(error):
        return "names a context on the web, and nothing is fetched; put the context into the file"
    where = f" at line {error.lineno}, column {error.offset}" if error.lineno else ""
    reason = " ".join(_PLACE.sub("", _PLACE.sub("", error.msg)).split())[:_SHOWN]
    return f"cannot be read{where} ({reason}); correct it there, nothing of it is loaded"
