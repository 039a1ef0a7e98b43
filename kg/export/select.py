"""What of the graph goes into a file."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.ids import KG, Names

_TEXT = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString"
_NOT_FACTS = {KG + "named", "http://purl.org/dc/terms/isReplacedBy"}


def select(
    quads: Iterable[ox.Quad], names: Names, *, with_text: bool = False, facts_only: bool = False
) -> Iterator[ox.Quad]:
    """All but the articles' texts; with `facts_only` the plain triples and the types and labels of entities alone."""
    entities = f"<{names.entity('')}"
    for quad in quads:
        if facts_only and not _is_fact(quad, entities):
            continue
        if with_text or quad.predicate.value != _TEXT:
            yield quad


def _is_fact(quad: ox.Quad, entities: str) -> bool:
    about_entity = isinstance(quad.graph_name, ox.DefaultGraph) and str(quad.subject).startswith(entities)
    return about_entity and quad.predicate.value not in _NOT_FACTS
