"""Places that stand for somebody though no claim asks for them: phrases beside names, "I" and "we" in quotations."""

import pytest

from kg.extract import Extractor
from tests.extract.lines import document

CASES = [
    ("Acme chief executive Ann Lee resigned.", "Ann Lee", {"Acme chief executive", "Ann Lee"}),
    ("The former Acme president Ann Lee resigned.", "Ann Lee", {"former Acme president", "Ann Lee"}),
    ("Ann Lee, the founder of Acme Corporation, resigned.", "Ann Lee", {"Ann Lee", "founder of Acme Corporation"}),
    ("National airline Zenith Airways sued Ann Lee.", "Zenith Airways", {"National airline", "Zenith Airways"}),
    ("The company sued Ann Lee.", "Ann Lee", {"Ann Lee"}),
    ('"I praised Bo Berg," said Ann Lee.', "Ann Lee", {"Ann Lee", "I"}),
    ('"We sued Bo Berg," said Acme Corporation.', "Acme Corporation", {"Acme Corporation", "We"}),
    ('"We sued Bo Berg," said Acme Corporation president Ann Lee.', "Acme Corporation", {"Acme Corporation", "We"}),
    ('"We sued Bo Berg," said former Acme Corporation president Ann Lee.', "Acme Corporation", {"Acme Corporation"}),
    ("We sued Bo Berg, and Ann Lee said she liked us.", "Ann Lee", {"Ann Lee", "she"}),
]


@pytest.mark.parametrize(("text", "label", "expected"), CASES)
def test_these_places_stand_for_the_entity(extractor: Extractor, text: str, label: str, expected: set[str]) -> None:
    graph = extractor.extract(document(text))
    ids = {entity.id for entity in graph.entities if entity.label == label}
    assert {mention.span.of(text) for mention in graph.mentions if mention.entity in ids} == expected
