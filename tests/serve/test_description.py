"""What the server says of itself to programs."""

import pyoxigraph as ox
import pytest

from kg.query import named_queries
from tests.serve.conftest import Server

PREFIXES = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "sh": "http://www.w3.org/ns/shacl#",
    "kg": "https://example.org/kg/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}


def described(server: Server, path: str, accept: str = "") -> ox.Store:
    answer = server.ask("GET", path, None, {"Accept": accept} if accept else {})
    assert answer.status == 200, answer.text
    store = ox.Store()
    store.load(answer.body, format=ox.RdfFormat.from_media_type(answer.media_type))
    return store


def rows(store: ox.Store, text: str) -> list[list[str]]:
    found = store.query(text, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return [[term.value for term in row] for row in found]


@pytest.mark.parametrize("accept", ["", "text/turtle", "application/rdf+xml", "application/ld+json"])
@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
def test_service_and_dataset(server: Server, path: str, accept: str) -> None:
    store = described(server, path, accept)
    found = rows(store, "SELECT ?e ?d { ?e a sd:Service ; sd:endpoint ?e ; sd:defaultDataset ?d . ?d a void:Dataset }")
    assert found == [[f"{server.address}/sparql", f"{server.address}/.well-known/void#dataset"]]


def test_what_is_counted_is_so(server: Server) -> None:
    store = described(server, "/.well-known/void")
    for name, text in (
        ("triples", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        ("documents", "SELECT (COUNT(?s) AS ?n) { ?s a kg:Document }"),
        ("properties", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
    ):
        told = rows(store, f"SELECT ?n {{ ?d a void:Dataset ; void:{name} ?n }}")
        assert server.get(text, "text/csv").text.splitlines()[1:] == [told[0][0]]
    people = "SELECT ?n { ?d void:classPartition ?p . ?p void:class kg:Claim ; void:entities ?n }"
    counted = server.get("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Claim }", "text/csv").text.splitlines()[1]
    assert rows(store, people) == [[counted]]


def test_the_named_queries_are_examples_that_run_as_they_are(server: Server) -> None:
    store = described(server, "/sparql")
    examples = rows(store, "SELECT ?title ?text { ?q a sh:SPARQLExecutable ; rdfs:label ?title ; sh:select ?text }")
    assert {title for title, _ in examples} == {query.title for query in named_queries()}
    empty = ox.Store()
    for _, text in examples:
        empty.query(text)  # without any prefix of ours
