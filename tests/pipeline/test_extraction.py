"""Documents into graphs, in one process or in several, and what may not go into a store."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from kg.errors import ModelMissing
from kg.model import DocumentGraph
from kg.pipeline.extraction import extracted, fault
from kg.read import Source, read
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


def test_two_processes_read_the_same_as_one() -> None:
    paths = sorted((Path(__file__).parents[1] / "eval" / "articles").glob("*.txt"))
    documents = [read(Source(path, path.name), Settings()) for path in paths][:18]
    assert sum(len(document.text) for document in documents) > 50_000, "too little for two processes"
    one, two = (list(extracted(documents, Settings(workers=workers))) for workers in (1, 2))
    assert one == two


def test_a_mistake_of_ours_in_one_article_stops_no_other() -> None:
    sound = election()[0].document
    (_, reason), (_, graph) = extracted([replace(sound, text=cast("Any", 5)), sound], Settings())
    assert isinstance(reason, str)
    assert re.fullmatch(r"cannot be read, by a fault of kg \(\w+Error in \w+\.py, line \d+\); report this", reason)
    assert isinstance(graph, DocumentGraph)


def test_a_missing_model_stops_all() -> None:
    with pytest.raises(ModelMissing):
        list(extracted([election()[0].document], Settings(model="no such model")))


def test_who_allows_longer_texts_can_read_them() -> None:
    document = replace(election()[0].document, text="x" * 1_000_001)
    ((_, reason),) = extracted([document], Settings(max_characters=2_000_000))
    assert reason == "names nobody and nothing that a graph could hold; leave it out"
