"""The ontology as data: complete, readable, and at one with the model."""

from collections import defaultdict

import pyoxigraph as ox
import pytest

from kg.ids import KG
from kg.model import Certainty, Polarity, Review, Status, Voice
from kg.ontology import Relation, load_ontology
from kg.rdf import tables
from kg.rdf import vocabulary as v
from kg.resources import folder

ONTOLOGY = load_ontology()
OWL_CLASS = ox.NamedNode("http://www.w3.org/2002/07/owl#Class")
ROLES = {v.kg("Relation"), v.kg("Qualifier"), v.kg("Bookkeeping")}

TYPES: dict[str, set[ox.NamedNode]] = defaultdict(set)
WORDS: dict[str, list[str]] = defaultdict(list)
QUADS = list(ox.parse(path=folder("ontology") / "kg.ttl", format=ox.RdfFormat.TURTLE))
for quad in QUADS:
    if quad.predicate == v.TYPE:
        TYPES[quad.subject.value].add(quad.object)
    if quad.predicate.value in (v.RDFS + "label", v.RDFS + "comment"):
        WORDS[quad.subject.value].append(quad.object.value)
TERMS = sorted(iri for iri in TYPES if iri.startswith(KG))

CLOSED = """
    hasRoleAt memberOf spokespersonFor candidateFor elected appointed nominated dismissed defeated resignedFrom
    succeeded citizenOf bornIn age siblingOf parentOf spouseOf residesIn educatedAt died disappeared headquarteredIn
    locatedIn partOf founded memberCount acquired mergedWith owns invested employs supports opposes criticizes
    praises accuses warns threatens urges sanctions cooperatesWith arrested detained charged convicted acquitted
    sentenced investigates sues meets visits attacks signs
"""
HAPPENINGS = """
    defeated elected appointed nominated dismissed resignedFrom succeeded died disappeared acquired mergedWith arrested
    detained charged convicted acquitted sentenced meets visits attacks signs
"""
QUALIFIED = {
    "hasRoleAt": "title",
    "candidateFor": "title",
    "elected": "title",
    "appointed": "title",
    "nominated": "title",
    "dismissed": "title",
    "resignedFrom": "title",
    "defeated": "votesFor votesAgainst",
    "acquired": "amount currency",
    "supports": "content",
    "urges": "content",
    "charged": "charge",
    "sentenced": "charge sentence",
}


def relation(name: str) -> Relation:
    found = ONTOLOGY.relation(name)
    assert found
    return found


def test_the_closed_relations_are_those_of_the_contract() -> None:
    assert set(ONTOLOGY.relations) == set(CLOSED.split())


def test_happenings_are_told_apart_by_date_and_offices_by_title() -> None:
    identified = {name: r.identified_by for name, r in ONTOLOGY.relations.items() if r.identified_by}
    assert identified == dict.fromkeys(HAPPENINGS.split(), "date") | {"hasRoleAt": "title", "candidateFor": "title"}


@pytest.mark.parametrize(("name", "qualifiers"), QUALIFIED.items())
def test_relations_name_their_qualifiers(name: str, qualifiers: str) -> None:
    said = {q.object.value for q in QUADS if (q.subject, q.predicate) == (v.kg(name), v.kg("qualifiedBy"))}
    assert {KG + qualifier for qualifier in qualifiers.split()} <= said


def test_no_iri_has_two_roles() -> None:
    assert {term: len(TYPES[term] & ROLES) for term in TERMS if len(TYPES[term] & ROLES) > 1} == {}


def test_every_property_has_a_role() -> None:
    properties = {q.predicate.value for q in QUADS if q.predicate.value.startswith(KG)}
    properties |= {term for term in TERMS if any(cls.value.endswith("Property") for cls in TYPES[term])}
    assert {term for term in properties if len(TYPES[term] & ROLES) != 1} == set()


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_one_label_and_one_comment(term: str) -> None:
    assert len(WORDS[term]) == 2
    assert all(WORDS[term])


def test_no_relation_is_used_in_the_bookkeeping_of_the_nouns() -> None:
    every = (tables.DOCUMENT, tables.ENTITY, tables.CLAIM, tables.STATEMENT, tables.CONFLICT, tables.CHANGE)
    used = {row.predicate.value for table in every for row in table if row.predicate.value.startswith(KG)}
    used |= {t.value for t in (v.MENTION_OF, v.REFERS_TO, v.IN_DOCUMENT, v.BOILERPLATE_BECAUSE, v.UNUSED_BECAUSE)}
    relations = {KG + name for name in ONTOLOGY.relations}
    assert used & relations == set()
    assert used - set(TERMS) == set()


@pytest.mark.parametrize("values", [Status, Certainty, Polarity, Voice, Review])
def test_the_values_of_the_model_are_declared(values: type[Status | Certainty | Polarity | Voice | Review]) -> None:
    cls = v.kg(values.__name__)
    assert {term for term in TERMS if cls in TYPES[term]} == {KG + value for value in values}


def test_ends_and_identifiers_of_relations_are_declared() -> None:
    for found in ONTOLOGY.relations.values():
        assert found.domain
        assert set(found.domain) <= set(ONTOLOGY.kinds)
        assert set(found.range) <= {*ONTOLOGY.kinds, "Literal"}
        assert found.identified_by is None or found.identified_by in ONTOLOGY.qualifiers
        assert found.drawn_as in {"office", "change", "stance", "law", "tie", "place"}


def test_what_takes_no_object_has_no_words_for_it() -> None:
    assert {name for name, found in ONTOLOGY.relations.items() if not found.range} == {"died", "disappeared"}
    assert {name for name, found in ONTOLOGY.relations.items() if not found.inverse} == {"died", "disappeared"}


def test_values_that_change_with_time_are_time_scoped() -> None:
    assert {name for name, found in ONTOLOGY.relations.items() if found.time_scoped} == {"age", "memberCount"}
    assert relation("age").range == ("Literal",)


def test_nothing_is_both_symmetric_and_asymmetric() -> None:
    assert not [name for name, found in ONTOLOGY.relations.items() if found.symmetric and found.asymmetric]
    assert relation("meets").symmetric
    assert relation("parentOf").asymmetric
    assert relation("defeated").asymmetric


@pytest.mark.parametrize(
    ("kind", "ancestor", "expected"),
    [
        ("City", "City", True),
        ("City", "Place", True),
        ("City", "Thing", True),
        ("Place", "City", False),
        ("Person", "Organization", False),
        ("Claim", "Thing", False),
        ("Unheard", "Thing", False),
        ("City", "Unheard", False),
    ],
)
def test_kinds_are_nested(kind: str, ancestor: str, expected: bool) -> None:
    assert ONTOLOGY.is_a(kind, ancestor) is expected


def test_every_class_of_things_is_a_kind() -> None:
    things = "Thing Person Organization Place Country City Group Happening Work Object"
    assert set(ONTOLOGY.kinds) == set(things.split())
    assert [kind.name for kind in ONTOLOGY.kinds.values() if kind.parent is None] == ["Thing"]


def test_an_open_relation_is_not_declared_but_has_words() -> None:
    assert ONTOLOGY.relation("rel:warn_about") is None
    assert ONTOLOGY.label("rel:warn_about") == "warn about"
    assert ONTOLOGY.label("Anticipated") == "anticipated"


def test_the_place_of_a_claim_is_an_entity_and_its_date_a_value() -> None:
    assert ONTOLOGY.qualifiers["place"].range == ("Thing",)
    assert ONTOLOGY.qualifiers["date"].range == ("date", "gMonth", "gMonthDay", "gYear", "gYearMonth")


def test_the_ontology_is_read_once() -> None:
    assert load_ontology() is ONTOLOGY
