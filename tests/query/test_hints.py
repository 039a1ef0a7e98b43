"""Why an answer is empty."""

import pytest

from kg.query import ResultTable, hints, run
from kg.query.library import parse_query
from kg.rdf import prefixes
from kg.store import Store


def told(text: str, store: Store) -> tuple[str, ...]:
    return hints(parse_query("q", text), store, prefixes(store.names))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "SELECT * { ?a kg:defeted ?b }",
            "is neither in the ontology nor in the store; nearest: kg:defeated",
        ),
        ("SELECT * { ?a a kg:Organisation }", "is neither in the ontology nor in the store; nearest: kg:Organization"),
        ("SELECT * { ?a kg:acquired 'x' }", "kg:acquired occurs nowhere in the store"),
        ("SELECT * { ?a kg:dismissed ?b }", "no triple has kg:dismissed as its predicate: ask for statements"),
        ("ASK { ?a rel:leave|rel:go ?b }", "rel:go occurs nowhere in the store"),
        ("SELECT * { ?a rdf:subejct ?b }", "rdf:subejct occurs nowhere in the store"),
        ("PREFIX s: <http://schema.test/> SELECT * { ?a s:name ?b }", "s:name occurs nowhere in the store"),
        ("DESCRIBE ent:ann-le", "ent:ann-le occurs nowhere in the store; nearest: ent:ann-lee"),
        ("SELECT * { ?a rdfs:label 'Ann Le' }", "nothing is called “Ann Le”; nearest: “Ann Lee”"),
        ('SELECT * { ?a rdfs:label|skos:altLabel "Zzyzx" }', "nothing is called “Zzyzx”"),
    ],
)
def test_what_occurs_nowhere_is_told(text: str, hint: str, store: Store) -> None:
    assert any(hint in line for line in told(text, store))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?a kg:defeated ent:ann-lee }",
        "SELECT * { ?a rdf:predicate kg:dismissed ; kg:status kg:Denied }",
        "SELECT * { ?a rdf:predicate 'kg:nix' } # kg:nix",
        'SELECT * { ?a ?p """rdfs:label "Nobody" kg:nix""" }',
        "SELECT * { ?kg ?p <https://example.org/kg:nix> }",
        "BASE <http://x.test/> PREFIX kg: <y> SELECT * { ?a kg:nix ?b }",
        "SELECT * { ?a rdfs:label ?b FILTER(xsd:integer('1') = '2'^^xsd:integer) }",
        "SELECT * { ?a rdfs:label 'Oslo' ; kg:named false }",
        "SELECT * { ?a ?b ?c FILTER(?c = 'Nobody') }",
        "SELECT * { ?a rdfs:label 'Nobody'@en }",
    ],
)
def test_what_is_not_known_to_be_so_is_not_told(text: str, store: Store) -> None:
    found = run(parse_query("q", text), store, prefixes(store.names))
    assert isinstance(found, ResultTable)
    assert found.rows == ()
    assert told(text, store) == ()
