"""`kg serve` itself, as a process that listens on loopback."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from kg.ids import Names
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import WritableStore
from tests.samples import election

ROOT = Path(__file__).parents[2]
W3C = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
"""The graphs that the protocol tests of the W3C ask for: each says of itself that it is a document."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Server:
    """Where it listens, and its process."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def get(self, query: str, accept: str = "*/*", **parameters: str) -> Answer:
        return self.ask("GET", f"/sparql?{urlencode({'query': query, **parameters})}", None, {"Accept": accept})


@contextmanager
def served(store: Path, log: Path, *options: str, token: str = "") -> Iterator[Server]:
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    usual = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment = {**usual, "PYTHONPATH": str(ROOT)} | ({"KG_TOKEN": token} if token else {})
    with (
        log.open("wb") as stderr,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, env=environment) as process,
    ):
        assert process.stdout
        try:
            line = process.stdout.readline().decode()
            found = re.search(r":(\d+)/,", line)
            assert found, f"{line}{log.read_text()}"
            yield Server(int(found[1]), process, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


def filled(path: Path) -> Path:
    """A store with the two articles of an election, and the graphs of the W3C."""
    graphs, names = election(), Names()
    with WritableStore.opened(path, names) as writer:
        writer.add(document_quads(graph, names) for graph in graphs)
        writer.replace_default_graph(corpus_quads(resolve(graphs), graphs, names))
        writer.change(described(W3C.format(number)) for number in (1, 2, 3))
        writer.publish()
    return path


def described(iri: str) -> ox.Quad:
    type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return ox.Quad(ox.NamedNode(iri), type_, ox.NamedNode("http://xmlns.com/foaf/0.1/Document"), ox.NamedNode(iri))


@pytest.fixture(scope="session")
def election_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody writes into it."""
    return filled(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="session")
def server(election_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(election_store, tmp_path_factory.mktemp("log") / "log", "--rows", "500") as running:
        yield running


@pytest.fixture
def serving(election_store: Path, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """`serving("--token", "x")`: a server of one's own, with these options."""
    with ExitStack() as stack:
        yield lambda *options, **named: stack.enter_context(served(election_store, tmp_path / "log", *options, **named))
