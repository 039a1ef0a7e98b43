"""What the endpoint answers."""

import json
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.ids import Names
from kg.rdf.vocabulary import CLAIM, TYPE
from kg.store import WritableStore
from tests.serve.conftest import Server, filled, served

ROWS = "SELECT ?a ?b { ?a kg:defeated ?b }"
GRAPH = "CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b }"
ANN = "https://example.org/kg/entity/ann-lee"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (ROWS, "*/*", "application/sparql-results+json"),
        (ROWS, "", "application/sparql-results+json"),
        (ROWS, "text/csv", "text/csv"),
        (ROWS, "text/*", "text/csv"),
        (ROWS, "text/tab-separated-values, text/csv;q=0.9", "text/tab-separated-values"),
        (ROWS, "image/png, application/sparql-results+xml;q=0.1", "application/sparql-results+xml"),
        (ROWS, "application/json", "application/json"),
        (ROWS, "text/turtle, application/sparql-results+json;q=0.1", "application/sparql-results+json"),
        (GRAPH, "*/*", "text/turtle"),
        (GRAPH, "application/n-triples", "application/n-triples"),
        (GRAPH, "application/ld+json", "application/ld+json"),
        (GRAPH, "application/rdf+xml", "application/rdf+xml"),
        (GRAPH, "application/trig", "application/trig"),
        (GRAPH, "application/n-quads, text/turtle;q=0.5", "application/n-quads"),
        ("DESCRIBE ent:ann-lee", "*/*", "text/turtle"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_the_client_chooses_the_format(server: Server, query: str, accept: str, media_type: str) -> None:
    answer = server.get(query, accept)
    assert (answer.status, answer.media_type) == (200, media_type)
    assert ANN in answer.text or "ent:ann-lee" in answer.text or "true" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "says"),
    [
        ("GET", "/sparql?query=SELECT%20%7B", None, {}, 400, "line 1, column 9"),
        ("GET", "/sparql?query=ASK%20%7B%3Fa%20nope%3Ab%20%3Fc%7D", None, {}, 400, "the prefix nope:"),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400, "2 parameters `query`"),
        ("GET", "/sparql?query=%FF", None, {}, 400, "not UTF-8"),
        ("GET", f"/sparql?query={quote('INSERT DATA { <a:a> <a:a> 1 }')}", None, {}, 400, "is an update"),
        ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 400, "only reads"),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", None, {}, 400, "not named by an IRI"),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "image/png"}, 406, "accept application/sparql-results"),
        ("GET", f"/sparql?query={quote(GRAPH)}", None, {"Accept": "text/csv"}, 406, "text/turtle"),
        ("GET", "/sparql?query=ASK%7B%7D&format=png", None, {}, 406, "no format 'png'"),
        ("GET", f"/sparql?query={quote('SELECT * { ?a ?b ?c . ?d ?e ?f }')}", None, {}, 500, "more than 500 rows"),
        ("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415, "application/sparql-query"),
        ("POST", "/sparql", b"CLEAR ALL", {"Content-Type": "application/sparql-update"}, 415, "only reads"),
        ("POST", "/sparql", b"update=CLEAR+ALL", FORM, 400, "only reads"),
        ("POST", "/sparql", b"", FORM, 400, "`query` is missing"),
        ("POST", "/sparql", b"ASK { \xff }", DIRECT, 400, "not UTF-8"),
        ("POST", "/sparql", b"#" * 300_000, DIRECT, 413, "more than 262,144 bytes"),
        ("POST", "/sparql", b"#" * 1_100_000, DIRECT, 413, "more than 1,048,576 bytes"),
        ("PUT", "/sparql?query=ASK%7B%7D", None, {}, 405, ""),
        ("DELETE", "/sparql", None, {}, 405, ""),
        ("GET", "/nothing", None, {}, 404, ""),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"Host": "evil.example"}, 421, "use that name"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(
    server: Server, method: str, path: str, body: bytes | None, headers: dict[str, str], status: int, says: str
) -> None:
    answer = server.ask(method, path, body, headers)
    assert (answer.status, says in answer.text) == (status, True), answer.text
    assert "\n" not in answer.text.rstrip("\n")


def test_a_query_can_be_posted(server: Server) -> None:
    direct = server.ask("POST", "/sparql", ROWS.encode(), DIRECT)
    form = server.ask("POST", "/sparql", f"query={quote(ROWS)}".encode(), FORM)
    assert direct.body == form.body == server.get(ROWS).body
    assert json.loads(direct.body)["results"]["bindings"][0]["a"]["value"] == ANN


def test_head_and_options(server: Server) -> None:
    head = server.ask("HEAD", f"/sparql?query={quote(ROWS)}")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(server.get(ROWS).body)))
    options = server.ask("OPTIONS", "/sparql", None, {"Origin": "https://elsewhere.example"})
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert not any(name.startswith("access-control") for name in options.headers)


def test_an_answer_that_the_client_has_is_not_sent_again(server: Server) -> None:
    path = f"/sparql?query={quote(ROWS)}"
    tag = server.ask("GET", path).headers["etag"]
    assert server.ask("GET", path, None, {"If-None-Match": tag}).status == 304
    assert server.ask("GET", path, None, {"If-None-Match": tag, "Accept": "text/csv"}).status == 200
    assert "etag" not in server.get("SELECT (RAND() AS ?a) {}").headers


def test_health_and_the_first_page(server: Server) -> None:
    assert json.loads(server.ask("GET", "/health").body)["ok"] is True
    page = server.ask("GET", "/")
    assert (page.status, 'action="/sparql" method="get"' in page.text) == (200, True)
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert server.ask("GET", "/sparql", None, browser).headers["location"] == "/"


def test_what_is_published_meanwhile_is_answered(tmp_path: Path) -> None:
    count = "SELECT (COUNT(*) AS ?number) { ?a a kg:Claim }"
    store = filled(tmp_path / "store")
    with served(store, tmp_path / "log") as server:
        before = server.get(count, "text/csv")
        with WritableStore.opened(store, Names()) as writer:
            writer.change([ox.Quad(ox.NamedNode(Names().claim("new")), TYPE, CLAIM)])
            between = server.get(count, "text/csv")
            writer.publish()
        after = server.get(count, "text/csv")
    numbers = [int(answer.text.split()[1]) for answer in (before, between, after)]
    assert numbers == [numbers[0], numbers[0], numbers[0] + 1]
    assert before.headers["etag"] == between.headers["etag"] != after.headers["etag"]
