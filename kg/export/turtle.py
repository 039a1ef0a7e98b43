"""Turtle and TriG, for people: with prefixes, and a blank line after each subject."""

import re
from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.ids import Names

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
    short = {name: iri for name, iri in prefixes.items() if iri != names.document("")}
    # Other schemes do not nest: rdflib resolves nothing against the base `urn:x:/`.
    base = names.base if names.base.startswith(("http://", "https://")) else None
    header = [f"@base <{base}> ."] if base else []
    header += [f"@prefix {name}: <{iri}> ." for name, iri in short.items()]
    body = ox.serialize(sentences, format=form, prefixes=short, base_iri=base) or b""
    return "\n".join([*header, "\n"]).encode() + _HEADER.sub(b"", body).replace(b" .\n", b" .\n\n")
