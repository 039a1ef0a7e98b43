"""What two articles say of places of one name, beside the name."""

import pytest

from kg.model import DocumentGraph, LocalEntity, Mention, Span
from kg.resolve import resolve
from kg.resolve.context import Area, contexts
from tests.samples import document


def place(text: str, label: str = "Norton") -> DocumentGraph:
    begin = text.index(label)
    return DocumentGraph(
        document(text),
        (LocalEntity("norton", "Place", label),),
        (Mention(Span(begin, begin + len(label)), "norton"),),
    )


def sizes(*graphs: DocumentGraph, label: str) -> list[int]:
    found = [e for e in resolve(graphs).entities if label in (e.label, *e.alt_labels)]
    return sorted(len(entity.members) for entity in found)


AREAS: list[tuple[str, set[Area]]] = [
    ("Ann Lee left Norton, Maine, in May.", {("US", "Maine")}),
    ("NORTON, Ore., March 4 - Acme said …", {("US", "Oregon")}),
    ("NORTON, Md. March 3 - Acme said …", {("US", "Maryland")}),
    ("Ann Lee left Norton, South Carolina.", {("US", "South Carolina")}),
    ("Ann Lee left Norton, France, in May.", {("FR", "")}),
    ("Ann Lee left Norton, Acme said.", set()),
]
CITIES: list[tuple[str, set[Area]]] = [
    ("Ann Lee left Columbia, Maryland, in May.", {("US", "Maryland")}),
    ("In Geneva, Russia and Norway agreed.", set()),
    ("In Columbia, Russia and Norway agreed.", set()),
]


@pytest.mark.parametrize(("text", "areas"), AREAS)
def test_where_a_place_lies_stands_behind_its_name(text: str, areas: set[Area]) -> None:
    graph = place(text, "NORTON" if "NORTON" in text else "Norton")
    assert {area for context in contexts(graph).values() for area in context.areas} == areas


@pytest.mark.parametrize(("text", "areas"), CITIES)
def test_a_city_lies_in_a_region_of_its_own_country(text: str, areas: set[Area]) -> None:
    label = next(word for word in ("Columbia", "Geneva") if word in text)
    begin = text.index(label)
    mention = Mention(Span(begin, begin + len(label)), "city")
    graph = DocumentGraph(document(text), (LocalEntity("city", "City", label),), (mention,))
    assert {area for context in contexts(graph).values() for area in context.areas} == areas


def test_places_of_one_name_in_two_regions_are_two() -> None:
    maine, other = place("In Norton, Maine, it rains."), place("Norton, Me., is wet.")
    oregon, nowhere = place("In Norton, Oregon, it rains."), place("In Norton it rains.")
    assert sizes(maine, other, oregon, nowhere, label="Norton") == [1, 1, 2]
