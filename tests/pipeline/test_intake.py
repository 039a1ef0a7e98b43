"""What may not go into a store."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import DocumentGraph
from kg.pipeline.intake import fault
from kg.settings import Settings
from tests.samples import election


def without_mentions_of_speakers(graph: DocumentGraph) -> DocumentGraph:
    return replace(graph, claims=tuple(replace(claim, source_mention=None) for claim in graph.claims))


def with_a_status_of_another_threshold(graph: DocumentGraph) -> DocumentGraph:
    return replace(graph, claims=tuple(replace(claim, confidence=0.1) for claim in graph.claims))


@pytest.mark.parametrize("graph", election(), ids=lambda graph: graph.document.sources[0])
def test_a_sound_graph_has_no_fault(graph: DocumentGraph) -> None:
    assert fault(graph, Settings()) is None


@pytest.mark.parametrize("broken", [without_mentions_of_speakers, with_a_status_of_another_threshold])
def test_a_graph_that_breaks_a_rule_is_refused_with_the_rule(broken: Callable[[DocumentGraph], DocumentGraph]) -> None:
    reason = fault(broken(election()[1]), Settings())
    assert reason
    assert reason.startswith("would break rules of the graph (2; the first: claim ")


def test_a_graph_of_nothing_is_refused() -> None:
    assert fault(DocumentGraph(election()[0].document), Settings()) == (
        "names nobody and nothing that a graph could hold; leave it out"
    )
