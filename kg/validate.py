"""Checks a graph against `ontology/shapes.ttl` with pyshacl: the union of all its graphs, and no reasoning."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox
import pyshacl
from pyshacl.shapes_graph import ShapesGraph
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import InvalidGraph
from kg.ids import KG
from kg.resources import folder

_MAY_BE_EMPTY = URIRef(KG + "mayBeEmpty")


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What a node does that a shape forbids."""

    shape: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """`focus_nodes`: to how many nodes each shape applies. `vacuous`: shapes that apply to none, though they should."""

    focus_nodes: Mapping[str, int]
    violations: tuple[Violation, ...]
    vacuous: tuple[str, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations and not self.vacuous

    def lines(self) -> Iterator[str]:
        """One line for each shape with its count of nodes, then one for each fault."""
        for shape, count in self.focus_nodes.items():
            yield f"{shape}: {count} nodes"
        for shape in self.vacuous:
            yield f"{shape} applies to no node: the graph lacks what it describes"
        for violation in self.violations:
            yield f"{violation.shape} <{violation.node}>: {violation.message}"

    def __str__(self) -> str:
        nodes, shapes = sum(self.focus_nodes.values()), len(self.focus_nodes)
        if self.conforms:
            return f"The graph conforms: {nodes} checks of {shapes} shapes."
        return (
            f"The graph does not conform: {len(self.violations)} violations, {len(self.vacuous)} of {shapes} shapes "
            "apply to nothing."
        )


def validate(quads: Iterable[ox.Quad]) -> Report:
    """Raises InvalidGraph on what no graph of ours holds: blank nodes and quoted triples."""
    graph = Graph()
    for quad in chain(quads, ox.parse(path=folder("ontology") / "kg.ttl", format=ox.RdfFormat.TURTLE)):
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    shapes = Graph().parse(folder("ontology") / "shapes.ttl")
    counts = _focus_nodes(shapes, graph)
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    return Report(
        focus_nodes=counts,
        violations=tuple(sorted(set(_violations(results, shapes)))),
        vacuous=tuple(name for name, count in counts.items() if not count and not _may_be_empty(name, shapes)),
    )


def _node(term: object) -> URIRef | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, lang=term.language, datatype=None if term.language else URIRef(term.datatype.value))
    raise InvalidGraph(f"{term} is neither an IRI nor a literal: load a graph that kg made")


def _name(node: Node | None) -> str:
    return str(node).removeprefix(KG)


def _focus_nodes(shapes: Graph, graph: Graph) -> dict[str, int]:
    """By the name of the shape; those without a name are parts of others."""
    found = {_name(s.node): len(s.focus_nodes(graph)) for s in ShapesGraph(shapes).shapes if isinstance(s.node, URIRef)}
    return dict(sorted(found.items()))


def _may_be_empty(name: str, shapes: Graph) -> bool:
    return (URIRef(KG + name), _MAY_BE_EMPTY, Literal(True)) in shapes


def _violations(results: Graph, shapes: Graph) -> Iterator[Violation]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source, path = results.value(result, SH.sourceShape), results.value(result, SH.resultPath)
        shape = source if isinstance(source, URIRef) else shapes.value(predicate=SH.property, object=source)
        message = str(results.value(result, SH.resultMessage))
        where = f" ({_name(path)})" if isinstance(path, URIRef) else ""
        yield Violation(_name(shape), str(results.value(result, SH.focusNode)), message + where)
