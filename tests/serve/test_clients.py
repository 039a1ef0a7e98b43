"""Clients of another make."""

import subprocess

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.serve.conftest import Server

ANN, BO = "https://example.org/kg/entity/ann-lee", "https://example.org/kg/entity/bo-berg"
DEFEATED = rdflib.URIRef("https://example.org/kg/ontology#defeated")
ROWS = "SELECT ?a ?b { ?a kg:defeated ?b }"


def test_rdflib(server: Server) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        for format in ("xml", "json", "csv", "tsv"):
            store = SPARQLStore(f"{server.address}/sparql", method=method, returnFormat=format)
            found = store.query("SELECT ?b { ?a <https://example.org/kg/ontology#defeated> ?b }")
            assert [str(row[0]) for row in found] == [BO], (method, format)  # type: ignore[index]
    graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql"))
    assert list(graph.objects(rdflib.URIRef(ANN), DEFEATED)) == [rdflib.URIRef(BO)]
    made = graph.query(
        "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b FILTER(?p = <https://example.org/kg/ontology#defeated>) }"
    )
    assert made.graph is not None
    assert len(made.graph) == 1


def curl(*arguments: str) -> str:
    done = subprocess.run(["curl", "--silent", "--max-time", "30", *arguments], capture_output=True, check=True)
    return done.stdout.decode().replace("\r\n", "\n")


def test_curl(server: Server) -> None:
    address = f"{server.address}/sparql"
    csv = f"a,b\n{ANN},{BO}\n"
    assert curl("-G", address, "--data-urlencode", f"query={ROWS}", "-H", "Accept: text/csv") == csv
    assert curl(address, "--data-urlencode", f"query={ROWS}", "-H", "Accept: text/csv") == csv
    assert curl(f"{address}?format=csv", "-H", "Content-Type: application/sparql-query", "--data", ROWS) == csv
    chunked = ("-H", "Transfer-Encoding: chunked", "-H", "Content-Type: application/sparql-query", "--data", ROWS)
    assert curl(f"{address}?format=csv", *chunked) == csv
    assert curl("--head", "-G", address, "--data-urlencode", f"query={ROWS}").startswith("HTTP/1.1 200 OK\n")
