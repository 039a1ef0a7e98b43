"""Places that stand for somebody though no claim asks for them: phrases beside names, "I" and "we" in quotations."""

import pytest

from kg.extract import Extractor
from tests.extract.lines import document

CASES = [
    (
        "Acme chief executive Ann Lee resigned.",
        "Ann Lee",
        {"Acme chief executive Ann Lee", "Acme chief executive", "Ann Lee"},
    ),
    (
        "The former Acme president Ann Lee resigned.",
        "Ann Lee",
        {"former Acme president Ann Lee", "former Acme president", "Ann Lee"},
    ),
    (
        "Ann Lee, the founder of Acme Corporation, resigned.",
        "Ann Lee",
        {"Ann Lee, the founder of Acme Corporation", "Ann Lee", "founder of Acme Corporation"},
    ),
    (
        "National airline Zenith Airways sued Ann Lee.",
        "Zenith Airways",
        {"National airline Zenith Airways", "National airline", "Zenith Airways"},
    ),
    (
        "Bo Berg and Acme president Ann Lee resigned.",
        "Ann Lee",
        {"Acme president Ann Lee", "Acme president", "Ann Lee"},
    ),
    ("Back at last: airline pilot Ann Lee", "Ann Lee", {"airline pilot Ann Lee", "airline pilot", "Ann Lee"}),
    (
        "Ann Lee, chairwoman and founder of Acme Corporation, resigned.",
        "Ann Lee",
        {"Ann Lee, chairwoman and founder of Acme Corporation", "Ann Lee", "chairwoman"},
    ),
    (
        "The Prime Minister of Norway, Mr. Bo Berg, resigned.",
        "Bo Berg",
        {"Prime Minister of Norway, Mr. Bo Berg", "Prime Minister of Norway", "Bo Berg"},
    ),
    (
        "Oslo Airport, the country's main airport, was closed.",
        "Oslo Airport",
        {"Oslo Airport, the country's main airport", "Oslo Airport"},
    ),
    (
        "Acme Corporation sued Bo Berg. The Acme Corporation parent company sued Ann Lee. The Acme Corporation news "
        "agency closed.",
        "Acme Corporation",
        {"Acme Corporation", "Acme Corporation news agency"},
    ),
    (
        "Acme Corporation sued Bo Berg. Northland Steel and Acme Corporation parent company Apex Lines (APX) sued Lee.",
        "Northland Steel",
        {"Northland Steel"},
    ),
    ("The ferry Nordstrand sank off Oslo.", "Nordstrand", {"ferry Nordstrand", "Nordstrand"}),
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


NAMES = [
    (
        "OSLO, March 2 - Norton Gas Supply Corp said it sued Maria Lopez.",
        {"Oslo", "Norton Gas Supply Corp", "Maria Lopez"},
    ),
    (
        "COLUMBIA, Md. March 3 - Acme Corporation said it had sued Maria Lopez.",
        {"Columbia", "Maryland", "Acme Corporation", "Maria Lopez"},
    ),
    (
        "FAIR LAWN, March 3 - Acme Corporation said it had sued Maria Lopez.",
        {"FAIR LAWN", "Acme Corporation", "Maria Lopez"},
    ),
    (
        "BAHRAIN, March 3 - Acme Corporation said it had sued Maria Lopez.",
        {"Bahrain", "Acme Corporation", "Maria Lopez"},
    ),
    ("Norton Gas <NGS> sued Maria Lopez.", {"Norton Gas", "Maria Lopez"}),
    ("Maria Lopez landed in Vienna at 16:30 UTC.", {"Maria Lopez", "Vienna"}),
    ("The bonds of Norton Gas were rated CCC-plus.", {"Norton Gas"}),
    ("Norton Alpine Lines NAL sued Maria Lopez.", {"Norton Alpine Lines", "Maria Lopez"}),
    (
        "The Air Force praised Ann Lee, Assistant Secretary of the Air Force for Supplies.",
        {"Air Force", "Ann Lee"},
    ),
    (
        "Northland Steel sued the Air Force. Few liked the Northland Steel-Air Force contract.",
        {"Northland Steel", "Air Force"},
    ),
    (
        "Ann Lee was Secretary of the Green Centre for Peace. The Green Centre praised her.",
        {"Ann Lee", "Green Centre for Peace", "Green Centre"},
    ),
    (
        "Air Force cancels order\n\nThe Northland Air Force sued Ann Lee. The Air Force praised Bo Berg.",
        {"Northland Air Force", "Ann Lee", "Bo Berg"},
    ),
    (
        "The Air Force cancelled an order. Later the Northland Air Force praised Ann Lee.",
        {"Air Force", "Northland Air Force", "Ann Lee"},
    ),
    ("Bo Moe was charged with poisoning Briton Neil Vindsloe.", {"Bo Moe", "Neil Vindsloe"}),
    ("MPs praised Ann Lee. He told MPs that Bo Berg left.", {"Ann Lee", "Bo Berg"}),
    ("Dane Cook met Ann Lee. Dane praised Bo Berg.", {"Dane Cook", "Ann Lee", "Bo Berg"}),
    ("Mr. Pole met Ann Lee. Pole praised Bo Berg.", {"Pole", "Ann Lee", "Bo Berg"}),
    ("The New York State Attorney General sued Ann Lee.", {"New York", "Ann Lee"}),
    ("NORTONIA falls\n\nNortonia Gas Supply sued Maria Lopez.", {"Nortonia Gas Supply", "Maria Lopez"}),
]


@pytest.mark.parametrize(("text", "labels"), NAMES)
def test_these_are_the_names_and_no_others(extractor: Extractor, text: str, labels: set[str]) -> None:
    assert {entity.label for entity in extractor.extract(document(text)).entities if entity.named} == labels


PEOPLE = [
    # said to be people beside the name, once: everywhere
    (
        "So in choosing Rupta, the TV star and doctor, Ann Lee was bold. Acme learned of Rupta's candidacy.",
        "Rupta",
        ["Rupta", "Rupta", "Rupta, the TV star and doctor", "TV star"],
    ),
    (
        "Padge Vindsloe, 42, was charged in Oslo. Vindsloe, who uses aliases, met Ann Lee.",
        "Padge Vindsloe",
        ["Padge Vindsloe", "Vindsloe", "who"],
    ),
    (
        "In each case, President Vindsloe met Ann Lee. Voters handed Vindsloe a defeat.",
        "Vindsloe",
        ["President Vindsloe", "President", "Vindsloe", "Vindsloe"],
    ),
    (
        'They liked it. "Mr. Vindsloe, why?" Bo Berg asked. They do not agree with Vindsloe.',
        "Vindsloe",
        ["Vindsloe", "Vindsloe"],
    ),
    # parts of family names, and nicknames
    (
        "The judge met Ann Kollar-Moe. Bo Berg questioned Kollar-Moe's order.",
        "Ann Kollar-Moe",
        ["Ann Kollar-Moe", "Kollar-Moe"],
    ),
    (
        "Commissioner James O’Neill met Ann Lee. O'Neill praised it.",
        "James O’Neill",
        ["James O’Neill", "O'Neill"],
    ),
    (
        "James Van Der Moe met Ann Lee. Van Der Moe left the show.",
        "James Van Der Moe",
        ["James Van Der Moe", "Van Der Moe"],
    ),
    (
        'Craig "Lewi" Lewis met Ann Lee. Lewi left the show.',
        'Craig "Lewi" Lewis',
        ['Craig "Lewi" Lewis', "Lewi"],
    ),
]


@pytest.mark.parametrize(("text", "label", "expected"), PEOPLE)
def test_these_are_people(extractor: Extractor, text: str, label: str, expected: list[str]) -> None:
    graph = extractor.extract(document(text))
    ids = {entity.id for entity in graph.entities if (entity.label, entity.kind) == (label, "Person")}
    assert sorted(m.span.of(text) for m in graph.mentions if m.entity in ids) == sorted(expected)


NO_PEOPLE = [
    ("Bethany England, 28, met Ann Lee. England praised the England team.", "England"),
    ("Developer Valve sued Ann Lee. Valve praised Bo Berg.", "Valve"),
    ("Deputy Defense Secretary Ann Lee met Bo Berg. She praised Defense.", "Defense"),
    ("Mr. Lee met Bo Berg. The Lee Foundation praised Ann Moe.", "Lee Foundation"),
]


@pytest.mark.parametrize(("text", "label"), NO_PEOPLE)
def test_these_are_no_people(extractor: Extractor, text: str, label: str) -> None:
    kinds = {e.label: e.kind for e in extractor.extract(document(text)).entities}
    assert kinds.get(label) != "Person"
