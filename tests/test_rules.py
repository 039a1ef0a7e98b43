"""Sound graphs break no rule; a rule that is broken is told, in one line that says where."""

import pytest

from kg.model import DocumentGraph
from kg.ontology import load_ontology
from kg.rules import broken_rules
from tests.rdf.broken import BROKEN, Broken
from tests.samples import election

ONTOLOGY = load_ontology()


@pytest.mark.parametrize("graph", election())
def test_sound_graphs_break_no_rule(graph: DocumentGraph) -> None:
    assert broken_rules(graph, ONTOLOGY, threshold=0.5) == []


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_told(broken: Broken) -> None:
    assert any(broken.fault in line for line in broken_rules(broken.graph, ONTOLOGY, threshold=0.5))


def test_each_fault_is_one_line_that_names_where_it_is() -> None:
    for broken in BROKEN.values():
        lines = broken_rules(broken.graph, ONTOLOGY, threshold=0.5)
        assert len(lines) == len(set(lines))
        assert not [line for line in lines if "\n" in line]


def test_the_threshold_is_that_of_the_settings() -> None:
    lines = broken_rules(election()[0], ONTOLOGY, threshold=0.95)
    assert [line.rsplit(" ", 1)[-1] for line in lines] == ["Tentative"] * 3
