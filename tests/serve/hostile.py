"""Queries and requests that would take a server down, let it write, or have it go elsewhere."""

# ruff: noqa: E501, S608

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

ELSEWHERE = "http://127.0.0.1:{port}/"
"""An address at which somebody listens who is to hear nothing."""
_ANY = " ".join(f"?a{number} ?b{number} ?c{number} ." for number in range(8))
_LONG = "(1 AS ?a)" + "".join(f" BIND(CONCAT(?v{n},?v{n}) AS ?v{n + 1})" for n in range(40))


@dataclass(frozen=True)
class Hostile:
    """`statuses` are those that will do; all of them but 200 are refusals."""

    name: str
    query: str
    statuses: frozenset[int] = frozenset({200, 400, 500, 503})


def _slow() -> Iterator[tuple[str, str]]:
    """Run for ever, or nearly."""
    yield "cross product", f"SELECT (COUNT(*) AS ?n) {{ {_ANY} }}"
    yield "cross product in order", f"SELECT * {{ {_ANY} }} ORDER BY ?a0 ?c7 LIMIT 1"
    yield "cross product of distinct rows", f"SELECT DISTINCT ?a0 {{ {_ANY} }} OFFSET 100000000"
    yield "cross product that fits nothing", f"ASK {{ {_ANY} FILTER(?c0 = ?c1 && STR(?c2) = 'nothing') }}"
    yield (
        "cross product of graphs",
        "SELECT (COUNT(*) AS ?n) { " + " ".join(f"GRAPH ?g{n} {{ ?a{n} ?b{n} ?c{n} }}" for n in range(6)) + " }",
    )
    yield (
        "self-joins",
        "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} a ?t . ?t ^a ?a{n + 1} ." for n in range(9)) + " }",
    )
    yield (
        "optional in optional",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c "
        + "".join(f"OPTIONAL {{ ?a{n} ?b{n} ?c{n} " for n in range(8))
        + "}" * 8
        + " }",
    )
    yield "minus of everything", f"SELECT (COUNT(*) AS ?n) {{ {_ANY} MINUS {{ {_ANY.replace('?a', '?x')} }} }}"
    yield (
        "not exists",
        f"SELECT (COUNT(*) AS ?n) {{ {_ANY} FILTER NOT EXISTS {{ {_ANY.replace('?c', '?z')} FILTER(?z1 = 1) }} }}",
    )
    yield (
        "exists in exists",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER EXISTS { ?x ?y ?z . ?u ?v ?w FILTER(?z = ?c && ?u = ?f && ?w = 7) } }",
    )
    yield "union of cross products", "SELECT (COUNT(*) AS ?n) { " + " UNION ".join([f"{{ {_ANY} }}"] * 20) + " }"
    yield "sums of everything", f"SELECT (SUM(STRLEN(STR(?c0))) AS ?n) {{ {_ANY} }} GROUP BY ?b7"
    yield "counting distinct rows", f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {_ANY} }}"
    yield (
        "subqueries of subqueries",
        "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"{{ SELECT ?a{n} {{ ?a{n} ?b ?c . ?d ?e ?f }} }}" for n in range(5))
        + " }",
    )
    yield "hashes", f"SELECT (COUNT(SHA512(CONCAT(STR(?a0), STR(?a7)))) AS ?n) {{ {_ANY} }}"
    yield "values times values", _values(60, 8)
    yield "descriptions of everything", f"DESCRIBE ?a0 ?c7 {{ {_ANY} }}"
    yield "a graph of everything", f"CONSTRUCT {{ ?a0 ?b3 ?c7 }} WHERE {{ {_ANY} }}"
    yield "random numbers", f"SELECT (MAX(RAND()) AS ?n) {{ {_ANY} }}"


def _paths() -> Iterator[tuple[str, str]]:
    star = "(!<x:x>|^!<x:x>)"
    yield (
        "path of anything",
        f"SELECT (COUNT(*) AS ?n) {{ ?a {star}* ?b . ?b {star}* ?c . ?c {star}* ?d . ?d {star}* ?e }}",
    )
    yield (
        "path of paths",
        f"SELECT (COUNT(*) AS ?n) {{ ?a {'(' * 20}{star}{'*)' * 20}* ?b . ?c {star}+ ?d . ?e {star}+ ?f }}",
    )
    yield "deep path", f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([star] * 60)} ?b }}"
    yield (
        "path of choices",
        f"SELECT (COUNT(*) AS ?n) {{ ?a ({'|'.join(['!<x:x>'] * 500)})+ ?b . ?c ({'|'.join(['!<x:x>'] * 500)})+ ?d }}",
    )
    yield "path of optional steps", f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([star + '?'] * 40)} ?b }}"


def _patterns() -> Iterator[tuple[str, str]]:
    """Catastrophic for engines that go back."""
    text = "a" * 5000
    for name, pattern in (
        ("nested plus", "^(a+)+$"),
        ("alternatives", "^(a|aa)+$"),
        ("nested star", "^((a*)*)*b$"),
        ("counted", "^(a{1,100}){1,100}b$"),
        ("counted thrice", "^((a{1,1000}){1,1000}){1,1000}$"),
        ("classes", "^(\\\\w+\\\\s?)*$"),
    ):
        yield f"regex, {name}", f"SELECT ?a {{ BIND(REGEX('{text}!', '{pattern}') AS ?a) }}"
    yield (
        "regex for each row",
        f"SELECT (COUNT(*) AS ?n) {{ {_ANY} FILTER REGEX(STR(?c0), CONCAT('(', STR(?c1), ')+$')) }}",
    )


def _memory() -> Iterator[tuple[str, str]]:
    yield "doubled text", f"SELECT ?v40 {{ BIND('{'x' * 1000}' AS ?v0){_LONG.removeprefix('(1 AS ?a)')} }}"
    yield (
        "replaced text",
        "SELECT ?v12 { BIND('xxxxxxxx' AS ?v0)"
        + "".join(f" BIND(REPLACE(?v{n}, 'x', '{'x' * 16}') AS ?v{n + 1})" for n in range(12))
        + " }",
    )
    yield (
        "encoded text",
        "SELECT ?v30 { BIND('%%%%%%%%' AS ?v0)"
        + "".join(f" BIND(ENCODE_FOR_URI(?v{n}) AS ?v{n + 1})" for n in range(30))
        + " }",
    )
    yield "all text in one", f"SELECT (GROUP_CONCAT(CONCAT(STR(?c0), STR(?c1), STR(?c2))) AS ?n) {{ {_ANY} }}"
    yield "all rows in order", f"SELECT * {{ {_ANY} }} ORDER BY STR(?c0)"
    yield "all rows once", f"SELECT DISTINCT * {{ {_ANY} }}"
    yield "all groups", f"SELECT ?a0 ?a1 ?a2 ?a3 (COUNT(*) AS ?n) {{ {_ANY} }} GROUP BY ?a0 ?a1 ?a2 ?a3 ?b0 ?b1 ?c0 ?c1"
    yield (
        "a sample of all",
        f"SELECT (SAMPLE(?c0) AS ?n) (GROUP_CONCAT(DISTINCT ?c1) AS ?m) {{ {_ANY} }} GROUP BY ?a0 ?a3",
    )
    yield (
        "joined by nothing",
        "SELECT (COUNT(*) AS ?n) { { ?a ?b ?c . ?d ?e ?f . ?p ?q ?r } { ?g ?h ?i . ?j ?k ?l . ?m ?n ?o } }",
    )


def _large() -> Iterator[tuple[str, str]]:
    yield "more rows than may be", f"SELECT * {{ {_ANY} }}"
    yield "more triples than may be", "CONSTRUCT { ?a ?b ?c . ?d ?e ?f } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    yield "more bytes than may be", "SELECT ?a { VALUES ?a { '" + "x" * 200_000 + "' } ?b ?c ?d . ?e ?f ?g } LIMIT 400"
    yield "huge VALUES", "SELECT * { VALUES ?a { " + "1 " * 120_000 + "} }"
    yield "many prefixes", "".join(f"PREFIX p{n}: <x:{n}> " for n in range(9000)) + "ASK {}"
    yield "many variables", "SELECT * { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9000)) + " }"
    yield "an enormous limit", f"SELECT * {{ {_ANY} }} LIMIT 18446744073709551615 OFFSET 9223372036854775807"
    yield "an enormous number", "SELECT (" + "9" * 100_000 + " * 9 AS ?a) {}"


def _deep() -> Iterator[tuple[str, str]]:
    yield "deep groups", "ASK " + "{" * 50_000 + "}" * 50_000
    yield "deep groups that do not end", "ASK " + "{" * 200_000
    yield "deep brackets", "SELECT (" + "(" * 50_000 + "1" + ")" * 50_000 + " AS ?a) {}"
    yield "deep negations", "ASK { FILTER(" + "!" * 100_000 + "true) }"
    yield "deep subqueries", "SELECT * { " * 5_000 + "}" * 5_000
    yield "deep lists", "ASK { ?a ?b " + "(" * 20_000 + ")" * 20_000 + " }"
    yield "deep blank nodes", "ASK { ?a ?b " + "[ ?p " * 20_000 + "1" + "]" * 20_000 + " }"
    yield "deep paths", "ASK { ?a " + "(" * 50_000 + "<x:x>" + ")" * 50_000 + " ?b }"
    yield "deep triples", "ASK { ?a ?b " + "<<( ?a ?b " * 10_000 + "1" + ")>>" * 10_000 + " }"
    yield "deep functions", "SELECT (" + "STR(" * 30_000 + "1" + ")" * 30_000 + " AS ?a) {}"
    yield "long chain of ors", "ASK { FILTER(" + " || ".join(["false"] * 20_000) + ") }"
    yield "long chain of unions", "ASK { {} " + "UNION {} " * 20_000 + " }"


def _elsewhere() -> Iterator[tuple[str, str, frozenset[int]]]:
    """What asks another server, or for a file; or looks as if it did, and is harmless."""
    no, yes = frozenset({400}), frozenset({200})
    there = f"<{ELSEWHERE}>"
    yield "SERVICE", f"SELECT * {{ SERVICE {there} {{ ?a ?b ?c }} }}", no
    yield "SERVICE SILENT", f"ASK {{ SERVICE SILENT {there} {{ ?a ?b ?c }} }}", no
    yield "sErViCe", f"ASK {{ sErViCe\t#x\n sIlEnT\n{there} {{ ?a ?b ?c }} }}", no
    yield "SERVICE without a space", f"ASK {{SERVICE{there}{{?a ?b ?c}}}}", no
    yield "SERVICE after a comment", f"ASK {{ # {{ \n SERVICE #\n{there} {{ }} }}", no
    yield "SERVICE after a carriage return", f"ASK {{ # comment\rSERVICE SILENT {there} {{ }} }}", frozenset({400, 200})
    yield "SERVICE after an IRI with #", f"ASK {{ BIND(<x:#> AS ?a) SERVICE SILENT {there} {{ }} }}", no
    yield "SERVICE after a string", f"ASK {{ BIND('#' AS ?a) SERVICE SILENT {there} {{ }} }}", no
    yield "SERVICE after a long string", f"ASK {{ BIND('''\n'#''\\''' AS ?a) SERVICE SILENT {there} {{ }} }}", no
    yield "SERVICE in escapes", f"ASK {{ \\u0053ERVICE SILENT {there} {{ ?a ?b ?c }} }}", no
    yield "SERVICE in long escapes", f"ASK {{ S\\U00000045RVICE SILENT {there} {{ ?a ?b ?c }} }}", no
    yield (
        "SERVICE with a dotless i",
        f"ASK {{ SERV\N{LATIN SMALL LETTER DOTLESS I}CE SILENT {there} {{ ?a ?b ?c }} }}",
        no,
    )
    yield "SERVICE with a long s", f"ASK {{ \N{LATIN SMALL LETTER LONG S}ERVICE SILENT {there} {{ ?a ?b ?c }} }}", no
    yield "SERVICE at a variable", f"ASK {{ VALUES ?s {{ {there} }} SERVICE SILENT ?s {{ ?a ?b ?c }} }}", no
    yield "SERVICE with a prefix", f"PREFIX s: {there} ASK {{ SERVICE SILENT s: {{ ?a ?b ?c }} }}", no
    yield "SERVICE with a base", f"BASE {there} ASK {{ SERVICE SILENT <x> {{ ?a ?b ?c }} }}", no
    yield (
        "SERVICE in a subquery",
        f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ SERVICE SILENT {there} {{ }} }} }} }} }}",
        no,
    )
    yield "SERVICE in EXISTS", f"ASK {{ FILTER NOT EXISTS {{ SERVICE SILENT {there} {{ ?a ?b ?c }} }} }}", no
    yield (
        "SERVICE and a name of it",
        f"PREFIX service: <x:> ASK {{ service:service SILENT:x 1 . SERVICE {there} {{ }} }}",
        no,
    )
    yield "SERVICE in a comment", f"ASK {{}} # SERVICE {there} {{ }}", yes
    yield "SERVICE in a string", f"ASK {{ BIND('SERVICE {there}' AS ?a) }}", yes
    yield "SERVICE in a name", "PREFIX service: <x:> SELECT ?service { BIND(service:service AS ?service) }", yes
    yield "FROM a file", "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", yes
    yield "FROM a page", f"SELECT * FROM {there} {{ ?a ?b ?c }}", yes
    yield "FROM NAMED a page", f"SELECT * FROM NAMED {there} {{ GRAPH ?g {{ ?a ?b ?c }} }}", yes
    yield "GRAPH of a page", f"SELECT * {{ GRAPH {there} {{ ?a ?b ?c }} }}", yes
    yield "a description of a page", f"DESCRIBE {there}", yes
    yield "LOAD", f"LOAD {there}", no
    yield "LOAD into a graph", f"LOAD SILENT {there} INTO GRAPH <x:x>", no
    yield "LOAD after a query", f"ASK {{}} ; LOAD {there}", no
    for update in (
        "INSERT DATA { <x:x> <x:x> 1 }",
        "DELETE WHERE { ?a ?b ?c }",
        "CLEAR ALL",
        "DROP ALL",
        "CREATE GRAPH <x:x>",
    ):
        yield f"update, {update.split()[0]}", update, no
    yield "update after prefixes", "PREFIX x: <x:> # y\nDELETE { ?a ?b ?c } INSERT { x:x x:x 1 } WHERE { ?a ?b ?c }", no
    yield (
        "unknown function",
        "SELECT (<http://www.w3.org/ns/sparql#load>('file:///etc/passwd') AS ?a) {}",
        frozenset({200, 400}),
    )


def _values(rows: int, columns: int) -> str:
    blocks = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(rows)))} }}" for n in range(columns))
    return f"SELECT (COUNT(*) AS ?n) {{ {blocks} FILTER({' + '.join(f'?v{n}' for n in range(columns))} < 0) }}"


QUERIES = (
    *(Hostile(*one) for part in (_slow, _paths, _patterns, _memory, _large, _deep) for one in part()),
    *(Hostile(*one) for one in _elsewhere()),
)


def _bytes(text: str, body: bytes = b"") -> bytes:
    return text.replace("\n", "\r\n").encode("latin-1") + body


_HOST = "Host: 127.0.0.1\n"
_DIRECT = "Content-Type: application/sparql-query\n"
_GET = "GET /sparql?query=ASK%7B%7D HTTP/1.1\n"
_POST = f"POST /sparql HTTP/1.1\n{_HOST}{_DIRECT}"

REQUESTS = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "nonsense": bytes(range(256)) * 20,
    "no end of the line": b"G" * 200_000,
    "a long address": _bytes(f"GET /sparql?query={'x' * 200_000} HTTP/1.1\n{_HOST}\n"),
    "many headers": _bytes(_GET + _HOST + "".join(f"X-{n}: {n}\n" for n in range(20_000)) + "\n"),
    "a long header": _bytes(f"{_GET}{_HOST}X: {'x' * 200_000}\n\n"),
    "no host": _bytes(f"{_GET}\n"),
    "two hosts": _bytes(f"{_GET}{_HOST}Host: evil.example\n\n"),
    "another host": _bytes(f"{_GET}Host: evil.example\n\n"),
    "another host in the address": _bytes("GET http://evil.example/sparql HTTP/1.1\nHost: evil.example\n\n"),
    "a folded header": _bytes(f"{_GET}{_HOST}X: a\n b\n\n"),
    "a header with a zero": _bytes(f"{_GET}{_HOST}X: a\0b\n\n"),
    "a header with a space": _bytes(f"{_GET}{_HOST}X : a\n\n"),
    "bytes in the address": b"GET /sparql?query=\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "broken escapes": _bytes(f"GET /sparql?query=%ZZ%&%=%%%C3%28 HTTP/1.1\n{_HOST}\n"),
    "escapes of half a character": _bytes(f"GET /sparql?query=%ED%A0%80 HTTP/1.1\n{_HOST}\n"),
    "many parameters": _bytes(f"GET /sparql?{'a&' * 30_000} HTTP/1.1\n{_HOST}\n"),
    "a path upwards": _bytes(f"GET /../../etc/passwd HTTP/1.1\n{_HOST}\n"),
    "a path upwards in escapes": _bytes(f"GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\n{_HOST}\n"),
    "an unknown method": _bytes(f"{_GET.replace('GET', 'BREW')}{_HOST}\n"),
    "CONNECT": _bytes(f"CONNECT evil.example:443 HTTP/1.1\n{_HOST}\n"),
    "TRACE": _bytes(f"TRACE / HTTP/1.1\n{_HOST}\n"),
    "an unknown version": _bytes(f"GET / HTTP/9.9\n{_HOST}\n"),
    "HTTP/2 at once": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "an upgrade": _bytes(f"{_GET}{_HOST}Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\n\n"),
    "no length": _bytes(f"{_POST}\n", b"ASK {}"),
    "a length that is too long": _bytes(f"{_POST}Content-Length: 100\n\n", b"ASK {}"),
    "a length that is too short": _bytes(f"{_POST}Content-Length: 3\n\n", b"ASK {}"),
    "a length below zero": _bytes(f"{_POST}Content-Length: -1\n\n", b"ASK {}"),
    "a length that is no number": _bytes(f"{_POST}Content-Length: six\n\n", b"ASK {}"),
    "an enormous length": _bytes(f"{_POST}Content-Length: {'9' * 30}\n\n", b"ASK {}"),
    "two lengths": _bytes(f"{_POST}Content-Length: 6\nContent-Length: 7\n\n", b"ASK {}"),
    "a length and chunks": _bytes(f"{_POST}Content-Length: 6\nTransfer-Encoding: chunked\n\n0\n\n{_GET}{_HOST}\n"),
    "chunks in disguise": _bytes(f"{_POST}Transfer-Encoding: xchunked\n\n0\n\n"),
    "chunks twice": _bytes(f"{_POST}Transfer-Encoding: chunked, chunked\n\n0\n\n"),
    "a chunk of no length": _bytes(f"{_POST}Transfer-Encoding: chunked\n\nzz\nASK\n0\n\n"),
    "an enormous chunk": _bytes(f"{_POST}Transfer-Encoding: chunked\n\nffffffffffffffff\nASK\n0\n\n"),
    "endless chunks": _bytes(f"{_POST}Transfer-Encoding: chunked\n\n" + "10\n0123456789abcdef\n" * 100_000),
    "a packed body": _bytes(f"{_POST}Content-Encoding: gzip\nContent-Length: 4\n\n", b"\x1f\x8b\x08\x00"),
    "an oversized body": _bytes(f"{_POST}Content-Length: 3000000\n\n", b"#" * 3_000_000),
    "an oversized form": _bytes(
        f"POST /sparql HTTP/1.1\n{_HOST}Content-Type: application/x-www-form-urlencoded\nContent-Length: 1048576\n\n",
        b"a=&" * 349_525 + b"a",
    ),
    "many requests at once": _bytes(f"{_GET}{_HOST}\n" * 500),
    "an update by form": _bytes(
        f"POST /sparql HTTP/1.1\n{_HOST}Content-Type: application/x-www-form-urlencoded\nContent-Length: 16\n\n",
        b"update=CLEAR+ALL",
    ),
    "an update": _bytes(
        f"POST /sparql HTTP/1.1\n{_HOST}Content-Type: application/sparql-update\nContent-Length: 9\n\n", b"CLEAR ALL"
    ),
    "a body by PUT": _bytes(
        f"PUT /sparql HTTP/1.1\n{_HOST}Content-Type: text/turtle\nContent-Length: 14\n\n", b"<x:x> <x:x> 1 ."
    ),
    "a removal": _bytes(f"DELETE /sparql HTTP/1.1\n{_HOST}\n"),
    "a graph by PATCH": _bytes(f"PATCH /sparql HTTP/1.1\n{_HOST}Content-Length: 0\n\n"),
    "a long list of types": _bytes(f"{_GET}{_HOST}Accept: {'a/b;q=0.1,' * 5000}*/*\n\n"),
    "types of no sense": _bytes(f"{_GET}{_HOST}Accept: ;;;,,,/;q=nan,*/*;q=-1,text/csv;q=9e999\n\n"),
    "an escape sequence": _bytes(f"GET /%1b%5b2J%0d%0anot-a-line HTTP/1.1\n{_HOST}\n"),
}


def target(query: str) -> str:
    return f"/sparql?query={quote(query)}"
