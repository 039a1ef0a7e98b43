"""The formats of RDF, a row each; suffix, media type and, but for JSON-LD, the writer are Oxigraph's."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import chain, islice
from typing import BinaryIO, Final, cast

import pyoxigraph as ox

from kg.export import jsonld, turtle
from kg.export.order import Order
from kg.export.turtle import Writable
from kg.ids import Names

READABLE: Final = 100_000
"""So many quads are sorted for people; more of them are written as they come, which takes no memory."""


class Format(StrEnum):
    """A way to write RDF; the values are what the user types.

    Turtle and N-Triples have no graphs: they hold the union of all. In the others each document keeps its own.
    """

    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"

    @property
    def suffix(self) -> str:
        """With the dot."""
        return f".{_OXIGRAPH[self].file_extension}"

    @property
    def media_type(self) -> str:
        return _OXIGRAPH[self].media_type

    @property
    def keeps_graphs(self) -> bool:
        return _OXIGRAPH[self].supports_datasets

    def serialize(self, quads: Iterable[ox.Quad], names: Names, prefixes: Mapping[str, str]) -> bytes:
        """UTF-8, sorted as `kg.export.order` says; prefixes stand in the order given."""
        order = Order.of(names)
        if not self.keeps_graphs:
            quads = {ox.Quad(*quad.triple) for quad in quads}
        ordered = sorted(set(quads), key=order.quad_key)
        if self is Format.JSONLD:
            return jsonld.serialize(ordered, prefixes)
        if self in (Format.TURTLE, Format.TRIG):
            return turtle.serialize(ordered, _OXIGRAPH[self], names, prefixes)
        return ox.serialize(ordered, format=_OXIGRAPH[self]) or b""

    def write(
        self,
        quads: Iterable[ox.Quad],
        names: Names,
        prefixes: Mapping[str, str],
        out: Writable,
        readable: int = READABLE,
    ) -> None:
        """As `serialize` where there are at most so many quads, else in the order in which they come.

        JSON-LD is sorted always: a file of it is one value, which its readers hold in memory as well.
        """
        quads = iter(quads)
        first = list(islice(quads, readable + 1))
        if len(first) <= readable or self is Format.JSONLD:
            out.write(self.serialize(chain(first, quads), names, prefixes))
            return
        every = chain(first, quads)
        sentences = every if self.keeps_graphs else (quad.triple for quad in every)
        if self in (Format.TURTLE, Format.TRIG):
            turtle.stream(sentences, _OXIGRAPH[self], names, prefixes, out)
        else:
            ox.serialize(sentences, cast("BinaryIO", out), format=_OXIGRAPH[self])


_OXIGRAPH = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}
