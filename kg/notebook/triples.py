"""The triples that a CONSTRUCT or DESCRIBE gives."""

from collections.abc import Mapping, Sequence
from typing import overload

import pyoxigraph as ox
import rdflib

from kg.export import Format
from kg.ids import Names


class Triples(Sequence[ox.Triple]):
    """Sorted, and each but once. `print` shows them as Turtle."""

    def __init__(self, found: tuple[ox.Triple, ...], names: Names, prefixes: Mapping[str, str]) -> None:
        self._found = found
        self._names = names
        self._prefixes = prefixes

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> ox.Triple: ...

    @overload
    def __getitem__(self, index: slice) -> "Triples": ...

    def __getitem__(self, index: int | slice) -> "ox.Triple | Triples":
        if isinstance(index, slice):
            return Triples(self._found[index], self._names, self._prefixes)
        return self._found[index]

    def to_rdflib(self) -> rdflib.Graph:
        return rdflib.Graph().parse(data=self.serialize(Format.NTRIPLES), format="nt")

    def serialize(self, format: Format = Format.TURTLE) -> bytes:
        return format.serialize((ox.Quad(*triple) for triple in self._found), self._names, self._prefixes)

    def __repr__(self) -> str:
        return self.serialize().decode().rstrip("\n")
