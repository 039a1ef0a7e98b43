"""Turtle and TriG, for people: with prefixes, and a blank line after each subject."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO, Protocol, cast

import pyoxigraph as ox

from kg.ids import Names


class Writable(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object: ...


_HEADER = re.compile(rb"\A(?:@[^\n]*\n)*")


def serialize(
    sentences: Sequence[ox.Quad] | Sequence[ox.Triple],
    form: ox.RdfFormat,
    names: Names,
    prefixes: Mapping[str, str],
) -> bytes:
    r"""In the order given, with a header of our own.

    Oxigraph writes prefixes in no order and relative to the base. Documents go without a prefix: what follows it would
    be full of escapes (`doc:9a3e\#char\=1\,4`), and relative to the base it is not (`<document/9a3e#char=1,4>`).
    """
    header, short, base = _header(names, prefixes)
    body = ox.serialize(sentences, format=form, prefixes=short, base_iri=base) or b""
    return header + _HEADER.sub(b"", body).replace(b" .\n", b" .\n\n")


def stream(
    sentences: Iterable[ox.Quad] | Iterable[ox.Triple],
    form: ox.RdfFormat,
    names: Names,
    prefixes: Mapping[str, str],
    out: Writable,
) -> None:
    """The same without blank lines, each sentence forgotten as soon as it is written."""
    header, short, base = _header(names, prefixes)
    out.write(header)
    ox.serialize(sentences, cast("BinaryIO", _Headless(out)), format=form, prefixes=short, base_iri=base)


class _Headless:
    """Lets through all but the header that Oxigraph begins with."""

    def __init__(self, out: Writable) -> None:
        self._out = out
        self._held: bytes | None = b""

    def write(self, data: bytes, /) -> int:
        if self._held is None:
            self._out.write(data)
            return len(data)
        self._held += data
        rest = _HEADER.sub(b"", self._held)
        # Until a line begins that is known to be none of the header.
        if rest and not rest.startswith(b"@"):
            self._out.write(rest)
            self._held = None
        return len(data)

    def flush(self) -> None:
        """There is nothing to flush: the file does it at its end."""


def _header(names: Names, prefixes: Mapping[str, str]) -> tuple[bytes, dict[str, str], str | None]:
    """Its bytes, and the prefixes and the base that it declares."""
    short = {name: iri for name, iri in prefixes.items() if iri != names.document("")}
    # Other schemes do not nest: rdflib resolves nothing against the base `urn:x:/`.
    base = names.base if names.base.startswith(("http://", "https://")) else None
    lines = [f"@base <{base}> ."] if base else []
    lines += [f"@prefix {name}: <{iri}> ." for name, iri in short.items()]
    return "\n".join([*lines, "\n"]).encode(), short, base
