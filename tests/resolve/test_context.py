"""What two articles say of places and people of one name, beside the name."""

import pytest

from kg.model import Certainty, Claim, DocumentGraph, LocalEntity, Mention, Polarity, Span, Status, Voice
from kg.resolve import resolve
from kg.resolve.context import Area, contexts
from tests.samples import document

_HERE = Span(0, 1)


def claim(number: int, subject: str, relation: str, thing: str, **changes: object) -> Claim:
    fields = {"polarity": Polarity.POSITIVE, "status": Status.REPORTED, **changes}
    return Claim(
        id=f"{number}-{subject}-{relation}",
        relation=relation,
        subject=subject,
        object=thing,
        certainty=Certainty.CERTAIN,
        voice=Voice.NARRATOR,
        confidence=0.9,
        passage=_HERE,
        trigger=_HERE,
        **fields,  # type: ignore[arg-type]
    )


def article(number: int, claims: tuple[Claim, ...], *entities: LocalEntity) -> DocumentGraph:
    return DocumentGraph(document(f"Article {number}."), entities, claims=claims)


def place(text: str, label: str = "Norton") -> DocumentGraph:
    begin = text.index(label)
    return DocumentGraph(
        document(text),
        (LocalEntity("norton", "Place", label),),
        (Mention(Span(begin, begin + len(label)), "norton"),),
    )


def told(number: int, name: str, relation: str, other: str, **changes: object) -> DocumentGraph:
    people = (LocalEntity("other", "Person", other), LocalEntity("who", "Person", name))
    return article(number, (claim(number, "who", relation, "other", **changes),), *people)


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


TIED = [
    (("Lee", "nominated", "Ann Berg"), ("Bo Lee", "nominated", "Ann M. Berg"), [2]),
    (("Lee", "nominated", "Ann Berg"), ("Lee", "nominated", "Ann Berg"), [2]),
    (("Lee", "nominated", "Berg"), ("Bo Lee", "nominated", "Berg"), [1, 1]),
    (("Lee", "nominated", "Ann Berg"), ("Bo Lee", "nominated", "Eva Berg"), [1, 1]),
    (("Lee", "nominated", "Ann Berg"), ("Bo Lee", "dismissed", "Ann Berg"), [1, 1]),
    (("Lee", "meets", "Ann Berg"), ("Bo Lee", "meets", "Ann Berg"), [1, 1]),
    (("Jo Lee", "nominated", "Ann Berg"), ("Bo Lee", "nominated", "Ann Berg"), [1, 1]),
]


@pytest.mark.parametrize(("left", "right", "expected"), TIED)
def test_a_bare_family_name_is_whose_tie_it_shares(
    left: tuple[str, str, str], right: tuple[str, str, str], expected: list[int]
) -> None:
    graphs = (told(1, *left), told(2, *right))
    found = [e for e in resolve(graphs).entities if {m.entity for m in e.members} == {"who"}]
    assert sorted(len(entity.members) for entity in found) == expected


@pytest.mark.parametrize("changes", [{"polarity": Polarity.NEGATIVE}, {"status": Status.TENTATIVE}])
def test_what_is_denied_or_hardly_read_ties_nobody(changes: dict[str, object]) -> None:
    graphs = (told(1, "Lee", "nominated", "Ann Berg", **changes), told(2, "Bo Lee", "nominated", "Ann Berg"))
    assert sizes(*graphs, label="Lee") == [1]
