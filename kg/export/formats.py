"""The formats, a row each: their suffix, media type and writer are Oxigraph's."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

import pyoxigraph as ox

from kg.export.order import Order
from kg.ids import Names

_HEADER = re.compile(rb"\A(?:@[^\n]*\n)*")


class Format(StrEnum):
    """A way to write RDF; the values are what the user types.

    Turtle has no graphs: it holds the union of all. In TriG and N-Quads each document keeps its own.
    """

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"

    @property
    def suffix(self) -> str:
        """With the dot."""
        return f".{_OXIGRAPH[self].file_extension}"

    @property
    def media_type(self) -> str:
        return _OXIGRAPH[self].media_type

    def serialize(self, quads: Iterable[ox.Quad], names: Names, prefixes: Mapping[str, str]) -> bytes:
        """UTF-8, sorted as `kg.export.order` says; prefixes stand in the order given."""
        order = Order.of(names)
        if self is Format.TURTLE:
            return _pretty(sorted({quad.triple for quad in quads}, key=order.triple_key), self, names, prefixes)
        ordered = sorted(set(quads), key=order.quad_key)
        if self is Format.TRIG:
            return _pretty(ordered, self, names, prefixes)
        return ox.serialize(ordered, format=_OXIGRAPH[self]) or b""


_OXIGRAPH = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
}


def _pretty(
    sentences: list[ox.Quad] | list[ox.Triple], format: Format, names: Names, prefixes: Mapping[str, str]
) -> bytes:
    r"""With a header of our own, and a blank line after each subject.

    Oxigraph writes prefixes in no order and relative to the base. Documents go without a prefix: what follows it would
    be full of escapes (`doc:9a3e\#char\=1\,4`), and relative to the base it is not (`<document/9a3e#char=1,4>`).
    """
    short = {name: iri for name, iri in prefixes.items() if iri != names.document("")}
    # Other schemes do not nest: rdflib resolves nothing against the base `urn:x:/`.
    base = names.base if names.base.startswith(("http://", "https://")) else None
    header = [f"@base <{base}> ."] if base else []
    header += [f"@prefix {name}: <{iri}> ." for name, iri in short.items()]
    body = ox.serialize(sentences, format=_OXIGRAPH[format], prefixes=short, base_iri=base) or b""
    return "\n".join([*header, "\n"]).encode() + _HEADER.sub(b"", body).replace(b" .\n", b" .\n\n")
