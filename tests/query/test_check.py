"""What a query may not do, and that nothing else is refused."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query.check import uses
from kg.query.library import Query, parse_query
from kg.query.run import run
from kg.store import Store

PREFIXES = {"ex": "https://example.org/"}
ELSEWHERE = "<http://127.0.0.1:9/>"


def query(text: str) -> Query:
    return parse_query("q", text)


@pytest.fixture
def callers() -> Iterator[list[str]]:
    """The requests that reach a server, whose address is the first element."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815 - the name that the server looks for

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    seen.append(f"<http://127.0.0.1:{server.server_port}/>")
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield seen
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE URL { ?s ?p ?o } }",
        "select * { service silent URL { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(1<2)SERVICE#>\nURL{} }",
        "ASK { FILTER NOT EXISTS { OPTIONAL { SeRvIcE\tURL {} } } }",
        "SELECT * { { SELECT * { SERVICE URL {} } } UNION {} }",
        "SELECT * { VALUES ?url { URL } SERVICE ?url {} }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE # \n SILENT\n URL { ?s ?p ?o } }",
        "PREFIX ecivres: <x:> PREFIX service: <http://127.0.0.1/> SELECT * { SERVICE service:x { ?s ecivres:x ?o } }",
        "PREFIX : <http://127.0.0.1/> SELECT * { ?s ?p ?o SERVICE:x {} }",
        "# a comment\n\n# another\rSELECT * { SERVICE URL {} } # ends\n",
    ],
)
def test_nothing_reaches_the_network(text: str, callers: list[str], store: Store) -> None:
    with pytest.raises(QueryError, match="q uses SERVICE, which would go out to the network"):
        run(query(text.replace("URL", callers[0])), store, PREFIXES)
    assert callers[1:] == []


def test_oxigraph_itself_would_go_there(callers: list[str]) -> None:
    with pytest.raises(OSError, match="404"):
        ox.Store().query(f"ASK {{ SERVICE {callers[0]} {{}} }}")
    assert callers[1:] == ["/"]


def test_from_is_the_name_of_a_graph_and_never_fetched(callers: list[str], store: Store) -> None:
    run(query("SELECT * FROM URL FROM NAMED URL { ?s ?p ?o }".replace("URL", callers[0])), store, PREFIXES)
    assert callers[1:] == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <http://x/> {}' }",
        "SELECT * { ?s <http://service/SERVICE> ?o } # SERVICE <http://x/> {}",
        'SELECT * { ?s ?p """\nSERVICE\n""", "\\"SERVICE", "SERVICE"@en-service }',
        "PREFIX service: <http://service/> SELECT * { service:service ex:service _:service }",
    ],
)
def test_the_word_alone_is_harmless(text: str, store: Store) -> None:
    run(query(text), store, PREFIXES)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { ex:a ex:b ex:c }",
        "# note\nPREFIX a: <b:> # note\nBASE <x:y>\n delete where { ?s ?p ?o }",
        f"LOAD {ELSEWHERE}",
        "DROP ALL",
        "WITH ex:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(text: str, store: Store) -> None:
    with pytest.raises(QueryError, match="q is an update, and a query only reads: use SELECT"):
        run(query(text), store, PREFIXES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT * {\n ?s ?p ?o ?x }",
            r"line 2, column 15, “\?s \?p \?o \?x }‸” \(expected: BIND\): correct it there",
        ),
        (
            "SELECT * {\n ?s a no:Thing }",
            r"prefix no:, which is not declared, before line 2, column 15: add `PREFIX no:",
        ),
        ("SELECT * { ?s foaf:name 'x' }", "foaf:, which is not .* add `PREFIX foaf: <http://xmlns.com/foaf/0.1/>`"),
        ("SELECT * { ?s exx:name ?o }", "write ex: if you mean that, or add `PREFIX exx: <IRI>`"),
        ("SELECT * { ?s ?p 'a:b' ?x", "cannot be read at"),
        ("SELECT (1 AS ?x) ?x {}", r"line 1, column \d+.* \(expected: Duplicated variable name in SELECT\)"),
        ("hello", "q cannot be read at line 1, column 6, “hello‸”: correct it there"),
        ("SELECT * { SERVICE }\n?", "q cannot be read at line 1, column "),
        ("", "q cannot be read at line 1, column 1: correct it there"),
    ],
)
def test_a_mistake_is_named_in_one_line(text: str, message: str, store: Store) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        run(query(text), store, PREFIXES)
    assert "\n" not in str(caught.value)


def test_a_long_comment_is_read_in_no_time(store: Store) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        run(query("# " * 5000 + "\n nonsense"), store, PREFIXES)


@pytest.mark.parametrize(
    ("text", "keyword", "found"),
    [
        ("SELECT * FROM ex:g { ?s ?p ?o }", "from", True),
        ("select*from<x:y>{}", "from", True),
        ("SELECT ?from { ?from ex:from 'FROM', '\\from' } # FROM", "from", False),
        ("SELECT ?s { ?s ?p ?o } ORDER BY ?s", "order", True),
        ("SELECT ?order { ?order ?p ?o } LIMIT 1", "order", False),
        ("SELECT (<x:unknown>(1) AS ?from) {}", "from", False),
    ],
)
def test_keywords_are_told_from_other_words(text: str, keyword: str, found: bool) -> None:
    assert uses(text, keyword, PREFIXES) is found
