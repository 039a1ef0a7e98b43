"""JSON-LD 1.1, for people: compact IRIs, plain strings and numbers, an object for each subject of each graph."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pyoxigraph as ox

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = re.compile("0|-?[1-9][0-9]*")
_STRING, _LANGUAGE = _XSD + "string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_MOST_DIGITS = 15
"""Readers may hold numbers in floating point, in which longer ones are not told apart."""


def serialize(quads: Sequence[ox.Quad], prefixes: Mapping[str, str]) -> bytes:
    """Quads in the order of graph, subject and predicate. The default graph's nodes stand beside the named graphs."""
    context = _context(quads, prefixes)
    items = list(_items(quads, context))
    body = ",\n".join(items)
    head = json.dumps(context, ensure_ascii=False, indent=2)
    return f'{{\n"@context": {head},\n"@graph": [\n{body}\n]\n}}\n'.encode()


def _items(quads: Iterable[ox.Quad], context: Mapping[str, str]) -> Iterator[str]:
    """The text of each node of the default graph, and of each named graph."""
    for graph, said in groupby(quads, key=lambda quad: quad.graph_name):
        nodes = (_node(subject, list(own), context) for subject, own in groupby(said, key=lambda quad: quad.subject))
        if isinstance(graph, ox.DefaultGraph):
            yield from map(_text, nodes)
        else:
            yield _text({"@id": _id(graph, context), "@graph": list(nodes)})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _context(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Without a prefix that is the scheme of an IRI: `kg:a` would no longer be what it says."""
    schemes = {term.value.partition(":")[0] for quad in quads for term in _iris(quad)}
    return {name: iri for name, iri in prefixes.items() if name not in schemes}


def _iris(quad: ox.Quad) -> Iterator[ox.NamedNode]:
    datatype = quad.object.datatype if isinstance(quad.object, ox.Literal) else None
    terms = (quad.subject, quad.predicate, quad.object, quad.graph_name, datatype)
    return (term for term in terms if isinstance(term, ox.NamedNode))


def _node(subject: object, quads: Iterable[ox.Quad], context: Mapping[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(subject, context)}
    for predicate, own in groupby(quads, key=lambda quad: quad.predicate):
        objects = [quad.object for quad in own]
        if predicate.value == _RDF_TYPE and all(isinstance(value, ox.NamedNode) for value in objects):
            node["@type"] = _one_or_many([_id(value, context) for value in objects])
        else:
            node[_id(predicate, context)] = _one_or_many([_value(value, context) for value in objects])
    return node


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _id(term: object, context: Mapping[str, str]) -> str:
    """An IRI with a prefix where it has one; a blank node as it is."""
    iri = term.value if isinstance(term, ox.NamedNode) else str(term)
    for name, namespace in context.items():
        rest = iri[len(namespace) :]
        if rest and iri.startswith(namespace) and not rest.startswith("//"):
            return f"{name}:{rest}"
    return iri


def _value(term: object, context: Mapping[str, str]) -> Any:
    """As JSON has it where that comes back as it was (`007` is a number, but not this one), else with its type."""
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term, context)}
    datatype = term.datatype.value
    if datatype == _LANGUAGE:
        return {"@value": term.value, "@language": term.language}
    if datatype == _STRING:
        return term.value
    if datatype == _XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    if datatype == _XSD + "integer" and _is_plain_integer(term.value):
        return int(term.value)
    return {"@value": term.value, "@type": _id(term.datatype, context)}


def _is_plain_integer(text: str) -> bool:
    return bool(_INTEGER.fullmatch(text)) and len(text) <= _MOST_DIGITS
