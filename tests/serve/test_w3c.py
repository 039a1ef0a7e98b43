"""The protocol tests of the W3C (rdf-tests, sparql11/protocol), each with its request and what must come of it."""

import json
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from tests.serve.conftest import W3C, Server

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
ONE, TWO, THREE = (W3C.format(number) for number in (1, 2, 3))
EMPTY = f"default-graph-uri={quote(W3C.format(0), safe='')}"
TYPED = f"<{ONE}> a ?type . <{TWO}> a ?type ."
IN_GRAPHS = f"GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }}"
NO_UPDATES = "an update, and the endpoint only reads"


@dataclass(frozen=True)
class Case:
    """`expected`: `true`, the kind of the answer, or `4xx`."""

    name: str
    method: str
    parameters: str
    expected: str
    media_type: str = ""
    body: bytes = b""


def graphs(**named: tuple[str, ...]) -> str:
    return "&".join(f"{name}-graph-uri={quote(iri, safe='')}" for name, iris in named.items() for iri in iris)


def asked(query: str) -> str:
    return f"query={quote(query)}"


CASES = [
    Case("query_post_form", "POST", EMPTY, "true", FORM, b"query=ASK%20%7B%7D"),
    Case(
        "query_dataset_default_graphs_get",
        "GET",
        f"{asked(f'ASK {{ {TYPED} }}')}&{graphs(default=(ONE, TWO))}",
        "true",
    ),
    Case(
        "query_dataset_default_graphs_post",
        "POST",
        graphs(default=(ONE, TWO)),
        "true",
        DIRECT,
        f"ASK {{ {TYPED} }}".encode(),
    ),
    Case(
        "query_dataset_named_graphs_post",
        "POST",
        graphs(named=(ONE, TWO)),
        "true",
        DIRECT,
        f"ASK {{ {IN_GRAPHS} }}".encode(),
    ),
    Case(
        "query_dataset_named_graphs_get",
        "GET",
        f"{asked(f'ASK {{ {IN_GRAPHS} }}')}&{graphs(named=(ONE, TWO))}",
        "true",
    ),
    Case(
        "query_dataset_full",
        "POST",
        graphs(default=(THREE,), named=(ONE, TWO)),
        "true",
        DIRECT,
        f"ASK {{ <{THREE}> a ?type {IN_GRAPHS} }}".encode(),
    ),
    # The manifest escapes the `&` between the two parameters as well, and so names one graph that nobody has.
    Case(
        "query_multiple_dataset",
        "POST",
        graphs(named=(ONE, TWO)),
        "true",
        DIRECT,
        f"ASK FROM <{THREE}> {{ {IN_GRAPHS} }}".encode(),
    ),
    Case("query_get", "GET", f"query=ASK%20%7B%7D&{EMPTY}", "true"),
    Case("query_content_type_select", "POST", EMPTY, "table", DIRECT, b"SELECT (1 AS ?value) {}"),
    Case("query_content_type_ask", "POST", EMPTY, "boolean", DIRECT, b"ASK {}"),
    Case("query_content_type_describe", "POST", EMPTY, "RDF", DIRECT, b"DESCRIBE <http://example.org/>"),
    Case("query_content_type_construct", "POST", EMPTY, "RDF", DIRECT, b"CONSTRUCT { <s> <p> 1 } WHERE {}"),
    Case("query_post_direct", "POST", "", "true", DIRECT, b"ASK {}"),
    Case("bad_query_method", "PUT", f"query=ASK%20%7B%7D&{EMPTY}", "4xx", FORM),
    Case("bad_multiple_queries", "GET", "query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", "4xx"),
    Case("bad_query_wrong_media_type", "POST", "", "4xx", "text/plain", b"ASK {}"),
    Case("bad_query_missing_form_type", "POST", "", "4xx", "", b"query=ASK%20%7B%7D"),
    Case("bad_query_missing_direct_type", "POST", "", "4xx", "", b"ASK {}"),
    Case("bad_query_non_utf8", "POST", "", "4xx", f"{DIRECT}; charset=UTF-16", "ASK {}".encode("utf-16")),
    Case("bad_query_syntax", "GET", "query=ASK%20%7B", "4xx"),
    Case("bad_update_get", "GET", "update=CLEAR%20ALL", "4xx"),
    Case("bad_multiple_updates", "POST", "", "4xx", FORM, b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    Case("bad_update_wrong_media_type", "POST", "", "4xx", "text/plain", b"CLEAR NAMED"),
    Case("bad_update_missing_form_type", "POST", "", "4xx", "", b"update=CLEAR%20NAMED"),
    Case("bad_update_non_utf8", "POST", "", "4xx", f"{UPDATE}; charset=UTF-16", "CLEAR NAMED".encode("utf-16")),
    Case("bad_update_syntax", "POST", "", "4xx", FORM, b"update=CLEAR%20XYZ"),
    Case(
        "bad_update_dataset_conflict",
        "POST",
        "using-named-graph-uri=http%3A%2F%2Fexample%2Fpeople",
        "4xx",
        FORM,
        b"update=%20%20%20%20PREFIX%20foaf%3A%20%3Chttp%3A%2F%2Fxmlns.com%2Ffoaf%2F0.1%2F%3E%20WITH%20%3Chttp%3A%2F%2F"
        b"example%2Faddresses%3E%20DELETE%20%7B%20%3Fperson%20foaf%3AgivenName%20%27Bill%27%20%7D%20INSERT%20%7B%20%3F"
        b"person%20foaf%3AgivenName%20%27William%27%20%7D%20WHERE%20%7B%3Fperson%20foaf%3AgivenName%20%27Bill%27%20%7D",
    ),
]
LEFT_OUT = {
    "update_dataset_default_graph": NO_UPDATES,
    "update_dataset_default_graphs": NO_UPDATES,
    "update_dataset_named_graphs": NO_UPDATES,
    "update_dataset_full": NO_UPDATES,
    "update_post_form": NO_UPDATES,
    "update_post_direct": NO_UPDATES,
    "update_base_uri": NO_UPDATES,
}
ALL = 34
"""So many tests are in the manifest."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_of_the_w3c(server: Server, case: Case) -> None:
    headers = {"Content-Type": case.media_type} if case.media_type else {}
    answer = server.ask(case.method, f"/sparql/?{case.parameters}", case.body or None, headers)
    if case.expected == "4xx":
        assert 400 <= answer.status < 500
        return
    assert answer.status == 200, answer.text
    if case.expected == "RDF":
        format = ox.RdfFormat.from_media_type(answer.media_type)
        assert format
        assert list(ox.parse(answer.body, format=format)) or "describe" in case.name
        return
    found = json.loads(answer.body)
    assert answer.media_type == "application/sparql-results+json"
    assert ("boolean" in found) == (case.expected != "table")
    assert case.expected != "true" or found["boolean"] is True


def test_every_test_of_the_manifest_is_here_or_left_out_with_a_reason() -> None:
    names = {case.name for case in CASES}
    assert len(names) == len(CASES)
    assert not names & LEFT_OUT.keys()
    assert len(names) + len(LEFT_OUT) == ALL
